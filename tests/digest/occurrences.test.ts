import { describe, expect, it } from 'vitest';
import { nextOccurrence, type Timed, type Weekday } from '../../src/digest/index.ts';
import { type Clock, changingClocks, dayMs, from, minuteMs, until } from './clocks.ts';

const hours = [0, 30, 90, 120, 150, 180, 23 * 60 + 59];
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const kinds: readonly ((at: number) => Timed)[] = [
  (at) => ({ kind: 'daily', at }),
  (at) => ({ kind: 'weekdays', at }),
  ...weekdays.map(
    (on) =>
      (at: number): Timed => ({ kind: 'weekly', on, at }),
  ),
  ...[1, 15, 29, 30, 31].map(
    (on) =>
      (at: number): Timed => ({ kind: 'monthly', on, at }),
  ),
];
const clocks = changingClocks();

/** The dates of a cadence, as the calendar has them: the days of an interval are gone through one by one. */
function isOn(cadence: Timed, date: Date): boolean {
  const weekday = date.getUTCDay() || 7;
  if (cadence.kind === 'weekly') return weekday === cadence.on;
  if (cadence.kind !== 'monthly') return cadence.kind === 'daily' || weekday < 6;
  const tomorrow = new Date(date.getTime() + dayMs);
  return date.getUTCDate() === cadence.on || (tomorrow.getUTCDate() === 1 && date.getUTCDate() < cadence.on);
}

/** What is wrong with an occurrence for a local time; undefined where nothing is. */
function fault({ changes, localAt }: Clock, wanted: number, at: number): string | undefined {
  if (at % minuteMs !== 0) return 'is no whole minute';
  if (localAt(at) < wanted) return 'is too early';
  const gap = changes.find((change) => change.at === at && change.afterMs > change.beforeMs);
  if (localAt(at) !== wanted && !gap) return 'is at another time, and no clock was put forward';
  if (localAt(at - minuteMs) >= wanted) return 'is not the first valid minute';
  const repeated = changes.find((change) => change.at <= at && at - change.at < 4 * 3_600_000);
  if (repeated && localAt(repeated.at - minuteMs) >= wanted) return 'comes again';
  return undefined;
}

/** Goes over each date from a day to another, and over the occurrences beside it. */
function faultsBetween(clock: Clock, cadence: Timed, first: number, last: number): string[] {
  const faults: string[] = [];
  let at = nextOccurrence(cadence, clock.zone, first - 2 * dayMs);
  while (clock.localAt(at) < first + cadence.at * minuteMs) at = nextOccurrence(cadence, clock.zone, at);
  for (let day = first; day <= last; day += dayMs) {
    const date = new Date(day);
    if (!isOn(cadence, date)) continue;
    const wrong = fault(clock, day + cadence.at * minuteMs, at);
    const told = () =>
      `${clock.zone} ${JSON.stringify(cadence)} ${date.toISOString().slice(0, 10)}: ${new Date(at).toISOString()}`;
    if (wrong) faults.push(`${told()} ${wrong}`);
    const next = nextOccurrence(cadence, clock.zone, at);
    if (next <= at) faults.push(`${told()} is not followed by a later one`);
    at = next;
  }
  return faults;
}

