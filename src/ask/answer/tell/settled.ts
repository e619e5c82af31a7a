/** Answers that are settled: by the editor, by an overview, or by all that somebody said. */
import { type Actor, type Statement, statusOf } from '../../../story/index.ts';
import { endForm, startForm } from '../rank/follow-up.ts';
import type { Reading } from '../rank/reading.ts';
import type { Signed } from '../rank/signs.ts';
import { isVoiceOf, type Mention } from '../story/actors.ts';
import { actorsOf, speakerOf } from '../story/doers.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { abbreviatedBy } from './abbreviation.ts';
import { changedSince } from './changed-since.ts';
import { contestedBy } from './contested.ts';
import { givenFor } from './given.ts';
import { matterAskedAbout } from './matter-asked.ts';
import { voiceForm } from './not-told.ts';
import { overviewOf } from './overview.ts';
import { givenOf, sidesOf, type Told } from './sides.ts';
import { complete, tellAll } from './told.ts';

/** How sure the first of the candidates answers. */
export interface Sureness {
  readonly isSure: boolean;
  /** It is not surely something else; behind an answer, where a form says less, the same as `isSure`. */
  readonly isLikely: boolean;
}

/** All that was asked for; undefined where that is not settled. */
export function settledBy(
  index: StoryIndex,
  reading: Reading,
  candidates: readonly Signed[],
  { isSure, isLikely }: Sureness,
): Told | undefined {
  const given = givenFor(index, reading, isSure ? candidates[0] : undefined);
  if (given) return tellGiven(index, given, candidates, reading);
  const changed = changedSince(index, reading);
  if (changed) return complete(index, givenOf(index, changed), candidates, reading);
  const dated = datedBy(index, reading, candidates);
  if (dated) return tellGiven(index, [dated.id], candidates, reading);
  const overview = overviewOf(index, reading, candidates, isSure);
  if (overview.length > 0) return { statements: overview };
  const abbreviated = abbreviatedBy(index, reading.question);
  if (abbreviated) return { statements: [abbreviated] };
  if (isLikely && isLookup(reading, candidates)) return tellAll(index, candidates[0] as Signed, candidates, reading);
  const sure = isSure ? candidates[0] : undefined;
  const contested = matterAskedAbout(index, reading, candidates) ?? contestedBy(index, reading, candidates, sure);
  if (contested) return contested;
  return isLikely ? aboutSomebody(index, reading, candidates, sure) : otherVoice(index, reading, candidates);
}

/** “And the miners?” behind what others say of a matter, of which those say something, too. */
function otherVoice(index: StoryIndex, reading: Reading, candidates: readonly Signed[]): Told | undefined {
  if (!reading.mentions.some(({ words }) => words.length > 0)) return undefined;
  const told = aboutSomebody(index, reading, candidates);
  const [first] = told?.statements ?? [];
  const isOfIt = (each: Statement) => each.kind === 'position' && first?.kind === 'position' && each.on === first.on;
  return reading.last.some(isOfIt) ? told : undefined;
}

/** Who somebody is, who speaks for them, or all that they say, where no more is asked. @param sure what surely answers */
function aboutSomebody(
  index: StoryIndex,
  reading: Reading,
  candidates: readonly Signed[],
  sure?: Signed,
): Told | undefined {
  const { asked, mentions, question } = reading;
  if (voiceForm.test(question)) return voicesOf(index, mentions, candidates);
  const names = new Set(mentions.flatMap(({ words }) => words.map(({ stem }) => stem)));
  const isOnlyWho = asked.words.every(({ word, share }) => share < 0.5 || names.has(word.stem));
  if (mentions.length === 0 || !isOnlyWho) return undefined;
  if (asksWhoIs(reading)) return profileOf(index, mentions, candidates, sure);
  // "What did she say about him?" asks for less than all that she said.
  const isAll = asked.for === 'words' && (mentions.length === 1 || !/\babout\b/i.test(question));
  return isAll || isWhatAbout(reading) ? saidBy(index, mentions, candidates) : undefined;
}

/** Whether it asks who somebody is; not for the name of whom “his” means, nor who did something to him. */
function asksWhoIs({ asked, mentions: [mention], question }: Reading): boolean {
  if (mention?.words.length === 0) return pronounIsForm.test(question);
  return (asked.for === 'who' && !asked.isNow) || whatIsForm.test(question);
}

