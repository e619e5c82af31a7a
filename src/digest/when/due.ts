/** What is due by now: decided from what was handled, the clock and the cadence alone. */
import type { Timed, WhenNews } from './cadence.ts';
import { clockAt, localAt } from './local-time.ts';
import { nextOccurrence } from './occurrences.ts';
import { sayDuration } from './say-cadence.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** An occurrence that is not posted, and why not. */
interface Missed {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly why: string;
}

export interface Due {
  /** The occurrence to post. */
  readonly run?: number;
  /** Oldest first. */
  readonly skipped: readonly Missed[];
  /** The next occurrence behind now, and behind all that was handled. */
  readonly next: number;
}

/** How many skipped occurrences are recorded one by one; earlier ones are counted in one record. */
const mostListed = 100;

/** Nobody misses digests of more than ten years ago: they are not counted, so that a clock that began in 1970 holds nothing up. */
const farthestBackMs = 3653 * dayMs;

/** A slot is planned this late at the most while the bot runs; so late it is on time, however short the catch-up. */
const onTimeMs = 5 * minuteMs;

/**
 * Decides about every occurrence behind what was handled, up to now: the latest runs if it is not too old, the others are
 * skipped. Where the clock jumped back behind what was handled, nothing is due until it has caught up.
 * @param catchUpMs so long after its time an occurrence still runs
 */
export function decideDue(
  { cadence, zone, handled }: { readonly cadence: Timed; readonly zone: string; readonly handled: number },
  { now, catchUpMs }: { readonly now: number; readonly catchUpMs: number },
): Due {
  const next = nextOccurrence(cadence, zone, Math.max(handled, now));
  const passed = occurrencesOf(cadence, zone, { after: Math.max(handled, now - farthestBackMs), until: now });
  const latest = passed.at(-1);
  if (latest === undefined) return { skipped: [], next };
  if (now - latest <= Math.max(catchUpMs, onTimeMs)) {
    const why = 'the bot was not running; a later one came instead';
    return { run: latest, skipped: missed(passed.slice(0, -1), why), next };
  }
  return { skipped: missed(passed, `the bot was not running ${tooLong(catchUpMs)}`), next };
}

function tooLong(catchUpMs: number): string {
  return catchUpMs === 0 ? 'at that time' : `at that time, nor for ${sayDuration(catchUpMs)} after it`;
}

function occurrencesOf(cadence: Timed, zone: string, { after, until }: { after: number; until: number }): number[] {
  const found: number[] = [];
  for (let at = nextOccurrence(cadence, zone, after); at <= until; at = nextOccurrence(cadence, zone, at))
    found.push(at);
  return found;
}

function missed(passed: readonly number[], why: string): Missed[] {
  const rest = Math.max(0, passed.length - mostListed);
  const before = rest === 1 ? 'one before it' : `${rest} before it`;
  return passed
    .slice(-mostListed)
    .map((at, index) => ({ at, why: index === 0 && rest > 0 ? `${why}; so it was with ${before}` : why }));
}

/**
 * The earliest instant from now on at which news may be posted: some time after the last post, and outside the quiet hours.
 * A last post that lies in the future, by a clock that was wrong, counts as one of now.
 * @param last when there was a post; undefined where there was none @returns milliseconds since 1970
 */
export function mayPostAt(
  { leastMs, quiet }: WhenNews,
  zone: string,
  { last, now }: { readonly last: number | undefined; readonly now: number },
): number {
  let at = last === undefined ? now : Math.max(now, Math.min(last, now) + leastMs);
  while (quiet && isQuiet(quiet, localAt(zone, at))) at = quietUntil(quiet, zone, at);
  return at;
}

type Quiet = NonNullable<WhenNews['quiet']>;

/** From and to the same time of day, nothing is quiet. */
function isQuiet({ from, to }: Quiet, local: number): boolean {
  const minute = (((local % dayMs) + dayMs) % dayMs) / minuteMs;
  return from < to ? from <= minute && minute < to : from > to && (minute >= from || minute < to);
}

/** When the quiet hours end that an instant lies in; or the clock changes before, after which it may be another time of day. */
function quietUntil({ to }: Quiet, zone: string, at: number): number {
  const { aheadMs, until } = clockAt(zone, at);
  const local = at + aheadMs;
  const end = Math.floor(local / dayMs) * dayMs + to * minuteMs;
  return Math.min((end > local ? end : end + dayMs) - aheadMs, until);
}
