/** One bot for each database: a transaction on a file of its own, which the system ends with the process, also by a kill. */

import { DatabaseSync } from 'node:sqlite';
import { OperatorProblem } from '../../operator/index.ts';
import { isBusy } from './problem.ts';

/**
 * Takes the lock, and holds it until the function that it returns is called.
 * @throws {Error} with a sentence for the operator where another bot holds it
 */
export function takeLock(file: string, folder: string): () => void {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    const beside = 'set DATELINE_DATA to another folder and, for a second bot beside it, PORT to another number';
    throw new OperatorProblem(`Another bot runs with the data in ‘${folder}’: stop it, or ${beside}.`, {
      cause: error,
    });
  }
  return () => database.close();
}
