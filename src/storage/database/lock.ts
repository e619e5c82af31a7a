/** One bot for each database: a transaction on a file of its own, which the system ends with the process, also by a kill. */

import { DatabaseSync } from 'node:sqlite';
import { OperatorProblem } from '../../operator/index.ts';
import { isBusy } from './problem.ts';

/**
 * Takes the lock, and holds it until the function that it returns is called.
 * @param held the sentence for the operator where a bot holds it
 * @throws {OperatorProblem} with that sentence
 */
export function takeLock(file: string, held: string): () => void {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new OperatorProblem(held, { cause: error });
  }
  return () => database.close();
}
