import { expect, test } from 'vitest';
import { sayGap } from '../../src/picture/gap.ts';

const mark = (first: string, last = first) => ({ first, last, label: '', said: '', look: 'known' as const });

test.for([
  ['2026-03-02', '2026-03-08', undefined],
  ['2026-03-02', '2026-03-09', 'one week'],
  ['2026-03-02', '2026-03-12', '10 days'],
  ['2026-03-02', '2026-03-16', '2 weeks'],
  ['2022-07-15', '2022-09-07', 'about 8 weeks'],
  ['2026-01-10', '2026-04-10', '3 months'],
  ['2026-01-10', '2026-04-25', 'about 3 months'],
  ['2024-03-01', '2026-03-01', '2 years'],
  ['2019-05-01', '2026-03-01', 'about 7 years'],
] as const)('from %s to %s it is %s', ([before, after, said]) => {
  expect(sayGap(mark(before), mark(after))).toBe(said);
});

test('the time between days that are not sure is said only where it is the same for all of them', () => {
  expect(sayGap(mark('2018-01-01', '2018-12-31'), mark('2022-07-15'))).toBeUndefined();
  expect(sayGap(mark('2026-03-01', '2026-03-31'), mark('2026-04-10'))).toBeUndefined();
  expect(sayGap(mark('2010-03-01', '2010-03-31'), mark('2026-03-10'))).toBe('about 16 years');
});
