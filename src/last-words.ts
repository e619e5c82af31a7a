/** What a program says of the error that ends it. */

/** An error that has a cause is a sentence for the operator, who can mend it; of any other it is told where it broke. */
export function lastWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? (error.stack ?? error.message) : error.message;
}
