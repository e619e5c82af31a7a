/** How far two words mean the same: by stem, by the table of relations, or by a long common beginning. */
import { relatedness } from './related.ts';
import type { Word } from './words.ts';

/** Shorter beginnings are shared by words that have nothing to do with each other. */
export const shortestBeginning = 4;

/** From 0 (nothing in common) to 1 (forms of one word). */
export function likeness(a: Pick<Word, 'text' | 'stem'>, b: Pick<Word, 'text' | 'stem'>): number {
  if (a.stem === b.stem) return 1;
  return Math.max(relatedness(a.text, b.text), commonBeginning(a.stem, b.stem));
}

/** What two stems are worth that begin alike, as Albania and Albanian do. */
export function commonBeginning(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter < shortestBeginning || a.charCodeAt(0) < 58 || endsInDigit(a) || endsInDigit(b)) return 0;
  let same = 0;
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  if (same < shortestBeginning) return 0;
  const share = same / Math.max(a.length, b.length);
  return share >= 0.6 ? share * 0.8 : 0;
}

/** Petrel-1 is not Petrel-2. */
function endsInDigit(stem: string): boolean {
  return stem.charCodeAt(stem.length - 1) < 58;
}
