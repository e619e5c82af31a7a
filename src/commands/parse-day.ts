/** A day as readers type it: `8 sep`, `2022-09-08`, `yesterday`, `last friday`. */
import * as chrono from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';
import { type Day, isDay } from '../story/index.ts';

/** By when and where the day is read. */
export interface Today {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
  /** A day without a year is the last such day up to this one. */
  readonly latest: Day;
}

/** Parses a day, or undefined where the text is not one day and nothing else. */
export function parseDay(typed: string, { now, timeZone, latest }: Today): Day | undefined {
  const text = typed.trim();
  if (isDay(text)) return text;
  if (leapDay.test(text)) return lastOf(2, 29, latest);
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const reference = { instant: new Date(now), timezone: here.offsetNanoseconds / 60e9 };
  const [found, another] = chrono.GB.parse(text, reference);
  if (!found || another || found.end || found.text.length !== text.length) return undefined;
  const { start } = found;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null || !(start.isCertain('day') || start.isCertain('weekday')))
    return undefined;
  if (start.isCertain('month') && !start.isCertain('year')) return lastOf(month, day, latest);
  const exact = format(year, month, day);
  return isDay(exact) ? exact : undefined;
}

/** Of the 29 February chrono knows only in a leap year. */
const leapDay = /^(?:29(?:th)? (?:of )?feb(?:\.|ruary)?|feb(?:\.|ruary)? 29(?:th)?)$/i;

/** The last such day that is not after `latest`; 29 February is looked for up to eight years back. */
function lastOf(month: number, day: number, latest: Day): Day | undefined {
  const year = Number(latest.slice(0, 4));
  const candidates = Array.from({ length: 9 }, (_, back) => format(year - back, month, day));
  return candidates.find((candidate) => isDay(candidate) && candidate <= latest);
}

function format(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
