/** What an editor is asked about a story that loads: nothing is wrong that a program could tell. */

import { sayWhen } from '../briefing/index.ts';
import {
  type Actor,
  type Day,
  type Event,
  futureDates,
  hasLoneStraightMark,
  idleActors,
  type Part,
  passedPlans,
  type Statement,
  type Story,
  statementsOf,
} from '../story/index.ts';

/** A sentence about a part of the story's file. */
export interface Hint {
  readonly part: Part;
  readonly message: string;
}

/** The hints about a story. @param today in the story's time zone */
export function hintsOf(story: Story, today: Day): Hint[] {
  return [
    ...passedPlans(story, today).map((event): Hint => ({ part: { of: event, key: 'when' }, message: askOf(event) })),
    ...futureDates(story, today).map((part): Hint => ({ part, message: sayFuture(part) })),
    ...statementsOf(story)
      .filter(({ what }) => hasLoneStraightMark(what))
      .map((statement): Hint => ({ part: { of: statement, key: 'what' }, message: sayLone(statement) })),
    ...idleActors(story).map((actor): Hint => ({ part: { of: actor, key: 'name' }, message: sayIdle(actor) })),
  ];
}

function askOf({ id, when }: Event): string {
  const day = sayWhen(when);
  const planned = /^(?:from|until) /.test(day) ? day : `for ${day}`;
  return `‘${id}’ was planned ${planned}, which has passed: did it happen?`;
}

function sayLone({ id }: Statement): string {
  return `a quotation mark " of ‘${id}’ stands alone: what is not opened and closed is compared with no passage`;
}

function sayIdle({ id }: Actor): string {
  return `no statement names ‘${id}’: name them in one, or leave them out`;
}

function sayFuture({ of, key }: Part): string {
  const owner = 'was' in of ? `the correction of ‘${of.statement}’` : `‘${of.id}’`;
  return `\`${key}\` of ${owner} lies in the future: mend the date`;
}
