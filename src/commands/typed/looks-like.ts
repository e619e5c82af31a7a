/** Words that look like a value of some kind, whether they are one or not: `31 feb`, `Mars/Phobos`, `#news`. */
import type { Option } from '../option.ts';

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const number = '\\d{1,2}(?:st|nd|rd|th|\\.)?';
const days = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}',
  `(?:the )?${number} (?:of )?${month}(?: \\d{4})?`,
  `${month} ${number},?(?: \\d{4})?`,
];

const offset = '(?:UTC|GMT)[+-]\\d{1,2}(?::?\\d{2})?|[+-]\\d{1,2}:\\d{2}';

const forms: Partial<Record<Option['kind'], RegExp>> = {
  // A region with a city may be misspelt, or nowhere.
  zone: new RegExp(`^(?:[A-Z]{2,5}|${offset}|\\p{L}+(?:/[\\p{L}\\d_+-]+)+)$`, 'u'),
  channel: /^<?#/,
  role: /^(?:<!subteam|<?@)/,
  day: new RegExp(`^(?:${days.join('|')})$`, 'i'),
};

/** Whether words were probably meant as a value of a kind. */
export function looksLike(kind: Option['kind'], typed: string): boolean {
  return forms[kind]?.test(typed) === true;
}

const offsetOrAbbreviation = new RegExp(`^(?:[a-z]{2,3}t|${offset})$`, 'i');

/**
 * Whether words tell an hour rather than a place: `UTC+2`, `CET`. Such an abbreviation, whose last letter is the T of
 * “time”, stands for several zones, or for one only in summer.
 */
export function isOffset(typed: string): boolean {
  return offsetOrAbbreviation.test(typed);
}
