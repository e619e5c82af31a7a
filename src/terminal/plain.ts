/** A reader's words for a terminal: without the signs that would move its cursor, or turn the direction of what follows. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
