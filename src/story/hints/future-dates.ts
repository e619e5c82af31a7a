/** Dates of what has been that lie in the future: slips of whoever typed them. */
import { dayAfter } from '../days.ts';
import { type Correction, type Source, type Statement, type Story, statementsOf } from '../story.ts';
import { compareDays, type Day, firstDay } from '../when.ts';
import type { Part } from './part-place.ts';

/**
 * Where it is typed when a report was published, a position taken, a statement withdrawn or corrected, and that is yet to come.
 * When an event happened is no later than its last report, or the file does not load.
 * @param today in the story's time zone
 */
export function futureDates(story: Story, today: Day): Part[] {
  const tomorrow = dayAfter(today, 1); // where a report comes from, that may be today
  const dates = [
    ...story.sources.map((of) => dateOf(of, 'published', of.published.first)),
    ...statementsOf(story).flatMap((of) => [
      ...(of.kind === 'position' && of.when ? [dateOf(of, 'when', firstDay(of.when))] : []),
      ...(of.withdrawn === undefined ? [] : [dateOf(of, 'withdrawn', of.withdrawn)]),
    ]),
    ...story.corrections.map((of) => dateOf(of, 'when', of.when)),
  ];
  return dates.flatMap(({ part, day }) => (compareDays(day, tomorrow) > 0 ? [part] : []));
}

function dateOf(of: Statement | Correction | Source, key: Part['key'], day: Day) {
  const part: Part = { of, key };
  return { part, day };
}
