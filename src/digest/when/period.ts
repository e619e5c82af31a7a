/** Between which days a digest tells what is new. */
import { compareDays, type Day, dayAfter, utcDay } from '../../story/index.ts';
import type { Cadence, Timed } from './cadence.ts';
import { localAt, whenLocal } from './local-time.ts';
import { nextOccurrence } from './occurrences.ts';

const dayMs = 86_400_000;

/** The first and the last day. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** An occurrence lies no farther behind the next one, with a day for changes of the clock. */
const farthestDays: { readonly [Kind in Timed['kind']]: number } = { daily: 2, weekdays: 4, weekly: 8, monthly: 32 };

/**
 * The days before an occurrence, from that of the one before; or from that of the last digest that was sent, where it lies
 * further back.
 */
export function periodBefore(
  at: number,
  { cadence, zone, lastSent }: { readonly cadence: Timed; readonly zone: string; readonly lastSent?: number },
): Period {
  const boundary = Math.min(occurrenceBefore(at, cadence, zone), lastSent ?? Number.POSITIVE_INFINITY);
  const until = dayAfter(dayAt(zone, at), -1);
  const from = dayAt(zone, boundary);
  return { from: compareDays(from, until) < 0 ? from : until, until };
}

/** The occurrence before another one. */
export function occurrenceBefore(at: number, cadence: Timed, zone: string): number {
  let before = at - farthestDays[cadence.kind] * dayMs;
  for (;;) {
    const next = nextOccurrence(cadence, zone, before);
    if (next >= at) return before;
    before = next;
  }
}

/** The days on which something came, in a time zone. @param instants at least one */
export function daysOf(instants: readonly number[], zone: string): Period {
  const days = instants.map((at) => dayAt(zone, at)).sort();
  return { from: days.at(0) ?? '', until: days.at(-1) ?? '' };
}

/** The seven days of a weekly digest that hold a day; of another cadence, those from Monday. */
export function weekWith(day: Day, { cadence, zone }: { readonly cadence: Cadence; readonly zone: string }): Period {
  const weekly = cadence.kind === 'weekly' ? cadence : ({ kind: 'weekly', on: 1, at: 0 } as const);
  const next = nextOccurrence(weekly, zone, whenLocal(zone, Date.parse(day) + dayMs) - 1);
  return periodBefore(next, { cadence: weekly, zone });
}

/** The local day at an instant. */
export function dayAt(zone: string, at: number): Day {
  return utcDay(localAt(zone, at));
}
