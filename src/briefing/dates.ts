/** Dates in words, never more precise than their source. */
import { listed } from '../message/index.ts';
import { type Day, type Moment, months, parseWhen, type Span, type When, weekdays } from '../story/index.ts';

/** `Thu 8 Sep 2022`; without the year where the reader knows it. */
export function sayDay(day: Day, knownYear?: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const words = `${sayWeekday(day).slice(0, 3)} ${date.getUTCDate()} ${(months[date.getUTCMonth()] ?? '').slice(0, 3)}`;
  return day.slice(0, 4) === knownYear ? words : `${words} ${day.slice(0, 4)}`;
}

/** `Thursday`. */
export function sayWeekday(day: Day): string {
  return weekdays[new Date(day).getUTCDay()] ?? '';
}

/** `8 September 2022`; without the year where the reader knows it. */
export function sayLongDay(day: Day, knownYear?: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]}${year === knownYear ? '' : ` ${year}`}`;
}

/** The days of a digest's heading: `5–11 September 2022`, `29 August – 4 September 2022`; one day as that day. */
export function sayDays(from: Day, until: Day): string {
  if (from === until) return sayLongDay(from);
  if (from.slice(0, 7) === until.slice(0, 7)) return `${Number(from.slice(8))}–${sayLongDay(until)}`;
  return `${sayLongDay(from, until.slice(0, 4))} – ${sayLongDay(until)}`;
}

/** `September 2022`; without the year where the reader knows it. */
export function sayMonth(day: Day, knownYear?: string): string {
  const [year = '', month = ''] = day.split('-');
  return `${months[Number(month) - 1]}${year === knownYear ? '' : ` ${year}`}`;
}

type SayMoment = (moment: Moment, knownYear?: string) => string;

/**
 * A date with what is not known of it: `about 2014`, `Thu 8 Sep 2022 (day uncertain)`, `2018 and 2020 (years only)`.
 * @param say `sayMoment`, where there is no room for the time of an instant
 */
export function sayWhen(when: When, knownYear?: string, say: SayMoment = sayExactly): string {
  const said = when.map((span) => saySpan(span, knownYear, say));
  const words = listed(said);
  const moments = when.flatMap(momentsOf);
  const years = moments.filter(({ precision, uncertain }) => precision === 'year' && !uncertain);
  const doubts = [...new Set(moments.flatMap((moment) => doubtsOf(moment, years.length > 1)))];
  return doubts.length > 0 ? `${words} (${doubts.join(', ')})` : words;
}

function momentsOf(span: Span): Moment[] {
  if (span.kind === 'moment') return [span.at];
  return [span.from, span.to].filter((moment) => moment !== undefined);
}

function doubtsOf({ precision, uncertain }: Moment, several: boolean): string[] {
  const unit = precision === 'instant' ? 'time' : precision;
  if (uncertain) return [`${unit} uncertain`];
  return precision === 'year' ? [several ? 'years only' : 'year only'] : [];
}

function saySpan(span: Span, knownYear: string | undefined, say: SayMoment): string {
  if (span.kind === 'moment') return say(span.at, knownYear);
  if (!span.from) return span.to ? `until ${say(span.to, knownYear)}` : '';
  if (!span.to) return `from ${say(span.from, knownYear)} on`;
  const sameYear = span.from.precision !== 'year' && span.from.first.slice(0, 4) === span.to.first.slice(0, 4);
  const from = say(span.from, sameYear ? span.to.first.slice(0, 4) : knownYear);
  return `${from} – ${say(span.to, knownYear)}`;
}

/** A moment in words, of an instant with the time on the story's clock: `Mon 15 Sep 2025, 06:12 UTC+12`. */
function sayExactly(moment: Moment, knownYear?: string): string {
  const { clock } = moment;
  const said = sayMoment(moment, knownYear);
  return clock === undefined ? said : `${said}, ${clock.time} UTC${sayOffset(clock.offset)}`;
}

/** `+12` for `+12:00`, nothing for UTC itself. */
function sayOffset(offset: string): string {
  return offset === '+00:00' ? '' : offset.replace(/^([+-])0?(\d+)(?::00)?/, '$1$2');
}

/** A moment in words, of an instant its day: `Thu 8 Sep 2022`, `September 2022`, `about 2014`. */
export function sayMoment({ first, precision, approximate }: Moment, knownYear?: string): string {
  const inMonth = sayMonth(first, knownYear);
  const words = precision === 'year' ? first.slice(0, 4) : precision === 'month' ? inMonth : sayDay(first, knownYear);
  return approximate ? `about ${words}` : words;
}

/** A corrected date, which a story file keeps as it was typed, in words. */
export function sayTyped(text: string, timeZone: string): string {
  return sayWhen(parseWhen(text.split(', '), timeZone));
}
