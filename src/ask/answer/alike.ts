/** How far a question's word and a story's mean the same. */
import { commonBeginning } from '../likeness.ts';
import { relatedness } from '../related.ts';
import type { Word } from '../words.ts';

/** What a word is known by. */
export type Term = Pick<Word, 'text' | 'stem'>;

const digit = /\d/;

/** 0..1. A name is like no other word but one that begins as it does, and a number like none. */
export function alike(asked: Word, other: Term): number {
  if (asked.stem === other.stem) return 1;
  if (asked.isNumber || digit.test(asked.text) || digit.test(other.text)) return 0;
  const beginning = commonBeginning(asked.stem, other.stem);
  return asked.isCapital && asked.at > 0 ? beginning : Math.max(beginning, relatedness(asked.text, other.text));
}
