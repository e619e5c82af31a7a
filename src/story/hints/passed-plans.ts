/** What was planned, and nobody has told since whether it happened. */
import { type Event, type Story, statusOf } from '../story.ts';
import { type Day, lastDay } from '../when.ts';

/**
 * The plans whose last possible day has passed, and of which nothing tells how they came out; none of a story that is closed,
 * since nothing more is to be reported there.
 * @param today in the story's time zone
 */
export function passedPlans({ state, events }: Story, today: Day): Event[] {
  if (state === 'closed') return [];
  return events.filter(
    (event) =>
      statusOf(event) === 'planned' &&
      event.withdrawn === undefined &&
      event.updatedBy.length === 0 &&
      lastDay(event.when) < today,
  );
}
