/** What day it is for a story. */
import { dayAt } from '../digest/index.ts';
import type { Day, Story } from '../story/index.ts';

/** The day in the story's time zone. @param now milliseconds since 1970 */
export function today({ timeZone }: Story, now: number): Day {
  return dayAt(timeZone, now);
}
