/** Words that look like a value of some kind and are none: `31 feb`, `Mars/Phobos`. */
import type { Option } from '../command.ts';

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const number = '\\d{1,2}(?:st|nd|rd|th|\\.)?';
const days = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}',
  `(?:the )?${number} (?:of )?${month}(?: \\d{4})?`,
  `${month} ${number},?(?: \\d{4})?`,
];

const forms: Partial<Record<Option['kind'], RegExp>> = {
  // An abbreviation stands for several zones, or for one only in summer; a region with a city may be misspelt, or nowhere.
  zone: /^(?:[A-Z]{2,5}|\p{L}+(?:\/[\p{L}\d_+-]+)+)$/u,
  day: new RegExp(`^(?:${days.join('|')})$`, 'i'),
};

/** Whether words were probably meant as a value of a kind. */
export function looksLike(kind: Option['kind'], typed: string): boolean {
  return forms[kind]?.test(typed) === true;
}
