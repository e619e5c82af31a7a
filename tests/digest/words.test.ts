import { describe, expect, it } from 'vitest';
import { type Cadence, completeZone, sayCadence, sayInstant, zoneNamed } from '../../src/digest/index.ts';
import { sayDuration } from '../../src/digest/when/say-cadence.ts';

const zone = 'Europe/Tirane';
const minuteMs = 60_000;

describe('a cadence in words', () => {
  it.each<[Cadence, string]>([
    [{ kind: 'daily', at: 0 }, 'every day at 00:00 (Europe/Tirane)'],
    [{ kind: 'weekdays', at: 545 }, 'Monday to Friday at 09:05 (Europe/Tirane)'],
    [{ kind: 'weekly', on: 7, at: 1439 }, 'every Sunday at 23:59 (Europe/Tirane)'],
    [{ kind: 'monthly', on: 1, at: 540 }, 'every month on the 1st at 09:00 (Europe/Tirane)'],
    [{ kind: 'monthly', on: 12, at: 540 }, 'every month on the 12th at 09:00 (Europe/Tirane)'],
    [{ kind: 'monthly', on: 23, at: 540 }, 'every month on the 23rd at 09:00 (Europe/Tirane)'],
    [{ kind: 'monthly', on: 28, at: 540 }, 'every month on the 28th at 09:00 (Europe/Tirane)'],
    [{ kind: 'monthly', on: 31, at: 540 }, 'every month on the 31st, or its last day, at 09:00 (Europe/Tirane)'],
    [{ kind: 'news', leastMs: 180 * minuteMs }, 'when something happens, at most once in 3 hours'],
    [
      { kind: 'news', leastMs: 1440 * minuteMs, quiet: { from: 1320, to: 420 } },
      'when something happens, at most once a day, not from 22:00 to 07:00 (Europe/Tirane)',
    ],
  ])('%j is “%s”', (cadence, words) => {
    expect(sayCadence(cadence, zone)).toBe(words);
  });

  it('counts in the largest unit that leaves no rest', () => {
    const said = [1000, 30 * minuteMs, 60 * minuteMs, 90 * minuteMs, 1440 * minuteMs, 2880 * minuteMs].map(sayDuration);
    expect(said).toEqual(['1 second', '30 minutes', '1 hour', '90 minutes', '24 hours', '2 days']);
  });

  it('gives an instant by the zone’s own calendar', () => {
    expect(sayInstant(Date.parse('2026-11-30T08:00:00Z'), zone)).toBe('Mon 30 Nov 2026, 09:00');
    expect(sayInstant(Date.parse('2026-12-31T23:30:00Z'), zone)).toBe('Fri 1 Jan 2027, 00:30');
  });
});

describe('a time zone', () => {
  it.each([
    ['europe/tirane', 'Europe/Tirane'],
    [' Tirana ', 'Europe/Tirane'],
    ['Albania', 'Europe/Tirane'],
    ['NEW YORK', 'America/New_York'],
    ['america / new york', 'America/New_York'],
    ['port-au-prince', 'America/Port-au-Prince'],
    ['são paulo', 'America/Sao_Paulo'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['kiev', 'Europe/Kyiv'],
    ['asia/calcutta', 'Asia/Kolkata'],
    ['US/Eastern', 'America/New_York'],
    ['utc', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['GMT', 'UTC'],
  ])('is known as “%s”', (typed, name) => {
    expect(zoneNamed(typed)).toBe(name);
  });

  it.each(['', ' ', '/', 'EST', '+02:00', 'Europe', 'Europe/', 'Europe/Nowhere', 'Russia', 'x'.repeat(5000), '<@1>'])(
    'is not “%.20s”',
    (typed) => {
      expect(zoneNamed(typed)).toBeUndefined();
    },
  );

  it('that is known is its own name', () => {
    for (const name of completeZone('', 1000)) expect(zoneNamed(name)).toBe(name);
    expect(completeZone('', 1000).length).toBeGreaterThan(400);
  });

  it('is completed by city first, then by whole name, by country, and by what is near', () => {
    expect(completeZone('tir', 25)[0]).toBe('Europe/Tirane');
    expect(completeZone('tirna', 25)).toEqual(['Europe/Tirane']);
    expect(completeZone('europe/ti', 25)).toEqual(['Europe/Tirane']);
    expect(completeZone('York', 25)).toEqual(['America/New_York']);
    expect(completeZone('berlin', 25)[0]).toBe('Europe/Berlin');
    expect(completeZone('germ', 25)).toContain('Europe/Berlin');
    expect(completeZone('europe', 25)).toHaveLength(25);
    expect(completeZone('xyzxyz', 25)).toEqual([]);
  });
});
