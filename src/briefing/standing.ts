/** Where a story stands, and between which days. */
import { counted, type Line, listed } from '../message/index.ts';
import { type Day, hasHappened, isOneSureDay, lastDay, lastDevelopment, type Story } from '../story/index.ts';
import { sayDay, sayWhen } from './dates.ts';
import { sayShort } from './wording.ts';

/** The day of the last report. */
export function lastReport(story: Story): Day {
  const days = story.sources.map(({ published }) => published.last);
  return days.sort().at(-1) ?? '';
}

/** The year that needs no saying: the one of the last report. */
export function yearOf(story: Story): string {
  return lastReport(story).slice(0, 4);
}

/** Where a story stands: `closed · last development Thu 8 Sep 2022`. */
export function standing(story: Story): string {
  const state = story.state === undefined ? '' : `${story.state} · `;
  return `${state}last development ${sayLastDevelopment(story)}`;
}

/** The day of the last development, as exactly as the reports give it. */
export function sayLastDevelopment(story: Story): string {
  const day = lastDevelopment(story);
  const news = story.events.filter(hasHappened);
  const last = news.map(({ when }) => when).filter((when) => lastDay(when) === day);
  const [vague] = last;
  return vague && !last.some(isOneSureDay) ? sayWhen(vague) : sayDay(day);
}

/** What a day's reports added: `14 statements and one correction`. */
export function sayAdded(statements: number, corrections: number): string {
  const parts = [
    statements > 0 ? counted(statements, 'statement') : '',
    corrections > 0 ? counted(corrections, 'correction') : '',
  ];
  return listed(parts.filter((part) => part !== ''));
}

/** The newest event in short, one with a headline of its own where there is any; empty where nothing has happened yet. */
export function newest(story: Story): Line {
  const news = story.events.filter(hasHappened);
  const last = news.findLast(({ short }) => short !== undefined) ?? news.at(-1);
  return last ? sayShort(story, last) : [];
}

/** What the story rests on: `one report, publisher not known`; `4 reports, numbered under Sources`. */
export function sayReports({ sources }: Pick<Story, 'sources'>): string {
  const [only] = sources;
  if (sources.length === 1 && only) return `one report, ${only.publisher ?? 'publisher not known'}`;
  return `${counted(sources.length, 'report')}, numbered under Sources`;
}
