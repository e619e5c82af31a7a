/** Prints a text with the end of its line, and returns the exit code of what went well. */
export function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
