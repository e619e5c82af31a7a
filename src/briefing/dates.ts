/** Dates in words, never more precise than their source. */
import { type Day, type Moment, parseWhen, type Span, type When } from '../story/index.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `Thu 8 Sep 2022`; without the year where the reader knows it. */
export function sayDay(day: Day, knownYear?: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const words = `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${(months[date.getUTCMonth()] ?? '').slice(0, 3)}`;
  return day.slice(0, 4) === knownYear ? words : `${words} ${day.slice(0, 4)}`;
}

/** `8 September 2022`; without the year where the reader knows it. */
export function sayLongDay(day: Day, knownYear?: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]}${year === knownYear ? '' : ` ${year}`}`;
}

/** A date with what is not known of it: `about 2014`, `Thu 8 Sep 2022 (day uncertain)`, `2018 and 2020 (years only)`. */
export function sayWhen(when: When, knownYear?: string): string {
  const said = when.map((span) => saySpan(span, knownYear));
  const words = said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : (said[0] ?? '');
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

function saySpan(span: Span, knownYear: string | undefined): string {
  if (span.kind === 'moment') return sayMoment(span.at, knownYear);
  if (!span.from) return span.to ? `until ${sayMoment(span.to, knownYear)}` : '';
  if (!span.to) return `from ${sayMoment(span.from, knownYear)} on`;
  const sameYear = span.from.precision !== 'year' && span.from.first.slice(0, 4) === span.to.first.slice(0, 4);
  const from = sayMoment(span.from, sameYear ? span.to.first.slice(0, 4) : knownYear);
  return `${from} – ${sayMoment(span.to, knownYear)}`;
}

/** A moment in words: `Thu 8 Sep 2022`, `September 2022`, `about 2014`. */
export function sayMoment({ first, precision, approximate }: Moment, knownYear?: string): string {
  const [year = '', month = ''] = first.split('-');
  const monthName = months[Number(month) - 1] ?? '';
  const inMonth = year === knownYear ? monthName : `${monthName} ${year}`;
  const words = precision === 'year' ? year : precision === 'month' ? inMonth : sayDay(first, knownYear);
  return approximate ? `about ${words}` : words;
}

/** A corrected date, which a story file keeps as it was typed, in words. */
export function sayTyped(text: string, timeZone: string): string {
  return sayWhen(parseWhen(text.split(', '), timeZone));
}
