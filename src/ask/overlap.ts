/** The measure underneath everything here: how much of a question's words a text has, each weighed by its rarity. */
import { likeness } from './likeness.ts';
import type { Word } from './words.ts';

/**
 * The share (0..1) of the question's content words that found a partner in the text. A word that is like one of the
 * text counts in part. Without `weightOf`, each word counts the same. A question without content words shares nothing.
 */
export function overlap(
  questionWords: readonly Word[],
  textWords: readonly Word[],
  weightOf: (word: Word) => number = () => 1,
): number {
  let found = 0;
  let all = 0;
  for (const word of questionWords) {
    if (word.isStop) continue;
    const weight = weightOf(word);
    const best = textWords.reduce((most, other) => (other.isStop ? most : Math.max(most, likeness(word, other))), 0);
    all += weight;
    found += weight * best;
  }
  return all > 0 ? found / all : 0;
}
