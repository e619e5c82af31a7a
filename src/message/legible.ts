/** Somebody's words, without the signs that nobody reads: they move cursors, turn what follows, or are half a letter. */

/** Control characters, halves of a pair, overrides and isolates of the direction. */
const unreadable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** The words with a space in place of such signs. */
export function legible(text: string): string {
  return text.replace(unreadable, ' ');
}
