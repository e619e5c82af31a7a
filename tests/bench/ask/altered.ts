/** Questions that no statement answers any more: one that a statement answers, told of somebody else, or with another year. */

import type { Reading } from '../../../src/ask/answer/rank/reading.ts';
import { doerFit } from '../../../src/ask/answer/rank/roles-fit.ts';
import { placeOf } from '../../../src/ask/answer/story/actors.ts';
import { actorsOf } from '../../../src/ask/answer/story/doers.ts';
import type { Roles } from '../../../src/ask/answer/story/roles.ts';
import type { StoryIndex } from '../../../src/ask/answer/story/story-index.ts';
import type { Actor } from '../../../src/story/index.ts';

/** What they do together is the same the other way round. */
const together =
  /\b(?:meet|met|agree|talk|speak|sign|merge|play|reply|answer|related|married|know|say|said|think|together)/i;
const yearForm = /\b(?:19|20)\d\d\b/;

/** One question in as many is told of somebody else. */
const everyDoer = 3;

/**
 * @param gold the ids of what answers the question
 * @param number the question's own: which of the story's actors takes a doer's place
 */
export function altered(index: StoryIndex, reading: Reading, gold: readonly string[], number: number): string[] {
  if (gold.length === 0) return [];
  const { question, asked } = reading;
  const year = asked.for === 'whether' ? undefined : otherYear(question);
  const another = number % everyDoer === 0 ? withAnother(index, reading, gold, number) : undefined;
  return [exchanged(index, reading, gold), another, year].filter((each) => each !== undefined);
}

/** “Did Iran expel Albanians?” where Albania expelled Iranians, and nothing is told of Iran. */
function exchanged(index: StoryIndex, reading: Reading, gold: readonly string[]): string | undefined {
  const { question, mentions, roles } = reading;
  const { doer, undergoer } = roles;
  if (!doer || !undergoer || together.test(question) || !isItsAlone(index, gold, roles, undergoer)) return undefined;
  const [first, second] = mentions.filter(({ actor }) => actor === doer || actor === undergoer).map(placeOf);
  if (!first || !second) return undefined;
  const [before, between, behind] = [
    [0, first.from] as const,
    [first.to, second.from] as const,
    [second.to] as const,
  ].map((part) => question.slice(...part));
  return `${before}${question.slice(second.from, second.to)}${between}${question.slice(first.from, first.to)}${behind}`;
}

/** “Did NATO expel Iranians?” where Albania did. */
function withAnother(
  index: StoryIndex,
  { question, mentions, roles }: Reading,
  gold: readonly string[],
  number: number,
) {
  const { doer } = roles;
  const place = mentions.filter(({ actor }) => actor === doer).map(placeOf)[0];
  const others = index.story.actors.filter((actor) => !actor.unnamed && isItsAlone(index, gold, roles, actor));
  const other = others[number % others.length];
  return place && other ? `${question.slice(0, place.from)}${other.name}${question.slice(place.to)}` : undefined;
}

/** Whether all that answers are events which the doer did and the other one did not. */
function isItsAlone(index: StoryIndex, gold: readonly string[], roles: Roles, other: Actor): boolean {
  return gold.every((id) => {
    const event = index.story.events.find((each) => each.id === id);
    const named = event ? index.namedIn(event) : [];
    const doers = event && actorsOf(event);
    return doers && doerFit(doers, named, roles) === 1 && doerFit(doers, named, { doer: other }) === -1;
  });
}

function otherYear(question: string): string | undefined {
  const year = yearForm.exec(question)?.[0];
  return year && question.replace(yearForm, String(Number(year) + (Number(year) % 2 === 0 ? 1 : -2)));
}
