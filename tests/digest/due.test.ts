import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOccurrence, type Timed, type Weekday } from '../../src/digest/index.ts';
import type { WhenNews } from '../../src/digest/when/cadence.ts';
import { decideDue, mayPostAt } from '../../src/digest/when/due.ts';
import { changingClocks, dayMs, minuteMs } from './clocks.ts';

const hourMs = 3_600_000;
const catchUpMs = 24 * hourMs;
const zone = 'Europe/Tirane';
const nine: Timed = { kind: 'daily', at: 540 };
const at = (text: string) => Date.parse(text);
const monday = at('2026-11-30T08:00:00Z'); // 09:00 in Tirana

const clocks = changingClocks();
const aroundAChange = fc
  .constantFrom(...clocks)
  .chain((clock) => fc.record({ clock: fc.constant(clock), change: fc.constantFrom(...clock.changes) }));
const minutes = fc.oneof(fc.constantFrom(0, 30, 90, 120, 150, 180, 1439), fc.integer({ min: 0, max: 1439 }));
const timed: fc.Arbitrary<Timed> = fc.oneof(
  fc.record({ kind: fc.constantFrom('daily', 'weekdays'), at: minutes }),
  fc.record({ kind: fc.constant('weekly'), on: fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>, at: minutes }),
  fc.record({ kind: fc.constant('monthly'), on: fc.integer({ min: 1, max: 31 }), at: minutes }),
);

/** All occurrences in (handled, now], whatever was decided about them. */
function decided(cadence: Timed, inZone: string, handled: number, now: number, within = catchUpMs): number[] {
  const { run, skipped } = decideDue({ cadence, zone: inZone, handled }, { now, catchUpMs: within });
  return [...skipped.map((each) => each.at), ...(run === undefined ? [] : [run])];
}

