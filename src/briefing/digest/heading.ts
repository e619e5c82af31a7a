/** The heading of a digest: whether it is of this week, of which stories, and between which days. */
import { listed } from '../../message/index.ts';
import { type Day, dayAfter, daysBetween, type Story } from '../../story/index.ts';
import { sayDays, sayMonth } from '../dates.ts';
import type { Period } from '../news/parts.ts';

/** A title keeps within a story's own. */
const longest = 80;

/** `This week in the story: Albania–Iran · 5–11 September 2022`. */
export function headDigest(stories: readonly Story[], kind: 'period' | 'news', period: Period): string {
  const names = stories.map(({ name }) => name);
  const [lead, dates] = [leadOf(kind, period), sayPeriod(period)];
  if (names.length === 1) return `${lead} the story: ${names[0]} · ${dates}`;
  const named = `${lead} the stories: ${listed(names)} · ${dates}`;
  return named.length <= longest ? named : `${lead} ${names.length} stories · ${dates}`;
}

function leadOf(kind: 'period' | 'news', period: Period): string {
  if (kind === 'news') return 'New in';
  return isWeek(period) ? 'This week in' : 'In';
}

/** Whether it is exactly seven days. */
export function isWeek({ from, until }: Period): boolean {
  return daysBetween(from, until) === 6;
}

/** `5–11 September 2022`; whole months and years as such. */
export function sayPeriod({ from, until }: Period): string {
  const isWhole = from.endsWith('-01') && dayAfter(until, 1).endsWith('-01');
  return isWhole ? sayMonths(from, until) : sayDays(from, until);
}

function sayMonths(from: Day, until: Day): string {
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  if (from.endsWith('-01-01') && until.endsWith('-12-31')) return first === last ? first : `${first}–${last}`;
  if (from.slice(0, 7) === until.slice(0, 7)) return sayMonth(until);
  return first === last ? `${sayMonth(from, last)}–${sayMonth(until)}` : `${sayMonth(from)} – ${sayMonth(until)}`;
}
