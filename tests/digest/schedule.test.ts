/** When the engine begins, and when it ends. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { startDigests } from '../../src/digest/index.ts';
import { openTransientStorage } from '../../src/storage/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';
import { minuteMs } from './rig.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-03-31T08:00:30Z') }));
afterEach(() => void vi.useRealTimers());

/** Digests over the stories of the tests, and how often they were looked after. */
async function startCounting(ready: Promise<void>) {
  const stories = await StoryLibrary.open(join(import.meta.dirname, '../stories'));
  const storage = await openTransientStorage();
  const counts = { looks: 0, entered: 0 };
  const parts = {
    ...storage,
    stories,
    ledger: {
      ...storage.ledger,
      async waiting() {
        counts.looks += 1;
        return [];
      },
    },
    entries: {
      ...storage.entries,
      async enter() {
        counts.entered += 1;
        return ['statement:any'];
      },
    },
    platforms: new Map(),
    pictures: { png: async () => undefined },
    clock: { now: Date.now, elapsed: () => performance.now() },
    quietMs: minuteMs,
    catchUpMs: minuteMs,
    newKey: () => 'key',
    log: { info: () => {}, warn: () => {}, error: (details: object) => expect.fail(JSON.stringify(details)) },
    figures: { slotEnded: () => {}, corrected: () => {} },
  };
  const digests = startDigests(parts, ready);
  onTestFinished(async () => {
    await digests.stop();
    stories.close();
    await storage.close();
  });
  return { digests, counts };
}

test('digests are looked after once all is ready, then each minute, and no more once they are stopped', async () => {
  const ready = Promise.withResolvers<void>();
  const { digests, counts } = await startCounting(ready.promise);
  await vi.advanceTimersByTimeAsync(3 * minuteMs);
  expect(counts).toEqual({ looks: 0, entered: 0 });
  ready.resolve();
  await vi.advanceTimersByTimeAsync(1000);
  expect(counts.entered).toBe(2);
  const { looks } = counts;
  expect(looks).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(counts.looks).toBeGreaterThan(looks);
  await digests.stop();
  const last = counts.looks;
  await vi.advanceTimersByTimeAsync(3 * minuteMs);
  expect(counts.looks).toBe(last);
});

test('digests that are stopped before all is ready never begin', async () => {
  const ready = Promise.withResolvers<void>();
  const { digests, counts } = await startCounting(ready.promise);
  await digests.stop();
  ready.resolve();
  await vi.advanceTimersByTimeAsync(3 * minuteMs);
  expect(counts).toEqual({ looks: 0, entered: 0 });
});
