/** Which events of a story a timeline shows: the digest's news, what is planned, and what lies near them. */
import { type Event, firstDay, lastDay, type Story, statusOf } from '../story/index.ts';
import { daysBetween } from './gap.ts';
import { isNews, markOf, type Told } from './mark.ts';
import type { Mark } from './timeline.ts';

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
const mostPlanned = 3;

/** The events of the story that stand, and those withdrawn of which the digest tells; by day. */
export function candidates(story: Story, told: Told): Candidate[] {
  return story.events
    .filter(({ id, withdrawn }) => withdrawn === undefined || told.entered.includes(id) || withdrawn >= told.from)
    .map((event) => {
      const mark = markOf(event, story, told);
      return { event, isNew: isNews(event, told), ...(mark && { mark }) };
    });
}

/** Those to show, the most important first: the newest news, then what comes next, then what is known near the news. */
export function choose(all: readonly Candidate[], { until }: Told): Candidate[] {
  const shown = all.filter(({ mark }) => mark !== undefined);
  const news = shown.filter(({ isNew }) => isNew).toReversed();
  const coming = shown.filter(({ event, isNew }) => !isNew && isComing(event, until)).slice(0, mostPlanned);
  const told = [...news.filter(hasHeadline), ...news.filter((each) => !hasHeadline(each))];
  const first = [...told.slice(0, most - Math.min(coming.length, 1)), ...coming].slice(0, most);
  const room = Math.max(0, Math.min(mostKnown, comfortable - first.length));
  const others = shown.filter((each) => !each.isNew && !coming.includes(each));
  const near = others.toSorted((a, b) => farness(a, news) - farness(b, news));
  return [...first, ...near.slice(0, room)];
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
