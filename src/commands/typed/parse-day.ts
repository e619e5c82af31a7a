/** A day as readers type it: `8 sep`, `2022-09-08`, `yesterday`, `last friday`. */
import * as chrono from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';
import { type Day, daysBetween, isDay } from '../../story/index.ts';

/** By when and where the day is read. */
export interface Today {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
  /** The days of the first and the last report: a day without a year is meant to lie between them, or else near. */
  readonly first: Day;
  readonly last: Day;
}

/** Parses a day, or undefined where the text is not one day and nothing else. */
export function parseDay(typed: string, { now, timeZone, first, last }: Today): Day | undefined {
  const text = typed.trim();
  if (isDay(text)) return text;
  if (leapDay.test(text)) return nearestOf(2, 29, first, last);
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const reference = { instant: new Date(now), timezone: here.offsetNanoseconds / 60e9 };
  const [found, another] = chrono.GB.parse(text, reference);
  if (!found || another || found.end || found.text.length !== text.length) return undefined;
  const { start } = found;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null || !(start.isCertain('day') || start.isCertain('weekday')))
    return undefined;
  if (start.isCertain('month') && !start.isCertain('year')) return nearestOf(month, day, first, last);
  const exact = format(year, month, day);
  return isDay(exact) ? exact : undefined;
}

/** Of the 29 February chrono knows only in a leap year. */
const leapDay = /^(?:29(?:th)? (?:of )?feb(?:\.|ruary)?|feb(?:\.|ruary)? 29(?:th)?)$/i;

/** The latest such day from `first` to `last`; where there is none, the nearest. 29 February may be eight years back. */
function nearestOf(month: number, day: number, first: Day, last: Day): Day | undefined {
  const [from, to] = [Number(first.slice(0, 4)) - 8, Number(last.slice(0, 4)) + 1];
  const years = Array.from({ length: to - from + 1 }, (_, index) => to - index);
  const days = years
    .map((year) => format(year, month, day))
    .filter((each) => isDay(each) && daysBetween(last, each) <= halfYear);
  const within = days.find((each) => each >= first && each <= last);
  const away = (each: Day) => Math.min(Math.abs(daysBetween(first, each)), Math.abs(daysBetween(last, each)));
  return within ?? days.toSorted((a, b) => away(a) - away(b))[0];
}

const halfYear = 183;

function format(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
