/** The time between two marks, in words. */
import { Temporal } from 'temporal-polyfill';
import { type Day, daysBetween } from '../story/index.ts';
import type { Mark } from './timeline.ts';

/**
 * The time from one mark to the next: `9 days`, `about 8 weeks`, `4 months`; undefined where it is less than a week, or where
 * the days that the two may mean leave it open.
 */
export function sayGap(before: Mark, after: Mark): string | undefined {
  const least = between(before.last, after.first);
  const most = between(before.first, after.last);
  return least === most ? least : undefined;
}

function between(from: Day, until: Day): string | undefined {
  const days = daysBetween(from, until);
  if (days < 7) return undefined;
  if (days < 14) return days === 7 ? 'one week' : `${days} days`;
  if (days < 70) return rounded(days / 7, 'week');
  const { months, days: rest } = Temporal.PlainDate.from(from).until(until, { largestUnit: 'months' });
  return months < 24 ? rounded(months + rest / 31, 'month') : rounded((months + rest / 31) / 12, 'year');
}

function rounded(count: number, unit: string): string {
  const whole = Math.round(count);
  return `${whole === count ? '' : 'about '}${whole} ${unit}s`;
}
