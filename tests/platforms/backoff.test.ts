import { expect, test } from 'vitest';
import { untilItWorks } from '../../src/platforms/backoff.ts';

const quick = { firstMs: 1, mostMs: 4 };

/** Fails so often, then works. */
function failing(times: number) {
  let attempts = 0;
  return async () => {
    attempts += 1;
    if (attempts <= times) throw new Error(`attempt ${attempts}`);
    return `attempt ${attempts}`;
  };
}

test('it is tried until it works, after waits twice as long each time, up to the most', async () => {
  const told: [string, number][] = [];
  const tell = (error: unknown, againInMs: number) => void told.push([(error as Error).message, againInMs]);
  expect(await untilItWorks(failing(5), tell, new AbortController().signal, quick)).toBe('attempt 6');
  expect(told).toEqual([
    ['attempt 1', 1],
    ['attempt 2', 2],
    ['attempt 3', 4],
    ['attempt 4', 4],
    ['attempt 5', 4],
  ]);
});

test('the waits are waited', async () => {
  const start = performance.now();
  await untilItWorks(failing(3), () => undefined, new AbortController().signal, { firstMs: 10, mostMs: 20 });
  expect(performance.now() - start).toBeGreaterThan(45); // 10, 20 and 20, less what timers are early
});

test('what works at once is not waited for, nor told', async () => {
  const told: unknown[] = [];
  expect(await untilItWorks(failing(0), (error) => told.push(error), new AbortController().signal)).toBe('attempt 1');
  expect(told).toEqual([]);
});

test.each([
  ['left alone, it waits a second first', undefined, 1000],
  ['where it is told to, an hour', { firstMs: 3_600_000, mostMs: 3_600_000 }, 3_600_000],
])('%s; and that wait ends at once when it is aborted', async (_what, pace, firstMs) => {
  const stopping = new AbortController();
  const waits: number[] = [];
  const tell = (_: unknown, againInMs: number) => {
    waits.push(againInMs);
    setImmediate(() => stopping.abort());
  };
  expect(await untilItWorks(failing(9), tell, stopping.signal, pace)).toBeUndefined();
  expect(waits).toEqual([firstMs]);
});

test('aborted before, it is not even tried', async () => {
  const tried = () => expect.fail('tried');
  expect(await untilItWorks(async () => tried(), tried, AbortSignal.abort(), quick)).toBeUndefined();
});

test('aborted during an attempt, its failure is not told', async () => {
  const stopping = new AbortController();
  const connect = async () => {
    stopping.abort();
    throw new Error('cut off');
  };
  expect(await untilItWorks(connect, () => expect.fail('told'), stopping.signal, quick)).toBeUndefined();
});

test('a failure that cannot be mended by waiting ends it', async () => {
  let attempts = 0;
  const connect = async () => {
    attempts += 1;
    throw new Error(attempts < 3 ? 'away' : 'the token is wrong');
  };
  const giveUp = (error: unknown) => {
    if ((error as Error).message !== 'away') throw error;
  };
  await expect(untilItWorks(connect, giveUp, new AbortController().signal, quick)).rejects.toThrow(
    'the token is wrong',
  );
  expect(attempts).toBe(3);
});
