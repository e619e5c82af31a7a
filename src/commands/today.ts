/** What day it is where a story happens. */
import { Temporal } from 'temporal-polyfill';
import type { Day, Story } from '../story/index.ts';

/** The day in the story's time zone. @param now milliseconds since 1970 */
export function today({ timeZone }: Story, now: number): Day {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
