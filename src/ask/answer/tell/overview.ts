/** Overviews, which several statements answer together: what it is about, what is new, what happened on a day or behind another event. */
import {
  daysBetween,
  type Event,
  firstDay,
  hasHappened,
  lastDay,
  type Statement,
  type Story,
} from '../../../story/index.ts';
import type { Analysis } from '../question/analyse.ts';
import { besideAsked } from '../question/beside.ts';
import type { Reading } from '../rank/reading.ts';
import type { Signed } from '../rank/signs.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { isOfDate } from './not-told.ts';

const mostEvents = 5;
/** An event that happened on a day or at a place that was asked for has nearly all of that. */
const there = 0.85;

/**
 * The overview that was asked for; of events those that have what was asked, by day, and before them the one that surely answers.
 * Empty where none was asked for, or is there.
 * @param isSure whether the first of the candidates surely answers
 */
export function overviewOf(
  { story }: StoryIndex,
  { question, asked, last }: Reading,
  candidates: readonly Signed[],
  isSure: boolean,
): Statement[] {
  const beside = besideAsked(question);
  if (beside) return eventsBeside(story, last, beside);
  const isNamed = asked.words.some(({ share }) => share === 1);
  const isOverview = asked.for === 'overview';
  if (asked.overview === 'importance' || (isOverview && !isNamed)) return ofWholeStory(story, asked.overview);
  if (!isNamed || (!isOverview && !asked.isHappening)) return [];
  const isOfDays = asked.words.every(({ word, share }) => share < 1 || isOfDate(word.stem));
  const told = eventsOf(story, candidates, isOverview);
  return isOverview || isOfDays ? told : withBestFirst(told, isSure ? candidates[0] : undefined);
}

/** Those that have what was asked, by day. */
function eventsOf({ events }: Story, candidates: readonly Signed[], isOverview: boolean): Event[] {
  const least = isOverview ? 0.5 : there;
  const found = candidates.filter(
    ({ statement, share }) => statement.kind === 'event' && share >= least && (isOverview || hasHappened(statement)),
  );
  const wanted = new Set(found.slice(0, mostEvents).map(({ statement }) => statement.id));
  return events.filter(({ id }) => wanted.has(id));
}

/** “What happened to the tusk?”: not that it was found, which comes first by its day. None where the best is not among them. */
function withBestFirst(events: readonly Event[], best: Signed | undefined): Event[] {
  const isBest = ({ id }: Event) => id === best?.statement.id;
  return events.some(isBest) ? events.toSorted((a, b) => Number(isBest(b)) - Number(isBest(a))) : [];
}

/** Where it is left open which, the last of what happened. */
function ofWholeStory({ inShort, whyItMatters, events }: Story, overview: Analysis['overview']): Statement[] {
  const why = whyItMatters ? [whyItMatters] : [];
  if (overview === 'importance') return why;
  if (overview === 'summary') return [...new Set([...inShort, ...why])];
  const last = events.filter(hasHappened).slice(-mostEvents);
  return overview === 'latest' ? latestOf(last).toReversed() : last;
}

/** A week goes by between two reports of one matter; what is older is no news beside the last event. */
const latestDays = 7;

/** The last event, with those that may be of the days before it. */
function latestOf(events: readonly Event[]): Event[] {
  const newest = events.at(-1);
  return newest ? events.filter(({ when }) => daysBetween(lastDay(when), firstDay(newest.when)) <= latestDays) : [];
}

const mostNext = 3;

/**
 * What happened behind the event that was last shown or reacted to, in its order, or before it, the last first; empty where none
 * was, or it is the last or the first.
 */
function eventsBeside({ events }: Story, last: readonly Statement[], beside: 'after' | 'before'): Statement[] {
  const ids = last.map((each) => (each.kind === 'position' ? each.on : each.id));
  const shown = ids.map((id) => events.findIndex((event) => event.id === id)).find((at) => at >= 0);
  if (shown === undefined) return [];
  const others = beside === 'before' ? events.slice(0, shown).reverse() : events.slice(shown + 1);
  return others.filter(hasHappened).slice(0, mostNext);
}
