/** A question read in the light of the last answer: "and who denied it?", "why?", "what did he say about the damage?" */
import { type Actor, type Statement, type Story, statementsOf } from '../../../story/index.ts';
import type { Analysis } from '../question/analyse.ts';
import type { Mention } from '../story/actors.ts';
import { actorsOf } from '../story/doers.ts';
import type { StoryIndex } from '../story/story-index.ts';

/** How much a question leans on the one before: not at all, by a pronoun, or wholly. */
export type Leaning = 0 | 1 | 2;

const openingForm = /^\W*(?:and|but|so|then|also|what about|how about|ok(?:ay)?)\b/i;
const pronounForm =
  /\b(?:he|him|his|she|her|hers|they|them|their|theirs|it|its|that|this|those|these|one|same|else)\b/i;
const personForm = /\b(?:he|him|his|she|her|hers|they|them|their|theirs)\b/i;

/** “Since when?” */
export const startForm = /\b(?:since|from) when\b/i;
/** “Until when?” */
export const endForm = /\b(?:until|till|by) (?:when|(?:what|which) (?:exact )?(?:date|day|month|year|time|hour))\b/i;

/** Whether a statement has a day on which it ended. */
export function hasEnd({ when }: Statement): boolean {
  return when?.some((span) => span.kind === 'interval' && span.to !== undefined) === true;
}

/** How far a question stands on what was just said. */
export function leaningOf(question: string, { words }: Analysis): Leaning {
  if (!words.some(({ share }) => share > lightest)) return 2;
  return openingForm.test(question) || pronounForm.test(question) ? 1 : 0;
}

/** Words that only ask count less; each word of a name of up to four, more. */
const lightest = 0.16;

/**
 * Whom "he", "she" or "they" means: who did or said what was just shown; "he" and "she" are somebody with a name, whom it may
 * also have been done to.
 */
export function meantBy(index: Pick<StoryIndex, 'namedIn'>, question: string, last: readonly Statement[]): Mention[] {
  if (!personForm.test(question)) return [];
  const isPerson = ({ role, unnamed }: Actor) => role !== undefined && !unnamed;
  const person = onePersonForm.test(question)
    ? last.flatMap((each) => [...actorsOf(each), ...index.namedIn(each)]).find(isPerson)
    : undefined;
  const actor = person ?? last.flatMap(actorsOf)[0];
  return actor ? [{ actor, words: [] }] : [];
}

const onePersonForm = /\b(?:he|him|his|she|her|hers)\b/i;

const otherForm = /\b(?:other|another|else|more|before|later|next|after|afterwards?)\b/i;
/** What the very statement that was shown counts, where another one is asked for. */
const itself = 0.2;

/**
 * How near a statement is to what was just shown, 0..1: itself, a side of the same matter, its cause, by the same actor.
 * "And later?" asks for another.
 */
export function nearness(question: string, statement: Statement, last: readonly Statement[], story: Story): number {
  const [first, ...others] = last;
  if (!first) return 0;
  if (otherForm.test(question) && last.some(({ id }) => id === statement.id)) return itself;
  const ofOthers = others.slice(0, 3).map((other) => 0.8 * between(statement, other, story));
  return Math.max(between(statement, first, story), ...ofOthers);
}

function between(a: Statement, b: Statement, story: Story): number {
  if (a.id === b.id) return 1;
  if (matterOf(a) === matterOf(b)) return 0.85;
  const question = story.openQuestions.find(({ id }) => id === matterOf(a) || id === matterOf(b));
  if (question?.about.some((id) => id === a.id || id === b.id)) return 0.75;
  if (isCause(a, b) || isCause(b, a) || isCalledOffBy(a, b) || isCalledOffBy(b, a)) return 0.7;
  const actors = new Set(actorsOf(b).map(({ id }) => id));
  return actorsOf(a).some(({ id }) => actors.has(id)) ? 0.4 : 0;
}

function matterOf(statement: Statement): string {
  return statement.kind === 'position' ? statement.on : statement.id;
}

function isCause(cause: Statement, event: Statement): boolean {
  return event.kind === 'event' && event.because.some((id) => id === cause.id || id === matterOf(cause));
}

function isCalledOffBy(planned: Statement, other: Statement): boolean {
  return planned.kind === 'event' && planned.calledOffBy === other.id;
}

/** The statements of these ids, as far as the story still has them. */
export function statementsById(story: Story, ids: readonly string[]): Statement[] {
  const known = new Map(statementsOf(story).map((statement) => [statement.id, statement]));
  return ids.flatMap((id) => known.get(id) ?? []);
}
