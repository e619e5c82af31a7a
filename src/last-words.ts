/** What a program says of the error that ends it. */
import { OperatorProblem } from './operator/index.ts';

/** The sentence, where it is one for the operator, who can mend it; of any other error it is told where it broke. */
export function lastWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof OperatorProblem ? error.message : (error.stack ?? error.message);
}