const pronounIsForm = /\bwho(?:['’]?s| is| was| are| were)? (?:he|she|they)\b/i;

/** “When?” by itself asks for the day of what was shown; of a reaction that has none, for that of what it was a reaction to. */
function datedBy(
  { story }: StoryIndex,
  { question, asked, leaning, last: [last] }: Reading,
  [best]: readonly Signed[],
): Statement | undefined {
  const isBare = leaning === 2 && asked.for === 'when' && asked.words.length === 0;
  if (!isBare || !last || startForm.test(question) || endForm.test(question)) return undefined;
  // “When will it be?” may be told by another event, and then is not asked of this.
  if (last.kind === 'event' && toComeForm.test(question) && best?.signs.matter.nearWholly !== 1) return undefined;
  if (last.when !== undefined) return last;
  return last.kind === 'position' ? story.events.find(({ id }) => id === last.on) : undefined;
}

const toComeForm = /\b(?:will|would|should|now)\b/i;

/** What an editor gave as the answer, by their ids, with what must not be left out. */
export function tellGiven(
  index: StoryIndex,
  ids: readonly string[],
  candidates: readonly Signed[],
  reading: Reading,
): Told {
  const { isPast, isCallingOff } = reading.asked;
  return complete(index, givenOf(index, isPast && !isCallingOff ? plansLast(index, ids) : ids), candidates, reading);
}

/** What somebody said, as much of it as fits the question best; with the sides of what is contested of it. */
function saidBy(index: StoryIndex, mentions: readonly Mention[], candidates: readonly Signed[]): Told | undefined {
  const said = candidates.map(({ statement }) => statement).filter((each) => isSaidBy(each, mentions));
  if (said.length === 0) return undefined;
  const matter = said.map((each) => index.questionOf(each)).find((question) => question !== undefined);
  const own = said.slice(0, mostSaid);
  return matter ? sidesOf(matter, own, candidates) : { statements: own };
}

/** Of what has been, what happened comes before what was planned, and before the end of a plan. */
function plansLast({ story: { events } }: StoryIndex, ids: readonly string[]): string[] {
  const isPlan = (id: string) =>
    events.some((event) => (event.id === id && statusOf(event) !== 'happened') || event.calledOffBy === id);
  return ids.toSorted((a, b) => Number(isPlan(a)) - Number(isPlan(b)));
}

/** A word or two by themselves ("dog?") look up the statement that has them. */
function isLookup({ question, asked, last }: Reading, [best]: readonly Signed[]): boolean {
  const looked = question.trim().replace(aboutForm, '');
  const isFragment = last.length === 0 && asked.for === 'what' && fragmentForm.test(looked);
  return isFragment && best !== undefined && best.signs.words.exact > 0.95;
}

const aboutForm = /^(?:tell me about|what about) (?:the |that |this )?/i;
/** A word or two of letters. */
const fragmentForm = /^\p{L}[\p{L}\p{M}'’-]+(?:\s+\p{L}[\p{L}\p{M}'’-]+)?[\s?!.]*$/u;

/**
 * Who somebody is, by what surely answers, else by what tells their role, else by the first that they did or said; undefined where
 * the story gives them no role.
 */
function profileOf(
  index: StoryIndex,
  [mention, another]: readonly Mention[],
  candidates: readonly Signed[],
  sure: Signed | undefined,
): Told | undefined {
  const role = mention?.actor.role;
  if (another || role === undefined) return undefined;
  const isActor = ({ id }: Actor) => id === mention?.actor.id;
  const own = candidates.filter(({ statement }) => [...actorsOf(statement), ...index.namedIn(statement)].some(isActor));
  const first =
    own.find((each) => each === sure) ??
    own.find(({ statement }) => statement.what.includes(role)) ??
    own.find(({ statement }) => actorsOf(statement).some(isActor));
  if (!first) return undefined;
  const contested = index.questionOf(first.statement);
  return contested ? sidesOf(contested, [first.statement], candidates) : { statements: [first.statement] };
}

/** What those say who speak for somebody: “who speaks for Albania?” */
function voicesOf(index: StoryIndex, mentions: readonly Mention[], candidates: readonly Signed[]): Told | undefined {
  const voices = index.story.actors.filter(({ speaksFor }) => mentions.some(({ actor }) => actor.id === speaksFor?.id));
  const told = saidBy(
    index,
    voices.map((actor) => ({ actor, words: [] })),
    candidates,
  );
  return told && { ...told, point: { kind: 'actors', actors: voices } };
}

/** “And NATO?” asks what it says. */
function isWhatAbout({ question, asked }: Reading): boolean {
  return asked.for === 'what' && whatAboutForm.test(question);
}

const whatAboutForm =
  /^\W*(?:(?:and |but |so )?(?:what|how) about |(?:and|but) (?!what|who|which|when|where|why|how))/i;

/** “What is the MEK?” */
const whatIsForm = /^\W*what(?:['’]s| is| are| was| were) (?:the )?/i;

const mostSaid = 5;

function isSaidBy(statement: Statement, mentions: readonly Mention[]): boolean {
  const speaker = speakerOf(statement);
  return speaker !== undefined && mentions.some(({ actor }) => isVoiceOf(speaker, actor));
}
