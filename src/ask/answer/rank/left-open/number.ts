/** Whether things are counted without how many they were in all, or without a number. */
import type { Statement } from '../../../../story/index.ts';
import { figuresIn } from '../figures.ts';
import type { Reading } from '../reading.ts';

/** “How many cars in all?”, of what tells of the last two alone. */
export function leavesTotalOpen(_: unknown, { what }: Statement, { asked, question }: Reading): boolean {
  if (asked.for !== 'how many' || !totalAskedForm.test(question)) return false;
  return partForm.test(what) && !totalForm.test(what);
}

const totalAskedForm = /\b(?:in all|in total|altogether|all told|overall|in sum)\b/i;
const partForm =
  /\b(?:last|first|other|another|more|further|additional) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred)\b/i;
const totalForm = /\b(?:in all|in total|altogether|total|all|overall|of (?:the|its|their|these|those))\b/i;

/** “What is the exact number of websites?”, of what has “numerous” alone. */
export function leavesNumberOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  const figures = figuresIn(what);
  return exactForm.test(question) && figures.length > 0 && figures.every(({ text }) => vagueForm.test(text));
}

const exactForm =
  /\bexact(?:ly)? (?:how many|number|figure|count)\b|\bhow many\b.*\bexactly\b|\bprecise (?:number|figure|count)\b/i;
const vagueForm = /^(?:numerous|several|many)\b/i;
