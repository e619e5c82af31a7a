/** References from one place of a story file to another: each must lead somewhere. */

import type { StoryFile } from '../format/schema.ts';
import { didYouMean } from '../names.ts';
import { own } from '../own.ts';
import type { Complain, Path } from '../problem.ts';
import { unseenIn } from '../unseen.ts';

/** The ids that a story file defines. */
export interface Defined {
  readonly statements: readonly string[];
  readonly questions: readonly string[];
}

/** One reference of a file, where it stands, and what it may lead to. */
interface Reference {
  readonly path: Path;
  readonly ref: string;
  readonly noun: 'statement' | 'event' | 'event or fact' | 'statement or open question';
}

/** The sentence for a reference that leads nowhere, with the nearest id that exists, or else a likely one; of a position, with those that there are. */
export function unknown(ref: string, noun: string, known: readonly string[], likely?: string): string {
  const unseen = unseenIn(ref);
  if (unseen !== undefined) return `‘${ref}’ ${unseen}`;
  const [on = '', position] = ref.split('/');
  const positions = position === undefined ? [] : known.filter((id) => id.startsWith(`${on}/`));
  if (positions.length > 0)
    return `there is no ${noun} ‘${ref}’${didYouMean(ref, positions) || `; the positions on ‘${on}’ are ${positions.join(', ')}`}`;
  const guess = didYouMean(ref, known) || (likely === undefined ? '' : `; did you mean ‘${likely}’?`);
  return `there is no ${noun} ‘${ref}’${guess}`;
}

/** The sentence for an open question where something is to be said. */
function askedNotSaid(question: string, statements: readonly string[]): string {
  const positions = statements.filter((id) => id.startsWith(`${question}/`));
  return `‘${question}’ is an open question, which says nothing by itself; name one of its positions: ${positions.join(', ')}`;
}

/** Complains of each reference to a statement, an event or an open question that does not exist. */
export function checkReferences(file: StoryFile, { statements, questions }: Defined, complain: Complain) {
  const sets = {
    statement: new Set(statements),
    event: new Set(Object.keys(file.events)),
    'event or fact': new Set([...Object.keys(file.events), ...Object.keys(file.facts)]),
    'statement or open question': new Set([...statements, ...questions]),
  };
  for (const { path, ref, noun } of referencesIn(file)) {
    if (sets[noun].has(ref) || mayBeOfNobody(ref, file)) continue;
    const isQuestion = noun === 'statement' && questions.includes(ref);
    complain(path, isQuestion ? askedNotSaid(ref, statements) : unknown(ref, noun, [...sets[noun]]));
  }
}

/** The names by which the file refers to positions on an event or an open question. */
export function positionsReferredTo(on: string, file: StoryFile): string[] {
  return referencesIn(file).flatMap(({ ref }) => (ref.startsWith(`${on}/`) ? [ref.slice(on.length + 1)] : []));
}

/** Whether a reference may lead to a position whose actor is none: that is complained of there, and mended there. */
function mayBeOfNobody(ref: string, file: StoryFile): boolean {
  const [on = '', name] = ref.split('/');
  const positions = (own(file.events, on) ?? own(file.who_says_what, on))?.positions ?? [];
  return name !== undefined && positions.some(({ actor }) => own(file.actors, actor) === undefined);
}

function referencesIn(file: StoryFile): Reference[] {
  const each = (path: Path, refs: readonly string[] | undefined, noun: Reference['noun']) =>
    (refs ?? []).map((ref, index): Reference => ({ path: [...path, index], ref, noun }));
  const one = (path: Path, ref: string | undefined, noun: Reference['noun']) =>
    each(path, ref === undefined ? [] : [ref], noun);
  const updates = (['events', 'facts'] as const).flatMap((place) =>
    Object.entries(file[place]).flatMap(([id, { updated_by: refs }]) =>
      each([place, id, 'updated_by'], refs, 'event or fact'),
    ),
  );
  return [
    ...each(['in_short'], file.in_short, 'statement'),
    ...one(['why_it_matters'], file.why_it_matters, 'statement'),
    ...Object.entries(file.events).flatMap(([id, event]) => [
      ...each(['events', id, 'because'], event.because, 'statement or open question'),
      ...one(['events', id, 'called_off_by'], event.called_off_by, 'event'),
    ]),
    ...updates,
    ...Object.entries(file.who_says_what).flatMap(([id, { about }]) =>
      each(['who_says_what', id, 'about'], about, 'statement or open question'),
    ),
    ...Object.entries(file.readers_ask).flatMap(([asks, refs]) =>
      each(['readers_ask', asks], refs, 'statement or open question'),
    ),
    ...file.corrections.flatMap(({ statement }, index) =>
      one(['corrections', index, 'statement'], statement, 'statement'),
    ),
  ];
}
