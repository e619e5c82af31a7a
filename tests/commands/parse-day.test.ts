import { expect, test } from 'vitest';
import { parseDay, type Today } from '../../src/commands/typed/parse-day.ts';

/** A Friday in London and New York, a Saturday already in Auckland. */
const now = Date.parse('2026-03-20T23:30:00Z');
const utc: Today = { now, timeZone: 'UTC', first: '2026-03-11', last: '2026-03-18' };

test.for<[string, string]>([
  ['2022-09-08', '2022-09-08'],
  ['8 sep 2022', '2022-09-08'],
  ['8 September 2022', '2022-09-08'],
  ['September 8, 2022', '2022-09-08'],
  ['8th of September 2022', '2022-09-08'],
  ['Thu 8 Sep 2022', '2022-09-08'],
  ['8/9/2022', '2022-09-08'], // the day first
  ['8.9.2022', '2022-09-08'],
  ['2022/09/08', '2022-09-08'],
  [' 8  SEP  2022 ', '2022-09-08'],
])('a day with its year, ‘%s’, is that day', ([typed, day]) => {
  expect(parseDay(typed, utc)).toBe(day);
});

test.for<[string, string, string, string]>([
  ['8 sep', '2022-09-08', '2022-09-08', '2022-09-08'],
  ['9 sep', '2022-09-08', '2022-09-08', '2022-09-09'], // the day after, not the year before
  ['18 mar', '2026-03-11', '2026-03-18', '2026-03-18'],
  ['20 mar', '2026-03-11', '2026-03-18', '2026-03-20'],
  ['1 jan', '2026-03-11', '2026-03-18', '2026-01-01'],
  ['31 dec', '2026-03-11', '2026-03-18', '2025-12-31'],
  ['3 jan', '2022-01-01', '2022-12-30', '2022-01-03'], // between the reports, though the next is nearer to the last
  ['8 sep', '2020-01-01', '2022-12-31', '2022-09-08'],
  ['thu 8 sep', '2022-09-08', '2022-09-08', '2022-09-08'], // as briefings write it
  ['Thursday, 8 September', '2022-09-08', '2022-09-08', '2022-09-08'],
])('a day without a year, ‘%s’, is the one among or beside the reports of %s to %s', ([typed, first, last, day]) => {
  expect(parseDay(typed, { ...utc, first, last })).toBe(day);
});

test.for<[string, string, string]>([
  ['29 feb', '2026-03-18', '2024-02-29'],
  ['29 feb', '2024-02-29', '2024-02-29'],
  ['29 February', '2024-02-28', '2024-02-29'],
  ['feb 29th', '1903-01-01', '1896-02-29'], // eight years back: 1900 was none
  ['29 feb 2024', '2026-03-18', '2024-02-29'],
  ['2024-02-29', '2026-03-18', '2024-02-29'],
])('‘%s’ is a leap day, whatever year it is typed in', ([typed, last, day]) => {
  const reports = { first: last, last };
  expect(parseDay(typed, { ...utc, ...reports })).toBe(day);
  expect(parseDay(typed, { now: Date.parse('2024-07-01T12:00:00Z'), timeZone: 'UTC', ...reports })).toBe(day);
});

test.for(['29 feb 2023', '2023-02-29', '2100-02-29', '31 sep', '31 sep 2022', '2022-09-31', '30 feb', '0 jan 2022'])(
  '‘%s’ is in no calendar',
  (typed) => {
    expect(parseDay(typed, utc)).toBeUndefined();
  },
);

test.for<[string, ...string[]]>([
  ['UTC', '2026-03-20', '2026-03-19', '2026-03-13'],
  ['America/New_York', '2026-03-20', '2026-03-19', '2026-03-13'],
  ['Pacific/Auckland', '2026-03-21', '2026-03-20', '2026-03-20'],
])('today, yesterday and last Friday are counted from the day that it is in %s', ([timeZone, ...days]) => {
  for (const [index, typed] of ['today', 'yesterday', 'last friday'].entries()) {
    expect(parseDay(typed, { ...utc, timeZone })).toBe(days[index]);
    expect(parseDay(typed.toUpperCase(), { ...utc, timeZone })).toBe(days[index]);
  }
});

test('the day changes at midnight in the time zone, to the minute', () => {
  const midnight = Date.parse('2026-03-20T11:00:00Z'); // in Auckland, before the clocks go back
  const auckland = { timeZone: 'Pacific/Auckland', first: '2026-03-11', last: '2026-03-18' };
  expect(parseDay('today', { now: midnight - 60_000, ...auckland })).toBe('2026-03-20');
  expect(parseDay('today', { now: midnight, ...auckland })).toBe('2026-03-21');
});

test('the day after a change of the clocks has its yesterday', () => {
  // In Oslo the clocks went forward on 29 March 2026: that day had 23 hours.
  const monday = {
    now: Date.parse('2026-03-29T22:15:00Z'),
    timeZone: 'Europe/Oslo',
    first: '2026-03-11',
    last: '2026-03-18',
  };
  expect(parseDay('today', monday)).toBe('2026-03-30');
  expect(parseDay('yesterday', monday)).toBe('2026-03-29');
  expect(parseDay('last sunday', monday)).toBe('2026-03-29');
});

test.for(['sep', 'september', 'september 2022', '2022-09', '2022', 'may', 'last month', 'last year', 'this week'])(
  '‘%s’ is longer than a day and is refused',
  (typed) => {
    expect(parseDay(typed, utc)).toBeUndefined();
  },
);

test.for([
  ...['', ' ', 'soon', 'nonsense', 'timeline', '8', '0', '-1', '12:00', 'the', '@everyone', '🛰', 'x'.repeat(1000)],
  ...['8 sep or 9 sep', '8-9 sep', '8 sep – 9 sep', '8 sep nonsense', 'since 8 sep', 'as-of 8 sep'],
  ...['8 sep 44 BC', '8 sep 20222'],
])('‘%s’ is no day', (typed) => {
  expect(parseDay(typed, utc)).toBeUndefined();
});
