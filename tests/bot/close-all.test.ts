import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { closeAll, closeTogether } from '../../src/bot/close-all.ts';

function steps(closed: string[]) {
  const closing = (name: string) => async () => {
    await setImmediate();
    closed.push(name);
  };
  const failing = (name: string) => async () => {
    await closing(name)();
    throw new Error(`${name} stays open`);
  };
  return { closing, failing };
}

it('closes one after the other, also behind what fails, and rejects with the first error', async () => {
  const closed: string[] = [];
  const { closing, failing } = steps(closed);
  const throwing = () => {
    closed.push('fourth');
    throw new Error('fourth stays open');
  };
  const ended = closeAll([closing('first'), failing('second'), closing('third'), throwing, closing('last')]);
  await expect(ended).rejects.toThrow('second stays open');
  expect(closed).toEqual(['first', 'second', 'third', 'fourth', 'last']);
});

it('waits for all that is closed side by side before it rejects', async () => {
  const closed: string[] = [];
  const { closing, failing } = steps(closed);
  const slow = async () => {
    await setImmediate();
    await closing('slow')();
  };
  await expect(closeTogether([failing('first'), slow, closing('last')])).rejects.toThrow('first stays open');
  expect(closed).toEqual(['first', 'last', 'slow']);
});
