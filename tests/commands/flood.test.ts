import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Flood } from '../../src/commands/index.ts';

const start = Date.parse('2026-04-10T10:00:00Z');
const windowMs = 10_000;

test('of 25 commands at once 20 are answered, the next gets the notice, the others nothing', () => {
  const flood = new Flood();
  const admitted = Array.from({ length: 25 }, (_, index) => flood.admit('r', start + index));
  expect(admitted).toEqual([...Array(20).fill('answer'), 'notice', ...Array(4).fill('silence')]);
});

test('who was told to wait is answered again once the window has passed, and not before', () => {
  const flood = new Flood();
  for (let each = 0; each < 21; each += 1) flood.admit('r', start);
  expect(flood.admit('r', start + windowMs - 1)).toBe('silence');
  expect(flood.admit('r', start + windowMs)).toBe('answer');
});

test('who types as fast as is allowed is always answered', () => {
  const flood = new Flood();
  const admitted = Array.from({ length: 200 }, (_, index) => flood.admit('r', start + index * 500));
  expect(new Set(admitted)).toEqual(new Set(['answer']));
});

interface Came {
  readonly reader: string;
  readonly at: number;
}

/** Bursts of two readers, with gaps at which windows end. */
const bursts: fc.Arbitrary<Came[]> = fc
  .array(
    fc.record({
      reader: fc.constantFrom('a', 'b'),
      count: fc.constantFrom(1, 2, 19, 20, 21, 22),
      gap: fc.constantFrom(0, 1, 99, 100, 5000, 9900, 9999, 10_000, 10_001, 60_000),
      each: fc.constantFrom(0, 0, 1, 30),
    }),
    { maxLength: 14 },
  )
  .map((list) => {
    let at = start;
    return list.flatMap(({ reader, count, gap, each }) => {
      at += gap;
      return Array.from({ length: count }, () => {
        at += each;
        return { reader, at };
      });
    });
  });

/** What happens to one reader's commands. */
function admissions(came: readonly Came[], reader: string) {
  const flood = new Flood();
  const all = came.map((each) => ({ ...each, admission: flood.admit(each.reader, each.at) }));
  return all.filter((each) => each.reader === reader);
}

const runs = { numRuns: 2000, seed: 20260410 };

test('no reader gets more than 20 answers in any 10 seconds, nor less than that where they type as much', () => {
  fc.assert(
    fc.property(bursts, (came) => {
      const own = admissions(came, 'a');
      const answered = own.filter(({ admission }) => admission === 'answer').map(({ at }) => at);
      const within = (at: number) => answered.filter((each) => each > at - windowMs && each <= at).length;
      for (const { at } of own) expect(within(at)).toBeLessThanOrEqual(20);
      for (const { at, admission } of own) if (admission !== 'answer') expect(within(at)).toBe(20);
    }),
    runs,
  );
});

test('no reader gets more than one notice in any 10 seconds, and one not long before any silence', () => {
  fc.assert(
    fc.property(bursts, (came) => {
      let noticedAt = Number.NEGATIVE_INFINITY;
      for (const { at, admission } of admissions(came, 'a')) {
        if (admission === 'notice') {
          expect(at - noticedAt).toBeGreaterThanOrEqual(windowMs);
          noticedAt = at;
        }
        // A second window of silence may begin within the notice’s own.
        if (admission === 'silence') expect(at - noticedAt).toBeLessThan(2 * windowMs);
      }
    }),
    runs,
  );
});

test('what one reader types changes nothing for another', () => {
  fc.assert(
    fc.property(bursts, (came) => {
      const alone = came.filter(({ reader }) => reader === 'a');
      expect(admissions(came, 'a')).toEqual(admissions(alone, 'a'));
    }),
    runs,
  );
});

test('readers who have been quiet for a window are forgotten', () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const heapMb = () => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const flood = new Flood();
  const before = heapMb();
  for (let reader = 0; reader < 50_000; reader += 1) flood.admit(`test space ${reader}`, start);
  const full = heapMb() - before;
  expect(flood.admit('test space 0', start + windowMs)).toBe('answer');
  const left = heapMb() - before;
  expect(full).toBeGreaterThan(5);
  expect(left).toBeLessThan(full / 5);
  expect(flood.admit('r', start + 2 * windowMs)).toBe('answer'); // it is still in use
});
