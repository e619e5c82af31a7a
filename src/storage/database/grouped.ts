/** Writes that come at the same time share one transaction: what takes the time is to make it last. */
import { setImmediate as others } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Readers wait while a transaction is under way. */
const mostAtOnce = 50;

interface Write {
  /** Writes, and nothing else: it may be done again. */
  act(transaction: Transaction<Tables>): Promise<void>;
  done(): void;
  failed(error: unknown): void;
}

/** Keeps writes in their order; each promise settles once its write lasts, or has failed. */
export function grouped(db: Kysely<Tables>) {
  const waiting: Write[] = [];
  let isRunning = false;

  const keep = (writes: readonly Write[]) =>
    db.transaction().execute(async (transaction) => {
      for (const { act } of writes) await act(transaction);
    });

  const run = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      await others(); // more may come, and others have their turn
      const writes = waiting.splice(0, mostAtOnce);
      try {
        await keep(writes);
        for (const { done } of writes) done();
      } catch {
        // One may fail for a reason of its own, which is not the others'.
        for (const write of writes) await keep([write]).then(write.done, write.failed);
      }
    }
    isRunning = false;
  };

  return async <T>(act: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> => {
    let result: { readonly value: T } | undefined;
    await new Promise<void>((done, failed) => {
      const keeping = async (transaction: Transaction<Tables>) => {
        result = { value: await act(transaction) };
      };
      waiting.push({ act: keeping, done, failed });
      if (!isRunning) void run();
    });
    if (!result) throw new Error('a write ended without a result');
    return result.value;
  };
}
