/** In what an answer is to be given: a year, money, a share, a length of time. */
import { wordSet } from '../words/word-set.ts';
import type { Word } from '../words/words.ts';

export type Measure = 'year' | 'money' | 'share' | 'duration';

const payments = wordSet(
  'cost price pay worth spend earn money revenue fund invest salari budget donat sell bui charg fee fine loan debt tax',
);

/** The measure that the question asks for, if it does. */
export function measureAsked(words: readonly Word[]): Measure | undefined {
  const pairs = words.map(({ text }, at) => `${text} ${words[at + 1]?.text ?? ''}`);
  if (pairs.some((pair) => /^(what|which) year$/.test(pair))) return 'year';
  if (words.some(({ text }) => /^(percent|percentage|proportion)$/.test(text))) return 'share';
  if (pairs.includes('how long')) return 'duration';
  if (pairs.includes('how much') && words.some(({ stem }) => payments.has(stem))) return 'money';
  return undefined;
}

const signsOf: { readonly [K in Measure]: RegExp } = {
  year: /(?<!\d)(1\d{3}|20\d\d)(?!\d)/,
  money: /[$€£¥]|\b(dollar|euro|pound|crown|cent|franc|yen|ruble)s?\b/i,
  share: /%|\bper ?cent|\b(half|third|quarter|fifth)s?\b/i,
  duration: /\b(second|minute|hour|day|week|month|year|decade)s?\b|\bcentur(y|ies)\b/i,
};

export function hasMeasure(text: string, measure: Measure): boolean {
  return signsOf[measure].test(text);
}
