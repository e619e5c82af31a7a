import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inTurns } from '../../src/bot/in-turns.ts';

function* steps(seen: string[]) {
  for (const name of ['first', 'second', 'third']) yield seen.push(name);
}

it('lets others have their turn between two steps', async () => {
  const seen: string[] = [];
  const done = inTurns(steps(seen), new AbortController().signal);
  await setImmediate();
  seen.push('another');
  await done;
  expect(seen).toEqual(['first', 'second', 'another', 'third']);
});

it('ends before the next step once it is stopped', async () => {
  const seen: string[] = [];
  const stopping = new AbortController();
  const done = inTurns(steps(seen), stopping.signal);
  stopping.abort();
  await done;
  expect(seen).toEqual(['first']);
});

it('rejects as a step does', async () => {
  const failing = (function* () {
    yield 1;
    throw new Error('no more');
  })();
  await expect(inTurns(failing, new AbortController().signal)).rejects.toThrow('no more');
});

it('leaves others as much time as the steps took, once that is felt', async () => {
  let time = 0;
  const pauses: number[] = [];
  const clock = {
    now: () => time,
    pause: async (ms: number) => {
      pauses.push(ms);
      time += ms;
    },
  };
  const taking = [1, 2, 3, 60, 4, 0].values().map((ms) => {
    time += ms;
    return ms;
  });
  await inTurns(taking, new AbortController().signal, clock);
  expect(pauses).toEqual([6, 60]);
});
