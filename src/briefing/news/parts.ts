/** What is new in a story, sorted by what kind of news it is. */
import {
  type Correction,
  compareDays,
  type Day,
  dayAfter,
  daysBetween,
  type Event,
  type Fact,
  firstDay,
  isSaying,
  lastDay,
  type OpenQuestion,
  type Position,
  type Statement,
  type Story,
  statementsOf,
  statusOf,
} from '../../story/index.ts';
import type { StoryNews } from './news.ts';

/** The days that a digest or a catch-up is about. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
  /** The day on which it is told, which decides what is still to come; the last of the days where it is left out. */
  readonly today?: Day;
}

export interface NewsParts {
  /** By day. */
  readonly corrections: readonly Correction[];
  /** Withdrawn, also where they are new at the same time. */
  readonly withdrawn: readonly Statement[];
  /** What happened in the period or shortly before it, by day. */
  readonly developments: readonly Event[];
  /** What is still to come, new or not. */
  readonly coming: readonly Event[];
  /** Plans that were called off, as is new, before their day. */
  readonly calledOff: readonly Event[];
  /** New plans whose day has passed: whether they came about, the story does not tell. */
  readonly overdue: readonly Event[];
  /** New positions by open question. */
  readonly asked: readonly { readonly question: OpenQuestion; readonly positions: readonly Position[] }[];
  /** New positions by event. */
  readonly reactions: readonly { readonly event: Event; readonly positions: readonly Position[] }[];
  /** Facts that are somebody's statement. */
  readonly sayings: readonly Fact[];
  /** Events that were old when they were first reported. */
  readonly earlier: readonly Event[];
  readonly background: readonly Fact[];
}

/** An event that is first reported a few days later is news; the digest before could not tell it. */
const recentDays = 7;

/** A plan is told again when its day is near. */
const nearDays = 14;

/** Sorts news. */
export function partsOf({ story, entered, corrections, withdrawn }: StoryNews, period: Period): NewsParts {
  const fresh = new Set(entered);
  const gone = new Set(withdrawn);
  const isNew = (statement: Statement) => fresh.has(statement.id) && statement.withdrawn === undefined;
  const events = story.events.filter(isNew);
  const coming = comingUp(story, fresh, period);
  const off = calledOff(story, fresh, period);
  const since = dayAfter(period.from, -recentDays);
  const rest = events.filter((event) => !coming.includes(event) && !off.includes(event));
  // A plan that was called off and is past is no development: what called it off is.
  const isRecent = (event: Event) => lastDay(event.when) >= since && statusOf(event) === 'happened';
  const overdue = rest.filter((event) => lastDay(event.when) >= since && statusOf(event) === 'planned');
  const facts = story.facts.filter(isNew);
  return {
    corrections,
    withdrawn: statementsOf(story).filter(
      (each) => each.withdrawn !== undefined && (gone.has(each.id) || fresh.has(each.id)),
    ),
    developments: rest.filter(isRecent),
    coming,
    calledOff: off,
    overdue,
    asked: story.openQuestions.flatMap((question) => {
      const positions = question.positions.filter(isNew);
      return positions.length > 0 ? [{ question, positions }] : [];
    }),
    reactions: story.events.flatMap((event) => {
      const positions = event.positions.filter(isNew);
      return positions.length > 0 ? [{ event, positions }] : [];
    }),
    sayings: facts.filter(isSaying),
    earlier: rest.filter((event) => !isRecent(event) && !overdue.includes(event)),
    background: facts.filter((fact) => !isSaying(fact)),
  };
}

/** New plans, and the next of the known ones. */
function comingUp(story: Story, fresh: ReadonlySet<string>, period: Period): Event[] {
  const { from, until } = period;
  const near = dayAfter(until, Math.max(nearDays, daysBetween(from, until)));
  return ahead(story, period, 'planned').filter(
    ({ id, when, reported }) => fresh.has(id) || (reported <= until && firstDay(when) <= near),
  );
}

/** Plans that were called off now, and those that were first reported as called off. */
function calledOff(story: Story, fresh: ReadonlySet<string>, period: Period): Event[] {
  return ahead(story, period, 'called off').filter(
    ({ id, calledOffBy }) => fresh.has(id) || fresh.has(calledOffBy ?? ''),
  );
}

/** Events of a status whose day has not passed, by day. */
function ahead({ events }: Story, { until, today = until }: Period, status: Event['status']): Event[] {
  const standing = events.filter(({ withdrawn, when }) => withdrawn === undefined && lastDay(when) >= today);
  return standing
    .filter((event) => statusOf(event) === status)
    .toSorted((a, b) => compareDays(firstDay(a.when), firstDay(b.when)));
}
