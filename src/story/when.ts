/** Dates as sources give them: the forms of EDTF (ISO 8601-2) that news needs, and no precision beyond them. */
import { Temporal } from 'temporal-polyfill';
import { unseenIn } from './unseen.ts';

/** A calendar day, `YYYY-MM-DD`, in the story's time zone. Days compare as strings. */
export type Day = string;

type Precision = 'instant' | 'day' | 'month' | 'year';

/** One date of a source, with the first and the last day that it may mean. */
export interface Moment {
  readonly first: Day;
  readonly last: Day;
  readonly precision: Precision;
  /** EDTF `~`: "about". */
  readonly approximate: boolean;
  /** EDTF `?`: the source itself is not sure. */
  readonly uncertain: boolean;
  /** Milliseconds since 1970, only where `precision` is `instant`. */
  readonly epochMs?: number;
  /** What the story's clock shows then; only where `precision` is `instant`. */
  readonly clock?: Clock;
}

/** A time of day in a time zone: `06:12`, and `+12:00` ahead of UTC. */
interface Clock {
  readonly time: string;
  readonly offset: string;
}

/** A moment, or an interval whose open end (`..`) is left out. */
export type Span =
  | { readonly kind: 'moment'; readonly at: Moment }
  | { readonly kind: 'interval'; readonly from?: Moment; readonly to?: Moment };

/** When something was: one span, or several where it happened more than once. Never empty. */
export type When = readonly [Span, ...Span[]];

/** Why a text is no date, in a sentence for the editor. */
export class DateProblem extends Error {}

const forms =
  'a day 2022-09-08, a month 2022-09, a year 2022, about 2022~, uncertain 2022?, an interval 2022/2023, or an instant 2022-09-08T10:00+02:00';

function parseSpan(text: string, timeZone: string): Span {
  const ends = text.split('/');
  if (ends.length === 1) return { kind: 'moment', at: parseMoment(text, timeZone) };
  const [start = '', end = ''] = ends;
  if (ends.length > 2 || (start === '..' && end === '..'))
    throw new DateProblem(`‘${text}’ is no date: write ${forms}`);
  const from = start === '..' ? undefined : parseMoment(start, timeZone);
  const to = end === '..' ? undefined : parseMoment(end, timeZone);
  if (from && to && runsBackwards(from, to)) throw new DateProblem(`the interval ‘${text}’ runs backwards`);
  return { kind: 'interval', ...(from && { from }), ...(to && { to }) };
}

function runsBackwards(from: Moment, to: Moment): boolean {
  const areInstants = from.epochMs !== undefined && to.epochMs !== undefined;
  return areInstants ? to.epochMs < from.epochMs : to.last < from.first;
}

/**
 * Parses a date as a story file has it: one EDTF text, or several.
 * @param timeZone the story's, in which an instant is a day
 * @throws {DateProblem} where a text is none of the supported forms, names a day that does not exist, or runs backwards.
 */
export function parseWhen(texts: readonly string[], timeZone: string): When {
  const [first, ...rest] = texts;
  if (first === undefined) throw new DateProblem(`a date is missing: write ${forms}`);
  return [parseSpan(first, timeZone), ...rest.map((text) => parseSpan(text, timeZone))];
}

/** A date as an editor types it: `2022-09~`, `2022-09-07/..`; several with commas between. */
export function whenTyped(when: When): string {
  const typed = (at: Moment | undefined) => (at ? momentTyped(at) : '..');
  return when
    .map((span) => (span.kind === 'moment' ? typed(span.at) : `${typed(span.from)}/${typed(span.to)}`))
    .join(', ');
}

function momentTyped({ first, precision, approximate, uncertain, clock }: Moment): string {
  if (clock) return `${first}T${clock.time}${clock.offset}`;
  const mark = approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : '';
  return `${first.slice(0, { instant: 10, day: 10, month: 7, year: 4 }[precision])}${mark}`;
}

/** Orders days, earlier first. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first day that it may mean; the day by which a timeline sorts it. */
export function firstDay(when: When): Day {
  return (
    when.map((span) => (span.kind === 'moment' ? span.at.first : ((span.from ?? span.to)?.first ?? ''))).sort()[0] ?? ''
  );
}

/** The last day that it may mean; for an interval without an end, its start's. */
export function lastDay(when: When): Day {
  const days = when.map((span) => (span.kind === 'moment' ? span.at.last : ((span.to ?? span.from)?.last ?? '')));
  return days.sort().at(-1) ?? '';
}

/** Whether it is one day, and the source is sure of it. */
export function isOneSureDay(when: When): boolean {
  const [span] = when;
  return when.length === 1 && span.kind === 'moment' && span.at.first === span.at.last && !vague(span.at);
}

function vague(at: Moment): boolean {
  return at.approximate || at.uncertain;
}

const momentForm = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%])?$/;
const instantForm = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/;
/** An instant without its offset. */
const clockForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/;

function parseMoment(text: string, timeZone: string): Moment {
  const instant = instantForm.exec(text);
  if (instant) return parseInstant(text, instant[1] ?? '', timeZone);
  const match = momentForm.exec(text);
  if (!match) throw noDate(text);
  const [, year = '', month, day, mark] = match;
  const doubt = { approximate: mark === '~' || mark === '%', uncertain: mark === '?' || mark === '%' };
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const lastOfMonth = daysIn(Number(year), Number(month ?? '12'));
  const last = `${year}-${month ?? '12'}-${day ?? String(lastOfMonth).padStart(2, '0')}`;
  if (!isDay(first) || !isDay(last)) throw new DateProblem(`there is no ‘${text}’ in the calendar`);
  return { first, last, precision: day ? 'day' : month ? 'month' : 'year', ...doubt };
}

function noDate(text: string): DateProblem {
  const unseen = unseenIn(text);
  if (unseen !== undefined) return new DateProblem(`‘${text}’ ${unseen}`);
  return new DateProblem(
    clockForm.test(text)
      ? `the clock of ‘${text}’ could be anybody’s: write its offset from UTC behind it, as +02:00 or Z`
      : `‘${text}’ is no date: write ${forms}`,
  );
}

function parseInstant(text: string, typedDay: Day, timeZone: string): Moment {
  const epochMs = Date.parse(text);
  if (Number.isNaN(epochMs) || !isDay(typedDay)) throw new DateProblem(`there is no ‘${text}’ in the calendar`);
  const here = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  const day = here.toPlainDate().toString();
  const clock = { time: here.toPlainTime().toString({ smallestUnit: 'minute' }), offset: here.offset };
  return { first: day, last: day, precision: 'instant', approximate: false, uncertain: false, epochMs, clock };
}

function daysIn(year: number, month: number): number {
  // The calendar repeats after 400 years; `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
  return new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
}

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}