describe('what is due', () => {
  it('is the same for an interval as for any parts of it: none is lost, none comes twice', () => {
    fc.assert(
      fc.property(
        aroundAChange,
        timed,
        fc.array(fc.integer({ min: -45 * 1440, max: 45 * 1440 }), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 0, max: 72 }),
        ({ clock, change }, cadence, offsets, hours) => {
          const ticks = offsets.sort((a, b) => a - b).map((offset) => change.at + offset * minuteMs);
          const [first = 0, last = 0] = [ticks[0], ticks.at(-1)];
          const whole = decided(cadence, clock.zone, first, last);
          const parts = ticks
            .slice(1)
            .flatMap((tick, index) => decided(cadence, clock.zone, ticks[index] ?? 0, tick, hours * hourMs));
          expect(parts).toEqual(whole);
          expect(whole).toEqual([...new Set(whole)].sort((a, b) => a - b));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is found at its very instant, whoever ticks when', () => {
    fc.assert(
      fc.property(aroundAChange, timed, ({ clock, change }, cadence) => {
        const next = nextOccurrence(cadence, clock.zone, change.at - dayMs);
        const before = decideDue(
          { cadence, zone: clock.zone, handled: change.at - dayMs },
          { now: next - 1, catchUpMs },
        );
        expect(before).toEqual({ skipped: [], next });
        const then = decideDue({ cadence, zone: clock.zone, handled: change.at - dayMs }, { now: next, catchUpMs });
        expect(then).toEqual({ run: next, skipped: [], next: nextOccurrence(cadence, clock.zone, next) });
      }),
      { numRuns: 1000 },
    );
  });

  it('runs the latest after a downtime, and gives for the others the reason', () => {
    const { run, skipped, next } = decideDue(
      { cadence: nine, zone, handled: monday - 3 * dayMs },
      { now: monday + hourMs, catchUpMs },
    );
    expect(run).toBe(monday);
    expect(skipped).toEqual([
      { at: monday - 2 * dayMs, why: 'the bot was not running; a later one came instead' },
      { at: monday - dayMs, why: 'the bot was not running; a later one came instead' },
    ]);
    expect(next).toBe(monday + dayMs);
  });

  it('runs nothing that is older than the catch-up window, to the millisecond', () => {
    const weekly: Timed = { kind: 'weekly', on: 1, at: 540 };
    const decide = (now: number) => decideDue({ cadence: weekly, zone, handled: monday - dayMs }, { now, catchUpMs });
    expect(decide(monday + catchUpMs).run).toBe(monday);
    expect(decide(monday + catchUpMs + 1)).toEqual({
      skipped: [{ at: monday, why: 'the bot was not running at that time, nor for 24 hours after it' }],
      next: monday + 7 * dayMs,
    });
  });

  it('is on time within five minutes where nothing is made up for', () => {
    const decide = (now: number) => decideDue({ cadence: nine, zone, handled: monday - dayMs }, { now, catchUpMs: 0 });
    expect(decide(monday + 5 * minuteMs).run).toBe(monday);
    expect(decide(monday + 6 * minuteMs).skipped).toEqual([
      { at: monday, why: 'the bot was not running at that time' },
    ]);
  });

  it('lists the last hundred of those that were skipped in years, and counts the rest', () => {
    const start = performance.now();
    const { run, skipped } = decideDue(
      { cadence: nine, zone, handled: monday - 1000 * dayMs },
      { now: monday, catchUpMs },
    );
    expect(run).toBe(monday);
    expect(skipped).toHaveLength(100);
    expect(skipped[0]?.why).toBe('the bot was not running; a later one came instead; so it was with 899 before it');
    expect(skipped[1]?.why).toBe('the bot was not running; a later one came instead');
    expect(skipped.at(-1)?.at).toBe(monday - dayMs);
    decideDue({ cadence: nine, zone, handled: at('0001-01-01T00:00:00Z') }, { now: monday, catchUpMs });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('is nothing while a clock that jumped back has not caught up, and then goes on', () => {
    const jumped = decideDue({ cadence: nine, zone, handled: monday }, { now: monday - dayMs, catchUpMs });
    expect(jumped).toEqual({ skipped: [], next: monday + dayMs });
    expect(decided(nine, zone, monday, monday + dayMs - 1)).toEqual([]);
    expect(decided(nine, zone, monday, monday + dayMs)).toEqual([monday + dayMs]);
  });

  it('comes once where the clock jumped forward by a day, and back', () => {
    const forward = decideDue({ cadence: nine, zone, handled: monday }, { now: monday + dayMs + hourMs, catchUpMs });
    expect(forward.run).toBe(monday + dayMs);
    const handled = monday + dayMs + hourMs;
    expect(decideDue({ cadence: nine, zone, handled }, { now: monday + 2 * hourMs, catchUpMs }).run).toBeUndefined();
    expect(
      decideDue({ cadence: nine, zone, handled }, { now: monday + dayMs + minuteMs, catchUpMs }).run,
    ).toBeUndefined();
    expect(decideDue({ cadence: nine, zone, handled }, { now: monday + 2 * dayMs, catchUpMs }).run).toBe(
      monday + 2 * dayMs,
    );
  });
});

describe('when news may be posted', () => {
  const least = 30 * minuteMs;
  const night: WhenNews = { kind: 'news', leastMs: least, quiet: { from: 22 * 60, to: 7 * 60 } };
  const anytime: WhenNews = { kind: 'news', leastMs: least };
  const noon = at('2026-11-30T11:00:00Z');
  const said = (cadence: WhenNews, now: string, last?: number) =>
    new Date(mayPostAt(cadence, zone, { last, now: at(now) })).toISOString();

  it('is at once where nothing was posted, or long ago', () => {
    expect(mayPostAt(anytime, zone, { last: undefined, now: noon })).toBe(noon);
    expect(mayPostAt(anytime, zone, { last: noon - dayMs, now: noon })).toBe(noon);
  });

  it('is after the least time', () => {
    expect(mayPostAt(anytime, zone, { last: noon - minuteMs, now: noon })).toBe(noon + least - minuteMs);
  });

  it('is never farther than the least time, whatever the clock was at the last post', () => {
    expect(mayPostAt(anytime, zone, { last: noon + 400 * dayMs, now: noon })).toBe(noon + least);
    expect(mayPostAt(anytime, zone, { last: noon + minuteMs, now: noon })).toBe(noon + least);
  });

  it('is at the end of the quiet hours, which may run over midnight', () => {
    expect(said(night, '2026-11-30T20:59:59.999Z')).toBe('2026-11-30T20:59:59.999Z');
    expect(said(night, '2026-11-30T21:00:00Z')).toBe('2026-12-01T06:00:00.000Z');
    expect(said(night, '2026-12-01T02:00:00Z')).toBe('2026-12-01T06:00:00.000Z');
    expect(said(night, '2026-12-01T06:00:00Z')).toBe('2026-12-01T06:00:00.000Z');
    expect(said(night, '2026-11-30T20:50:00Z', at('2026-11-30T20:45:00Z'))).toBe('2026-12-01T06:00:00.000Z');
    const midday: WhenNews = { ...anytime, quiet: { from: 12 * 60, to: 13 * 60 } };
    expect(said(midday, '2026-11-30T11:30:00Z')).toBe('2026-11-30T12:00:00.000Z');
    expect(said(midday, '2026-11-30T21:30:00Z')).toBe('2026-11-30T21:30:00.000Z');
  });

  it('knows of no quiet hours from one time to the same', () => {
    expect(said({ ...anytime, quiet: { from: 60, to: 60 } }, '2026-11-30T00:00:00Z')).toBe('2026-11-30T00:00:00.000Z');
  });

  it('ends quiet hours early where a clock change skips their end, and has them twice where it repeats it', () => {
    const early: WhenNews = { ...anytime, quiet: { from: 22 * 60, to: 150 } };
    expect(said(early, '2027-03-28T00:30:00Z')).toBe('2027-03-28T01:00:00.000Z');
    expect(said(early, '2026-10-25T00:15:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(said(early, '2026-10-25T01:10:00Z')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('is the earliest minute outside the quiet hours, minute by minute, around every change of a clock', () => {
    fc.assert(
      fc.property(
        aroundAChange,
        fc.record({ from: minutes, to: minutes }),
        fc.integer({ min: -1500, max: 1500 }),
        ({ clock, change }, quiet, offset) => {
          const now = change.at + offset * minuteMs;
          const isQuiet = (instant: number) => {
            const minute = (clock.localAt(instant) % dayMs) / minuteMs;
            if (quiet.from === quiet.to) return false;
            const over = quiet.from > quiet.to;
            return over ? minute >= quiet.from || minute < quiet.to : minute >= quiet.from && minute < quiet.to;
          };
          let wanted = now;
          while (isQuiet(wanted)) wanted += minuteMs;
          expect(mayPostAt({ ...anytime, quiet }, clock.zone, { last: undefined, now })).toBe(wanted);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
