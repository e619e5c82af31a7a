/** What an editor is asked about a story that loads: nothing is wrong that a program could tell. */
import { type Day, type Event, type Part, passedPlans, type Story } from '../story/index.ts';
import { sayWhen } from './dates.ts';

/** A sentence about a part of the story's file. */
export interface Hint {
  readonly part: Part;
  readonly message: string;
}

/** The hints about a story. @param today in the story's time zone */
export function hintsOf(story: Story, today: Day): Hint[] {
  return passedPlans(story, today).map((event) => ({ part: { of: event, key: 'when' }, message: askOf(event) }));
}

function askOf({ id, when }: Event): string {
  const day = sayWhen(when);
  const planned = /^(?:from|until) /.test(day) ? day : `for ${day}`;
  return `‘${id}’ was planned ${planned}, which has passed: did it happen?`;
}
