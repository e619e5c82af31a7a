/** What day it is somewhere. */
import { Temporal } from 'temporal-polyfill';
import type { Day, Story } from '../story/index.ts';

/** The day in the story's time zone. @param now milliseconds since 1970 */
export function today({ timeZone }: Story, now: number): Day {
  return dayIn(timeZone, now);
}

/** The local day at an instant. @param at milliseconds since 1970 */
export function dayIn(timeZone: string, at: number): Day {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
