import { expect, it, vi } from 'vitest';
import { Kept, keeping, keepingOf } from '../../src/ask/words/keeping.ts';

it('works out once what it keeps, and anew what it has forgotten', () => {
  const read = vi.fn((text: string) => text.length);
  const lengthOf = keeping(2, read);
  expect(['a', 'bb', 'a', 'bb'].map(lengthOf)).toEqual([1, 2, 1, 2]);
  expect(read).toHaveBeenCalledTimes(2);
  // A third one is too many: all are forgotten.
  expect(['ccc', 'a', 'ccc'].map(lengthOf)).toEqual([3, 1, 3]);
  expect(read).toHaveBeenCalledTimes(4);
});

it('keeps what is worked out for a key', () => {
  const kept = new Kept<number>(10);
  expect([kept.of('a', () => 1), kept.of('a', () => 2), kept.of('b', () => 3)]).toEqual([1, 1, 3]);
});

it('keeps what is worked out for a thing, which another one that is equal is not', () => {
  const read = vi.fn(({ name }: { name: string }) => name.length);
  const lengthOf = keepingOf(read);
  const thing = { name: 'ship' };
  expect([lengthOf(thing), lengthOf(thing), lengthOf({ name: 'ship' })]).toEqual([4, 4, 4]);
  expect(read).toHaveBeenCalledTimes(2);
});
