/** The clocks of all time zones from 2020 to 2035, read from `Intl` day by day: what occurrences are checked against. */

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
export const from = Date.UTC(2020, 0, 1);
export const until = Date.UTC(2036, 0, 1);

interface Change {
  /** When the clock is changed: milliseconds since 1970. */
  readonly at: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

export interface Clock {
  readonly zone: string;
  readonly changes: readonly Change[];
  /** The local time at an instant, as if it were UTC. */
  readonly localAt: (at: number) => number;
}

/** Every zone whose clock is changed in those years. */
export function changingClocks(): Clock[] {
  return Intl.supportedValuesOf('timeZone')
    .map(readClock)
    .filter(({ changes }) => changes.length > 0);
}

function readClock(zone: string): Clock {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const aheadAt = (at: number) => {
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(format.format(at)) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minuteMs;
  };
  const changes: Change[] = [];
  const first = aheadAt(from);
  let before = first;
  // No clock is changed and changed back within two days.
  for (let at = from; at < until; at += 2 * dayMs) {
    const after = aheadAt(at + 2 * dayMs);
    if (after !== before)
      changes.push({ at: changeBetween(at, at + 2 * dayMs, aheadAt), beforeMs: before, afterMs: after });
    before = after;
  }
  const localAt = (at: number) => at + (changes.findLast((change) => change.at <= at)?.afterMs ?? first);
  return { zone, changes, localAt };
}

function changeBetween(start: number, end: number, aheadAt: (at: number) => number): number {
  const before = aheadAt(start);
  let [low, high] = [start, end];
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (aheadAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