describe('occurrences in every zone whose clock is changed from 2020 to 2035', () => {
  it('are checked against all such zones, those that change at midnight among them', () => {
    expect(clocks.length).toBeGreaterThan(100);
    const atMidnight = clocks.filter(({ changes }) =>
      changes.some(({ at, beforeMs, afterMs }) => {
        const [before, after] = [at + beforeMs, at + afterMs];
        return Math.floor(before / dayMs) !== Math.floor(after / dayMs) || before % dayMs === 0;
      }),
    );
    expect(atMidnight.length).toBeGreaterThan(10);
  });

  it('come once for each date, in order, at the right local time, around every change of a clock', () => {
    const faults: string[] = [];
    for (const clock of clocks)
      for (const change of clock.changes) {
        const day = Math.floor((change.at + change.beforeMs) / dayMs) * dayMs;
        for (const at of hours)
          for (const kind of kinds) faults.push(...faultsBetween(clock, kind(at), day - 2 * dayMs, day + 2 * dayMs));
      }
    expect(faults.slice(0, 10)).toEqual([]);
  });

  it('come once for each date through all those years', () => {
    const faults = clocks.flatMap((clock, index) => {
      const at = hours[index % hours.length] ?? 0;
      const cadences = [kinds[0], kinds[1 + (index % (kinds.length - 1))]].flatMap((kind) => kind?.(at) ?? []);
      return cadences.flatMap((cadence) => faultsBetween(clock, cadence, from + 2 * dayMs, until - 2 * dayMs));
    });
    expect(faults.slice(0, 10)).toEqual([]);
  });
});

const inTirane = (cadence: Timed, after: string, zone = 'Europe/Tirane') =>
  new Date(nextOccurrence(cadence, zone, Date.parse(after))).toISOString();

describe('an occurrence', () => {
  it('is strictly later', () => {
    const monday: Timed = { kind: 'weekly', on: 1, at: 540 };
    expect(inTirane(monday, '2026-11-30T07:59:59.999Z')).toBe('2026-11-30T08:00:00.000Z');
    expect(inTirane(monday, '2026-11-30T08:00:00Z')).toBe('2026-12-07T08:00:00.000Z');
  });

  it('that a clock change skips comes at the next valid minute', () => {
    expect(inTirane({ kind: 'daily', at: 150 }, '2027-03-28T00:00:00Z')).toBe('2027-03-28T01:00:00.000Z');
    expect(inTirane({ kind: 'daily', at: 0 }, '2026-09-05T12:00:00Z', 'America/Santiago')).toBe(
      '2026-09-06T04:00:00.000Z',
    );
  });

  it('that a clock change repeats comes the first time only', () => {
    expect(inTirane({ kind: 'daily', at: 150 }, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(inTirane({ kind: 'daily', at: 150 }, '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('whose date a gap over midnight ends comes at the next date’s first minute, and that date keeps its own', () => {
    const late: Timed = { kind: 'daily', at: 23 * 60 + 30 };
    expect(inTirane(late, '2027-03-27T12:00:00Z', 'America/Nuuk')).toBe('2027-03-28T01:00:00.000Z');
    expect(inTirane(late, '2027-03-28T01:00:00Z', 'America/Nuuk')).toBe('2027-03-29T00:30:00.000Z');
  });

  it('on a day that a month lacks is on its last', () => {
    const on: Timed = { kind: 'monthly', on: 31, at: 540 };
    expect(inTirane(on, '2027-01-31T12:00:00Z')).toBe('2027-02-28T08:00:00.000Z');
    expect(inTirane(on, '2028-01-31T12:00:00Z')).toBe('2028-02-29T08:00:00.000Z');
    expect(inTirane(on, '2028-02-29T12:00:00Z')).toBe('2028-03-31T07:00:00.000Z');
  });

  it('of a day that a zone left out altogether comes once, as the next day begins', () => {
    expect(inTirane({ kind: 'weekly', on: 5, at: 540 }, '2011-12-29T12:00:00Z', 'Pacific/Apia')).toBe(
      '2011-12-30T10:00:00.000Z',
    );
    expect(inTirane({ kind: 'weekly', on: 5, at: 540 }, '2011-12-30T10:00:00Z', 'Pacific/Apia')).toBe(
      '2012-01-05T19:00:00.000Z',
    );
  });

  it('has no place in a zone that is none', () => {
    expect(() => inTirane({ kind: 'daily', at: 0 }, '2026-01-01T00:00:00Z', 'Europe/Nowhere')).toThrow(RangeError);
  });
});
