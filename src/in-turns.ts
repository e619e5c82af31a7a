/** Long work in the background. */
import { setImmediate } from 'node:timers/promises';

/** Goes through steps, between two of which everything else gets its turn; ends early where it is stopped. Rejects as a step throws. */
export async function inTurns(steps: Iterable<unknown>, stopped: AbortSignal): Promise<void> {
  for (const _ of steps) {
    await setImmediate();
    if (stopped.aborted) return;
  }
}
