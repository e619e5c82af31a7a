/** Days of the calendar, as `2022-09-08`: reckoned in whole days, without a time zone. */
import type { Day } from './when.ts';

const dayMs = 86_400_000;

/** How many days lie from one day to another: 0 where they are the same, below 0 where the other is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return (Date.parse(until) - Date.parse(from)) / dayMs;
}

/** The day so many days later; earlier where the count is below 0. */
export function dayAfter(day: Day, count: number): Day {
  return utcDay(Date.parse(day) + count * dayMs);
}

/** The day in UTC. @param at milliseconds since 1970 */
export function utcDay(at: number): Day {
  return new Date(at).toISOString().slice(0, 10);
}
