/** When a cadence occurs, in its time zone. */
import type { Timed } from './cadence.ts';
import { localAt, whenLocal } from './local-time.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * The next occurrence, strictly later than an instant; both in milliseconds since 1970. A local time that a clock change skips
 * occurs at the end of the gap; one that is repeated occurs once, the first time; for a day that a month lacks, its last is taken.
 * @param zone an IANA time zone @throws {RangeError} where it is none
 */
export function nextOccurrence(cadence: Timed, zone: string, after: number): number {
  // What belongs to an earlier date has occurred, even where a gap runs over midnight: the local time is past it.
  let day = Math.floor(localAt(zone, after) / dayMs);
  for (;;) {
    day = dayFrom(cadence, day);
    const at = whenLocal(zone, day * dayMs + cadence.at * minuteMs);
    if (at > after) return at;
    day += 1;
  }
}

/** The first day of a cadence from a day on; days are counted from 1 January 1970. */
function dayFrom(cadence: Timed, day: number): number {
  switch (cadence.kind) {
    case 'daily':
      return day;
    case 'weekdays':
      return weekday(day) > 5 ? day + 8 - weekday(day) : day;
    case 'weekly':
      return day + ((cadence.on - weekday(day) + 7) % 7);
    case 'monthly': {
      const date = new Date(day * dayMs);
      const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
      const inMonth = dayOfMonth(year, month, cadence.on);
      return inMonth >= day ? inMonth : dayOfMonth(year, month + 1, cadence.on);
    }
  }
}

/** From Monday, 1, to Sunday, 7. 1 January 1970 was a Thursday. */
function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A day of a month, or the month's last. @param month from 0; 12 is January of the next year */
function dayOfMonth(year: number, month: number, on: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(on, last)) / dayMs;
}
