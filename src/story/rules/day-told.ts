/**
 * The day that an event's own sentence tells, where it cannot be another's.
 *
 * A sentence may name the day of a deadline, or of what it is about: of 564 events of the tests' stories whose sentences
 * name one day, 37 named another than the event's, and were right. So only “On 9 December …” and, where one plain clause
 * ends so, “… on 9 December.” are read, and of English alone: in none of those stories is that another day.
 */
import { months } from '../calendar.ts';
import type { Event } from '../story.ts';
import type { Span } from '../when.ts';

const month = months.join('|');
const date = new RegExp(
  `\\b(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? (?<month>${month})|(?<us>${month}) (?<nth>\\d{1,2})(?:st|nd|rd|th)?)(?:,? (?<year>\\d{4}))?\\b(?!['’])`,
  'gu',
);
/** What may make the day that of something else: a second clause, somebody who said so, a plan, what a day belongs to. */
const other =
  /[.,;:()“"]|\b(?:and|or|but|that|which|who|whom|whose|due|be|been|held|planned|scheduled|to|of|for|into|about|over|from|since|until|said|says|told|announced|after|before|when|as|because|if|by)\b/iu;

/** The day that the sentence tells, in its words, if that is outside `when`. */
export function strayDay(
  { what, when, by }: Pick<Event, 'what' | 'when' | 'by'>,
  language: string,
): string | undefined {
  const [told, another] = [...what.matchAll(date)];
  if (!/^en\b/i.test(language) || by !== undefined || !told?.groups || another) return undefined;
  if (!isOfTheEvent(what.slice(0, told.index), what.slice(told.index + told[0].length))) return undefined;
  const { day, month: named, us = named ?? '', nth, year } = told.groups;
  const monthDay = `${twoDigits(months.indexOf(us) + 1)}-${twoDigits(Number(day ?? nth))}`;
  return when.some((span) => mayHold(span, monthDay, year)) ? undefined : told[0];
}

function isOfTheEvent(before: string, after: string): boolean {
  return before === 'On ' || (before.endsWith(' on ') && /^\.?$/.test(after) && !other.test(before));
}

/** Whether a span may hold such a day, in that year or, where none is told, in any. What the source is not sure of may be it. */
function mayHold(span: Span, monthDay: string, year: string | undefined): boolean {
  const [from, to] = span.kind === 'moment' ? [span.at, span.at] : [span.from, span.to];
  if (!from || !to || [from, to].some(({ approximate, uncertain }) => approximate || uncertain)) return true;
  const [first, last] = [Number(from.first.slice(0, 4)), Number(to.last.slice(0, 4))];
  const years = year === undefined ? [first, first + 1, last] : [Number(year)];
  return years.some((each) => {
    const day = `${String(each).padStart(4, '0')}-${monthDay}`;
    return from.first <= day && day <= to.last;
  });
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
