/** Answers that are settled: by the editor, or as a whole part of the story, its events or all that somebody said. */
import { type Event, type Statement, type Story, statusOf } from '../../../story/index.ts';
import type { Asked } from '../question/analyse.ts';
import { answersGiven } from '../rank/editors-questions.ts';
import type { Reading } from '../rank/reading.ts';
import type { Signed } from '../rank/signs.ts';
import { isVoiceOf, type Mention } from '../story/actors.ts';
import { actorsOf, speakerOf } from '../story/statement-words.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { givenOf, matterOf, openCauseOf, sideOf, sidesOf, type Told } from './sides.ts';
import { complete, tellAll } from './told.ts';

/** All that was asked for; undefined where that is not settled. */
export function settledBy(index: StoryIndex, reading: Reading, candidates: readonly Signed[]): Told | undefined {
  const { asked, mentions } = reading;
  const given = answersGiven(reading.alike);
  if (given)
    return complete(index, givenOf(index, asked.isPast ? plansLast(index, given) : given), candidates, reading);
  const parts = partOf(index, asked, candidates);
  if (parts.length > 0) return { statements: parts };
  const names = new Set(mentions.flatMap(({ words }) => words.map(({ stem }) => stem)));
  const isOnlyWho = asked.words.every(({ word, share }) => share < 0.5 || names.has(word.stem));
  if (isLookup(reading, candidates)) return tellAll(index, candidates[0] as Signed, candidates, reading);
  const side = sideAskedFor(index, reading);
  if (side) return side;
  const doer = contestedDoerOf(index, reading, candidates);
  if (doer) return sidesOf(doer, [], candidates);
  if (mentions.length === 0 || !isOnlyWho) return undefined;
  if (asked.for === 'who') return profileOf(index, mentions, candidates);
  // "What did she say about him?" asks for less than all that she said.
  if (asked.for !== 'words' || (mentions.length > 1 && /\babout\b/i.test(reading.question))) return undefined;
  const said = candidates.map(({ statement }) => statement).filter((each) => isSaidBy(each, mentions));
  const [first] = said;
  if (!first) return undefined;
  const contested = said.map((each) => index.questionOf(each)).find((question) => question !== undefined);
  const own = said.slice(0, mostSaid);
  return contested ? sidesOf(contested, own, candidates) : { statements: own };
}

/** Of what has been, what happened comes before what was planned. */
function plansLast(index: StoryIndex, ids: readonly string[]): string[] {
  const isPlan = (id: string) => index.story.events.some((event) => event.id === id && statusOf(event) !== 'happened');
  return ids.toSorted((a, b) => Number(isPlan(a)) - Number(isPlan(b)));
}

/** “And who denied it?”: of what was last shown, else of the only matter that the story holds open. */
function sideAskedFor(index: StoryIndex, { question, last: [last] }: Reading): Told | undefined {
  const verb = sideForm.exec(question)?.[1];
  const [only, another] = index.story.openQuestions;
  const matter = last ? matterOf(index, last) : another ? undefined : only;
  return verb && matter ? sideOf(matter, againstForm.test(verb)) : undefined;
}

const againstForm = /^(?:den|disput|reject|doubt|contradict)/i;
const sideForm =
  /^\W*(?:(?:and|but|so|then)\s+)?who(?: else)?(?: has)? (den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)|doubt(?:s|ed)|contradict(?:s|ed)|says?|said|claims?|claimed|believes?) (?:it|that|this|so)\W*$/i;

/** The open question who did what nobody is named for, where nearly nothing else was asked. */
function contestedDoerOf(index: StoryIndex, { question, asked }: Reading, candidates: readonly Signed[]) {
  if (asked.for !== 'who') return undefined;
  const isDone = (event: Event) => event.who.includes('not stated');
  const contested = candidates.slice(0, mostLooked).map(({ statement, share }) => {
    if (share < there) return undefined;
    if (statement.kind === 'event')
      return isDone(statement) && !asked.isUndergoing ? openCauseOf(index, statement) : undefined;
    const matter = behindForm.test(question) ? index.questionOf(statement) : undefined;
    return index.story.events.some((event) => isDone(event) && openCauseOf(index, event) === matter)
      ? matter
      : undefined;
  });
  return contested.find((each) => each !== undefined);
}

const mostLooked = 3;
const behindForm = /\b(?:behind|responsible|guilty|to blame|did (?:it|this|that))\b/i;

/** A word or two by themselves ("dog?") look up the statement that has them. */
function isLookup({ question, asked, last }: Reading, [best]: readonly Signed[]): boolean {
  const isFragment = last.length === 0 && asked.for === 'what' && fragmentForm.test(question.trim());
  return isFragment && best !== undefined && best.signs.exact > 0.95;
}

/** A word or two of letters. */
const fragmentForm = /^\p{L}[\p{L}\p{M}'’-]+(?:\s+\p{L}[\p{L}\p{M}'’-]+)?[\s?!.]*$/u;

/** Who somebody is, by what tells their role, else by the first that they did or said; undefined where the story gives them no role. */
function profileOf(
  index: StoryIndex,
  [mention, another]: readonly Mention[],
  candidates: readonly Signed[],
): Told | undefined {
  const role = mention?.actor.role;
  if (another || role === undefined) return undefined;
  const own = candidates.filter(({ statement }) => actorsOf(statement).some(({ id }) => id === mention?.actor.id));
  const first = own.find(({ statement }) => statement.what.includes(role)) ?? own[0];
  if (!first) return undefined;
  const contested = index.questionOf(first.statement);
  return contested ? sidesOf(contested, [first.statement], candidates) : { statements: [first.statement] };
}

const mostSaid = 5;

function isSaidBy(statement: Statement, mentions: readonly Mention[]): boolean {
  const speaker = speakerOf(statement);
  return speaker !== undefined && mentions.some(({ actor }) => isVoiceOf(speaker, actor));
}

const mostEvents = 5;
/** An event that happened on a day or at a place that was asked for has nearly all of that. */
const there = 0.85;

/** The story in short, its latest events, or those that have what was asked, by day. Empty where none was asked for, or is there. */
function partOf({ story }: StoryIndex, asked: Asked, candidates: readonly Signed[]): Statement[] {
  const isNamed = asked.words.some(({ share }) => share === 1);
  const isOverview = asked.for === 'overview';
  if (asked.part === 'importance' || (isOverview && !isNamed)) return sectionOf(story, asked.part);
  if (!isNamed || (!isOverview && !asked.isHappening)) return [];
  const least = isOverview ? 0.5 : there;
  const found = candidates.filter(
    ({ statement, share }) => statement.kind === 'event' && share >= least && (isOverview || hasHappened(statement)),
  );
  const wanted = new Set(found.slice(0, mostEvents).map(({ statement }) => statement.id));
  return story.events.filter(({ id }) => wanted.has(id));
}

/** Without a part, its timeline. */
function sectionOf({ inShort, whyItMatters, events }: Story, part: Asked['part']): Statement[] {
  const why = whyItMatters ? [whyItMatters] : [];
  if (part === 'importance') return why;
  if (part === 'summary') return [...new Set([...inShort, ...why])];
  const latest = events.filter(hasHappened).slice(-mostEvents);
  return part === 'latest' ? latest.toReversed() : latest;
}

function hasHappened(event: Event): boolean {
  return event.withdrawn === undefined && statusOf(event) === 'happened';
}
