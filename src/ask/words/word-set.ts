/** Words that are listed by hand, to look others up in. */

/** @param words with a space between each two */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
