/** The days of headings. */
import { expect, test } from 'vitest';
import type { Timed } from '../../src/digest/index.ts';
import { occurrenceBefore, periodBefore, weekWith } from '../../src/digest/when/period.ts';

const at = (instant: string) => Date.parse(instant);
const nine = 9 * 60;

test.each<[string, Timed, string, string, string]>([
  ['a weekly digest', { kind: 'weekly', on: 1, at: nine }, '2026-03-30T07:00:00Z', '2026-03-23', '2026-03-29'],
  ['one over midnight', { kind: 'weekly', on: 1, at: 0 }, '2026-03-29T22:00:00Z', '2026-03-23', '2026-03-29'],
  ['a daily digest', { kind: 'daily', at: nine }, '2026-03-30T07:00:00Z', '2026-03-29', '2026-03-29'],
  ['one on weekdays, on Monday', { kind: 'weekdays', at: nine }, '2026-03-30T07:00:00Z', '2026-03-27', '2026-03-29'],
  ['one on weekdays, on Friday', { kind: 'weekdays', at: nine }, '2026-03-27T08:00:00Z', '2026-03-26', '2026-03-26'],
  ['a monthly digest', { kind: 'monthly', on: 31, at: nine }, '2026-03-31T07:00:00Z', '2026-02-28', '2026-03-30'],
  ['one on the first', { kind: 'monthly', on: 1, at: nine }, '2026-04-01T07:00:00Z', '2026-03-01', '2026-03-31'],
])('%s tells of the days since the one before', (_, cadence, occurrence, from, until) => {
  expect(periodBefore(at(occurrence), { cadence, zone: 'Europe/Oslo' })).toEqual({ from, until });
});

test('a digest tells of the days since the last that was sent, where that is longer ago', () => {
  const cadence = { kind: 'weekly', on: 1, at: nine } as const;
  const subscription = { cadence, zone: 'Europe/Oslo', lastSent: at('2026-03-09T08:00:00Z') };
  expect(periodBefore(at('2026-03-30T07:00:00Z'), subscription)).toEqual({ from: '2026-03-09', until: '2026-03-29' });
  const later = { ...subscription, lastSent: at('2026-03-24T08:00:00Z') };
  expect(periodBefore(at('2026-03-30T07:00:00Z'), later).from).toBe('2026-03-23');
});

test('the occurrence before one is the one whose next it is', () => {
  const cadence = { kind: 'daily', at: 150 } as const; // half past two, which the clocks skip on the 29th
  const one = occurrenceBefore(at('2026-03-30T00:30:00Z'), cadence, 'Europe/Oslo');
  expect(new Date(one).toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(new Date(occurrenceBefore(one, cadence, 'Europe/Oslo')).toISOString()).toBe('2026-03-28T01:30:00.000Z');
});

test('the week with a day is that of the cadence, or begins on Monday', () => {
  const zone = 'Asia/Kolkata';
  const weekly = { cadence: { kind: 'weekly', on: 4, at: nine }, zone } as const;
  const daily = { cadence: { kind: 'daily', at: nine }, zone } as const;
  expect(weekWith('2022-09-07', weekly)).toEqual({ from: '2022-09-01', until: '2022-09-07' });
  expect(weekWith('2022-09-08', weekly)).toEqual({ from: '2022-09-08', until: '2022-09-14' });
  expect(weekWith('2022-09-07', daily)).toEqual({ from: '2022-09-05', until: '2022-09-11' });
  expect(weekWith('2022-09-05', daily)).toEqual({ from: '2022-09-05', until: '2022-09-11' });
  expect(weekWith('2022-09-11', daily)).toEqual({ from: '2022-09-05', until: '2022-09-11' });
});
