/** Where a word stands in a sentence, in whatever form. */
import { lemmaOf } from '../../../words/related.ts';
import type { PlacedWord } from '../../../words/words.ts';

/** The places among the words; none where it is not among them. */
export function placesOf(word: string, words: readonly PlacedWord[]): number[] {
  const lemma = lemmaOf(word.toLowerCase());
  return words.flatMap(({ text }, at) => (lemmaOf(text) === lemma ? [at] : []));
}
