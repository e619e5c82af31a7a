/** Statements as lines of a message: their words, whose they are, their day, and where they stand in the source. */
import { type Block, type Inline, type Line, struck } from '../message/index.ts';
import {
  type Actor,
  type Correction,
  compareDays,
  type Day,
  type Event,
  type Evidence,
  firstDay,
  isOneSureDay,
  type Source,
  type Statement,
  type Story,
  statusOf,
} from '../story/index.ts';
import { sayDay, sayLongDay, sayMoment, sayTyped, sayWhen } from './dates.ts';
import { remarked } from './remarks.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });

/** ` ¶5`, or ` [2 ¶5]` where the story has several sources. */
export function mark(story: Story, evidence: readonly Evidence[]): Inline[] {
  const several = story.sources.length > 1;
  const places = evidence.map(({ source, paragraph }) => {
    const number = story.sources.find(({ id }) => id === source)?.number ?? 0;
    return several ? `${number}\u00a0¶${paragraph}` : `¶${paragraph}`;
  });
  const all = [...new Set(places)].join(', ');
  // No line breaks before a mark or within one.
  return [text('\u00a0'), { kind: 'mark', text: several ? `[${all}]` : all }];
}

/** A statement in full: its sentence, what must be known about it, and its source mark. */
export function say(story: Story, statement: Statement): Line {
  const { what, withdrawn, evidence } = statement;
  const words: Inline = withdrawn === undefined ? text(what) : struck(what);
  return [words, ...remarked(story, statement), ...mark(story, evidence)];
}

/** A statement in a few words: an event's headline where it has one, else the sentence. */
export function sayShort(story: Story, statement: Statement): Line {
  const headline = statement.kind === 'event' && statement.withdrawn === undefined ? statement.short : undefined;
  if (headline === undefined) return say(story, statement);
  return [text(headline), ...remarked(story, statement), ...mark(story, statement.evidence)];
}

/** A position with the day on which it was taken, or else reported. */
export function sayPosition(story: Story, position: Statement, knownYear: string): Line {
  const day = position.when ? sayWhen(position.when, knownYear) : `reported ${sayReported(story, position, knownYear)}`;
  return [...say(story, position), text(' · '), { kind: 'day', text: day }];
}

/** The date of the earliest report that carries the statement. */
export function sayReported(story: Story, statement: Statement, knownYear: string): string {
  const cited = story.sources.filter(({ id }) => statement.evidence.some(({ source }) => source === id));
  const source = cited.find(({ published }) => published.last === statement.reported);
  return source ? sayMoment(source.published, knownYear) : sayDay(statement.reported, knownYear);
}

/** The day by which positions are put in order. */
function dayOf(statement: Statement): Day {
  return statement.when ? firstDay(statement.when) : statement.reported;
}

/** Earlier first; those of one day as they stand in the file. */
export function byDay<S extends Statement>(statements: readonly S[]): S[] {
  return statements.toSorted((a, b) => compareDays(dayOf(a), dayOf(b)));
}

/** A source's name as a reader would give it. */
export function sourceName(source: Source): string {
  const publisher = source.publisher ?? 'publisher not known';
  return `${source.title ?? `Report of ${sayPublished(source)}`}, ${publisher}`;
}

/** When a report was published; of an instant, its day. */
export function sayPublished({ published }: Source): string {
  const isDay = published.precision === 'day' || published.precision === 'instant';
  return isDay ? sayLongDay(published.first) : sayMoment(published);
}

/** An actor as one line: the role, whom they speak for, and that they are not named where they are not. */
export function describeActor({ role, speaksFor, unnamed }: Actor): string {
  return [role, speaksFor && `speaks for ${speaksFor.name}`, unnamed ? 'not named in the reports' : undefined]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** A correction, with what was wrong and what is right. @param corrected the statement, which a corrected date or place does not tell */
export function sayCorrection(
  story: Story,
  correction: Correction,
  corrected?: Statement,
): Extract<Block, { kind: 'correction' }> {
  const said = (words: string) => (correction.field === 'when' ? sayTyped(words, story.timeZone) : words);
  const kind = corrected?.kind === 'event' ? 'event' : 'statement';
  const of = `of the ${kind} ‘${corrected ? headline(corrected) : correction.statement}’`;
  const subject = { what: '', when: ` · the date ${of}`, where: ` · the place ${of}` }[correction.field];
  return {
    kind: 'correction',
    label: `Correction of ${sayDay(correction.when)}${subject}`,
    was: [text(said(correction.was))],
    now: [text(said(correction.now)), ...mark(story, correction.evidence)],
    why: correction.why,
    statements: [correction.statement],
  };
}

/** An event's short headline, else the sentence. */
export function headline(statement: Statement): string {
  return (statement.kind === 'event' ? statement.short : undefined) ?? statement.what;
}

/** What was corrected of a statement, and why. */
export function correctionsOf(story: Story, statement: Statement): Block[] {
  return statement.corrections.map((correction) => sayCorrection(story, correction, statement));
}

/** An event's day, and what is not sure about it. */
export function eventDay({ when }: Event, knownYear?: string): Line {
  const words = sayWhen(when, knownYear);
  const instant = isOneSureDay(when) ? when[0] : undefined;
  if (instant?.kind === 'moment' && instant.at.epochMs !== undefined) {
    return [{ kind: 'instant', epochMs: instant.at.epochMs, text: words, isTold: true }];
  }
  return [{ kind: 'day', text: words }];
}

/** A timeline's label: the day, and that the event is planned or was called off. */
export function eventLabel(event: Event, knownYear?: string): Line {
  const status = statusOf(event);
  const day = eventDay(event, knownYear);
  return status === 'happened' ? day : [...day, text(` · ${status}`)];
}
