/** The clocks of time zones: how far they are ahead of UTC, and until when. Kept, since to work it out takes a while. */
import { Temporal } from 'temporal-polyfill';

/** Instants between two changes of a zone's clock, in milliseconds since 1970; `until` is no longer part of it. */
export interface ClockSpan {
  readonly from: number;
  readonly until: number;
  /** What is added to an instant to get the local time, as if that were UTC. */
  readonly aheadMs: number;
}

/** Zones number a few hundred, and what is asked lies near now, so that this stays small. */
const known = new Map<string, ClockSpan[]>();

/** No zone was ever farther from UTC; Manila's local time was 15:57 behind. https://data.iana.org/time-zones/tzdb/asia */
const farthestMs = 16 * 3_600_000;

/** The span that holds an instant. @throws {RangeError} where the zone is none */
export function clockAt(zone: string, at: number): ClockSpan {
  let spans = known.get(zone);
  if (!spans) {
    spans = [];
    known.set(zone, spans);
  }
  for (const span of spans) if (span.from <= at && at < span.until) return span;
  const found = workOut(zone, at);
  spans.push(found);
  return found;
}

function workOut(zone: string, at: number): ClockSpan {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const next = here.getTimeZoneTransition('next');
  // The one before an instant is asked for from just behind it, so that one at the instant itself counts.
  const last = here.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return {
    from: last?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    aheadMs: here.offsetNanoseconds / 1e6,
  };
}

/** The local time at an instant, as if it were UTC. */
export function localAt(zone: string, at: number): number {
  return at + clockAt(zone, at).aheadMs;
}

/**
 * The first instant at which the local time has come: of one that is repeated, the first; of one that is skipped, the end of
 * the gap. @param local as if it were UTC
 */
export function whenLocal(zone: string, local: number): number {
  let span = clockAt(zone, local - farthestMs);
  for (;;) {
    const at = Math.max(local - span.aheadMs, span.from);
    if (at < span.until) return at;
    span = clockAt(zone, span.until);
  }
}
