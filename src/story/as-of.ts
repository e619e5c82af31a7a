/** A story as it was known at the end of an earlier day: what had been reported by then, in the words of then. */
import { denialsOwed } from './contested.ts';
import {
  type Correction,
  type Event,
  hasHappened,
  type OpenQuestion,
  type ReadersQuestion,
  type Statement,
  type Story,
  statementsOf,
} from './story.ts';
import { compareDays, type Day, firstDay, lastDay, parseWhen } from './when.ts';

/** A day on which something was reported, corrected or withdrawn, with how much it added. */
export interface ReportingDay {
  readonly day: Day;
  readonly statements: number;
  /** Corrections and withdrawals. */
  readonly corrections: number;
}

/** The days on which something was reported, corrected or withdrawn, earliest first; never empty. */
export function reportingDays(story: Story): ReportingDay[] {
  const days = new Map<Day, { statements: number; corrections: number }>();
  const on = (day: Day) => {
    const counts = days.get(day) ?? { statements: 0, corrections: 0 };
    days.set(day, counts);
    return counts;
  };
  for (const { published } of story.sources) on(published.last);
  for (const statement of statementsOf(story)) {
    on(statement.reported).statements += 1;
    if (statement.withdrawn !== undefined) on(statement.withdrawn).corrections += 1;
  }
  for (const correction of story.corrections) on(correction.when).corrections += 1;
  return [...days].map(([day, counts]) => ({ day, ...counts })).sort((a, b) => compareDays(a.day, b.day));
}

/** The story as of a day, or undefined where nothing had been reported by then. */
export function asOf(story: Story, day: Day): Story | undefined {
  if (day >= (reportingDays(story).at(-1)?.day ?? '')) return story;
  const sources = story.sources.filter(({ published }) => published.last <= day);
  if (sources.length === 0) return undefined;
  const known = new Set(sources.map(({ id }) => id));
  const then = <S extends Statement>(statements: readonly S[]): S[] =>
    statements
      .filter(({ reported }) => reported <= day)
      .map((statement) => rewound(statement, { day, known, timeZone: story.timeZone }));
  const events = then(story.events).map((event): Event => ({ ...event, positions: then(event.positions) }));
  const asked = story.openQuestions.map(
    (question): OpenQuestion => ({ ...question, positions: then(question.positions) }),
  );
  const openQuestions = asked.filter(({ positions }) => positions.length > 0);
  const facts = then(story.facts);
  const byId = new Map(statementsOf({ events, openQuestions, facts }).map((statement) => [statement.id, statement]));
  const ids = new Set([...byId.keys(), ...openQuestions.map(({ id }) => id)]);
  const why = story.whyItMatters && byId.get(story.whyItMatters.id);
  const { state: _now, whyItMatters: _later, ...lasting } = story;
  return {
    ...lasting,
    inShort: bothSides(
      story.inShort.flatMap(({ id }) => byId.get(id) ?? []),
      openQuestions,
    ),
    ...(why && { whyItMatters: why }),
    sources,
    events: events
      .map((event) => onlyKnown(event, ids))
      .sort((a, b) => compareDays(firstDay(a.when), firstDay(b.when))),
    openQuestions: openQuestions.map((question) => ({
      ...question,
      about: question.about.filter((id) => ids.has(id)),
    })),
    facts: facts.map((fact) => ({ ...fact, updatedBy: fact.updatedBy.filter((id) => ids.has(id)) })),
    readersAsk: answered(story.readersAsk, ids),
    alsoAsked: answered(story.alsoAsked, ids),
    thenAsked: answered(story.thenAsked, ids).filter(({ behind }) => ids.has(behind)),
    corrections: story.corrections.filter(({ when, statement }) => when <= day && byId.has(statement)),
  };
}

/** The questions that something of what is left answers, and those that nothing ever did. */
function answered<Q extends ReadersQuestion>(questions: readonly Q[], ids: ReadonlySet<string>): Q[] {
  return questions
    .filter(({ answers }) => answers.length === 0 || answers.some((id) => ids.has(id)))
    .map((question) => ({ ...question, answers: question.answers.filter((id) => ids.has(id)) }));
}

/** The last day on which something happened that the story tells; the day of the last report where it tells no event. */
export function lastDevelopment(story: Story): Day {
  const reported =
    story.sources
      .map(({ published }) => published.last)
      .sort()
      .at(-1) ?? '';
  const happened = story.events.filter(hasHappened);
  const days = happened.map(({ when }) => lastDay(when)).filter((day) => day <= reported);
  return days.sort().at(-1) ?? reported;
}

/** In short as far as it was known: where the denial that stands there today came later, an earlier one takes its place. */
function bothSides(inShort: readonly Statement[], questions: readonly OpenQuestion[]): Statement[] {
  for (const contested of inShort) {
    const [denial] = denialsOwed(contested, inShort, questions);
    if (denial) return [contested, denial];
  }
  return [...inShort];
}

function onlyKnown({ calledOffBy, ...event }: Event, ids: ReadonlySet<string>): Event {
  const known = calledOffBy !== undefined && ids.has(calledOffBy);
  return {
    ...event,
    because: event.because.filter((id) => ids.has(id)),
    updatedBy: event.updatedBy.filter((id) => ids.has(id)),
    ...(known && { calledOffBy }),
  };
}

interface Then {
  readonly day: Day;
  /** The sources that had been published. */
  readonly known: ReadonlySet<string>;
  readonly timeZone: string;
}

/** The statement in the words of the day: corrections and withdrawals that came later are taken back. */
function rewound<S extends Statement>(statement: S, { day, known, timeZone }: Then): S {
  const { withdrawn, ...rest } = statement;
  const later = statement.corrections.filter(({ when }) => when > day);
  const then = {
    ...rest,
    evidence: statement.evidence.filter(({ source }) => known.has(source)),
    corrections: statement.corrections.filter(({ when }) => when <= day),
    ...(withdrawn !== undefined && withdrawn <= day && { withdrawn }),
  };
  // Each correction undone is one of the kind's own fields.
  return later.toReversed().reduce((before: object, correction) => undo(before, correction, timeZone), then) as S;
}

/** Puts back what a correction replaced; the headline and the source's words of today go, since they may tell what came later. */
function undo(statement: object, { field, was }: Correction, timeZone: string): object {
  if (field === 'where') return { ...statement, where: was };
  if (field === 'what') {
    const { short: _later, ...before } = statement as Partial<Event>;
    return { ...before, what: was };
  }
  const { stated: _later, ...before } = statement as Partial<Event>;
  return { ...before, when: parseWhen(was.split(', '), timeZone) };
}
