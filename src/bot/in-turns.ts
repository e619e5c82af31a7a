/** Long work in the background. */
import { setImmediate, setTimeout } from 'node:timers/promises';

/** What others have to themselves begins once so much was done, in milliseconds. */
const stint = 5;

/** The time, in milliseconds. */
interface Clock {
  now(): number;
  pause(ms: number): Promise<unknown>;
}

const wall: Clock = { now: () => performance.now(), pause: setTimeout };

/**
 * Goes through steps, between two of which everything else gets its turn, and about as much time as they take: what takes
 * several turns, such as reading a file, would wait for as many steps. Ends early where it is stopped. Rejects as a step throws.
 */
export async function inTurns(steps: Iterable<unknown>, stopped: AbortSignal, clock = wall): Promise<void> {
  let begun = clock.now();
  for (const _ of steps) {
    const worked = clock.now() - begun;
    if (worked < stint) await setImmediate();
    else {
      await clock.pause(worked);
      begun = clock.now();
    }
    if (stopped.aborted) return;
  }
}
