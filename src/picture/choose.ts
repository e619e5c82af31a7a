/** Which events of a story a timeline shows: the digest's news, what is planned, and what lies near them. */
import { partsOf } from '../briefing/index.ts';
import { type Day, daysBetween, type Event, firstDay, lastDay, type Story, statusOf } from '../story/index.ts';
import { markOf } from './mark.ts';
import type { Mark } from './timeline.ts';

/** What a digest tells of a story. */
export interface DigestNews {
  /** Ids of statements that entered. */
  readonly entered: readonly string[];
  /** Ids of statements that were withdrawn; those of its days where they are left out. */
  readonly withdrawn?: readonly string[];
  /** The first and the last day of its heading. */
  readonly from: Day;
  readonly until: Day;
}

/** An event that may be shown; without a mark it can only be counted. */
export interface Candidate {
  readonly event: Event;
  readonly isNew: boolean;
  readonly mark?: Mark;
}

/** A phone's screen holds no more. */
const most = 12;
/** Known events are there to place the news: few are enough. */
const mostKnown = 5;
const comfortable = 8;
/** So many plans and known events are worth more than news without a headline. */
const leastPlanned = 2;
const leastKnown = 2;

/** The events of the story that stand, and those withdrawn of which the digest tells; by day. */
export function candidates(story: Story, told: DigestNews): Candidate[] {
  const news = newsOf(story, told);
  const standing = story.events.filter(({ id, withdrawn }) => withdrawn === undefined || news.has(id));
  return standing.map((event) => {
    const isNew = news.has(event.id);
    const mark = markOf(event, story, isNew, told.until.slice(0, 4));
    return { event, isNew, ...(mark && { mark }) };
  });
}

/** Ids of the events that the digest tells as its news: not those that were old when they were first reported. */
function newsOf(story: Story, { entered, withdrawn, from, until }: DigestNews): Set<string> {
  const lies = (day: Day | undefined) => day !== undefined && day >= from && day <= until;
  const fresh = story.events.map(({ id }) => id).filter((id) => entered.includes(id));
  const gone = withdrawn ?? story.events.filter((event) => lies(event.withdrawn)).map(({ id }) => id);
  const parts = partsOf({ story, entered: fresh, corrections: [], withdrawn: gone }, { from, until });
  const plans = [...parts.coming.filter(({ id }) => fresh.includes(id)), ...parts.calledOff];
  return new Set([...parts.developments, ...plans, ...parts.withdrawn].map(({ id }) => id));
}

/** Those to show, the most important first: the newest news, then what comes next, then what is known near the news. */
export function choose(all: readonly Candidate[], { until }: DigestNews): Candidate[] {
  const shown = all.filter(({ mark }) => mark !== undefined);
  const news = shown.filter(({ isNew }) => isNew);
  if (news.length === 0) return [];
  const coming = shown.filter(({ event }) => isComing(event, until));
  const happened = news.filter((each) => !coming.includes(each)).toReversed();
  const headed = happened.filter(hasHeadline);
  const plans = coming.toSorted((a, b) => Number(b.isNew) - Number(a.isNew));
  const others = shown.filter((each) => !each.isNew && !coming.includes(each));
  const near = others.toSorted((a, b) => farness(a, news) - farness(b, news));
  const best = near.filter(hasHeadline).slice(0, leastKnown);
  // One that is new leads, whatever its words.
  const lead =
    headed.length > 0 ? headed.slice(0, comfortable) : [happened[0] ?? plans[0]].filter((each) => each !== undefined);
  const [next, rest] = [plans.slice(0, leastPlanned), plans.slice(leastPlanned)];
  const told = [
    ...lead,
    ...next,
    ...best,
    ...headed,
    ...rest.slice(0, 1),
    ...happened,
    ...rest.filter(({ isNew }) => isNew),
  ];
  const first = [...new Set(told)].slice(0, most);
  const room = Math.max(0, Math.min(mostKnown - best.length, comfortable - first.length));
  return [...new Set([...first, ...near.slice(0, best.length + room)])].slice(0, most);
}

function isComing(event: Event, until: string): boolean {
  return statusOf(event) === 'planned' && event.withdrawn === undefined && lastDay(event.when) > until;
}

function hasHeadline({ event }: Candidate): boolean {
  return event.short !== undefined;
}

/** How little an event helps to place the news: by its days from them; what has no headline is worth less. */
function farness(candidate: Candidate, news: readonly Candidate[]): number {
  const days = news.map(({ event }) => distance(event, candidate.event));
  return (Math.min(...days) + 1) * (hasHeadline(candidate) ? 1 : 4);
}

function distance(a: Event, b: Event): number {
  const apart = Math.max(
    daysBetween(lastDay(a.when), firstDay(b.when)),
    daysBetween(lastDay(b.when), firstDay(a.when)),
  );
  return Math.max(0, apart);
}
