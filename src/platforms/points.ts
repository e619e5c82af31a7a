/** The points between two parts of a line: `closed · last development Thu 8 Sep 2022`. */

/**
 * The text with each point held to the part before it: where the line breaks there, the point ends it, and begins none. For
 * texts as they are shown; as they are composed and compared, all their spaces are plain ones.
 */
export function holdPoints(text: string): string {
  return text.replaceAll(' · ', '\u00a0· ');
}
