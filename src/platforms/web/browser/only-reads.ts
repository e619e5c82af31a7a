/** Whether a line may be sent once more though nobody typed it again: it changes nothing, and gives the same answer. */

const reading = /^\/(?:briefing|ask|stories|help|catchup \S+ since:|digest (?:preview|list))\b/;

/** Of a command as an answer gives it. */
export function onlyReads(command: string): boolean {
  return reading.test(command);
}
