/** Waits before trying again: twice as long each time, up to a minute. */
import { setTimeout as wait } from 'node:timers/promises';

/** How the waits grow; tests wait less. */
export interface Pace {
  readonly firstMs: number;
  readonly mostMs: number;
}

const calm: Pace = { firstMs: 1000, mostMs: 60_000 };

/** The wait before the attempt with that number, from 1. */
function backoffMs(attempt: number, { firstMs, mostMs } = calm): number {
  return Math.min(mostMs, firstMs * 2 ** (attempt - 1));
}

/**
 * Tries until it works, or until `signal` is aborted.
 * @param connect one attempt; what it throws is told to `failed`, which may throw it again to give up
 * @returns what the attempt gave; undefined where it was aborted
 */
export async function untilItWorks<T>(
  connect: () => Promise<T>,
  failed: (error: unknown, againInMs: number) => void,
  signal: AbortSignal,
  pace = calm,
): Promise<T | undefined> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      return await connect();
    } catch (error) {
      if (signal.aborted) return undefined;
      const againInMs = backoffMs(attempt, pace);
      failed(error, againInMs);
      await wait(againInMs, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
    }
  }
  return undefined;
}
