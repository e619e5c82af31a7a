/** References from one place of a story file to another: each must lead somewhere. */
import { didYouMean } from './names.ts';
import type { Complain } from './problem.ts';
import type { StoryFile } from './schema.ts';

/** The ids that a story file defines. */
export interface Defined {
  readonly statements: readonly string[];
  readonly questions: readonly string[];
}

/** The sentence for a reference that leads nowhere, with the nearest id that exists. */
export function unknown(ref: string, noun: string, known: readonly string[]): string {
  return `there is no ${noun} ‘${ref}’${didYouMean(ref, known)}`;
}

/** The sentence for an open question where something is to be said. */
function askedNotSaid(question: string, statements: readonly string[]): string {
  const positions = statements.filter((id) => id.startsWith(`${question}/`));
  return `‘${question}’ is an open question, which says nothing by itself; name one of its positions: ${positions.join(', ')}`;
}

/** Complains of each reference to a statement, an event or an open question that does not exist. */
export function checkReferences(file: StoryFile, { statements, questions }: Defined, complain: Complain) {
  const any = new Set([...statements, ...questions]);
  const sets = {
    statement: new Set(statements),
    event: new Set(Object.keys(file.events)),
    'event or fact': new Set([...Object.keys(file.events), ...Object.keys(file.facts)]),
    'statement or open question': any,
  };
  const check = (path: readonly PropertyKey[], refs: readonly string[] | undefined, noun: keyof typeof sets) => {
    for (const [index, ref] of (refs ?? []).entries()) {
      if (sets[noun].has(ref)) continue;
      const isQuestion = noun === 'statement' && questions.includes(ref);
      complain([...path, index], isQuestion ? askedNotSaid(ref, statements) : unknown(ref, noun, [...sets[noun]]));
    }
  };
  check(['in_short'], file.in_short, 'statement');
  check(['why_it_matters'], file.why_it_matters === undefined ? [] : [file.why_it_matters], 'statement');
  for (const [id, event] of Object.entries(file.events)) {
    check(['events', id, 'because'], event.because, 'statement or open question');
    check(['events', id, 'called_off_by'], event.called_off_by === undefined ? [] : [event.called_off_by], 'event');
  }
  for (const place of ['events', 'facts'] as const) {
    for (const [id, { updated_by: refs }] of Object.entries(file[place]))
      check([place, id, 'updated_by'], refs, 'event or fact');
  }
  for (const [id, question] of Object.entries(file.who_says_what)) {
    check(['who_says_what', id, 'about'], question.about, 'statement or open question');
  }
  for (const [asks, refs] of Object.entries(file.readers_ask)) {
    check(['readers_ask', asks], refs, 'statement or open question');
  }
  for (const [index, { statement }] of file.corrections.entries()) {
    check(['corrections', index, 'statement'], [statement], 'statement');
  }
}
