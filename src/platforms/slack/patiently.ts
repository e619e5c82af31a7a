/** Waits for rate limits: what a reader asked for comes late rather than never. Posts leave that to whoever delivers them. */
import { setTimeout as wait } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

/** So often a call may be put off. */
const mostWaits = 3;

/** Calls again where Slack says to come later, which means that it has done nothing. @param longestMs what would wait longer fails */
export async function patiently<T>(call: () => Promise<T>, longestMs = Number.POSITIVE_INFINITY): Promise<T> {
  for (let left = mostWaits; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof webApi.WebAPIRateLimitedError) || left === 0) throw error;
      const waitMs = error.retryAfter * 1000;
      if (waitMs > longestMs) throw error;
      await wait(waitMs);
    }
  }
}
