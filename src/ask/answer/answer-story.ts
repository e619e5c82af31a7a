/** A question to a story: the statements that answer it, or that none does, with the nearest ones. */
import type { OpenQuestion, Statement } from '../../story/index.ts';
import { wordsOf } from '../words.ts';
import { isVoiceOf, type Mention } from './actors.ts';
import { type Asked, type Asking, analyse } from './analyse.ts';
import { answersGiven } from './editors-questions.ts';
import { leaningOf, meantBy } from './follow-up.ts';
import { type NextQuestion, nextQuestions } from './next-questions.ts';
import { type Point, pointOf } from './point.ts';
import { rankStatements } from './rank-statements.ts';
import type { Reading, Signed } from './signs.ts';
import { actorsOf, speakerOf } from './statement-words.ts';
import type { StoryIndex } from './story-index.ts';

export interface StoryAnswer {
  readonly asked: Asked;
  /** Best first; empty where the story does not answer. */
  readonly statements: readonly Statement[];
  /** The short answer. */
  readonly point?: Point;
  /** The matter that the answer is about, where it is contested: `statements` then holds its sides. */
  readonly contested?: OpenQuestion;
  /** What was taken for granted: the statement that "it" or "that" means. */
  readonly about?: Statement;
  /** What comes nearest besides, best first. */
  readonly nearest: readonly Statement[];
  /** 0..1; from 0.65 on it is an answer. */
  readonly confidence: number;
  readonly next: readonly NextQuestion[];
  /** The question is in another language than the story. */
  readonly foreign?: true;
}

/** Below this the story is taken not to say. */
const leastConfidence = 0.65;
const mostNearest = 3;
/** What has less of a question than this comes near to nothing. */
const leastShown = 0.2;

/**
 * Answers a question.
 * @param last what was last shown in this conversation, best first; empty where the question stands alone
 */
export function answerStory(index: StoryIndex, typed: string, last: readonly Statement[] = []): StoryAnswer {
  const reading = readQuestion(index, typed, last);
  if (index.isForeign(typed)) return foreign(index, reading.asked);
  const { asked } = reading;
  const candidates = rankStatements(index, reading);
  const [best] = candidates;
  const whole = wholeOf(index, reading, candidates);
  const isSure = best !== undefined && best.confidence >= leastConfidence;
  const told = whole ?? (isSure ? tellAll(index, best, candidates, asked) : nothing);
  const isAnswered = told.statements.length > 0;
  const said = new Set(told.statements.map(({ id }) => id));
  const nearest = candidates
    .filter(({ statement, share }) => !said.has(statement.id) && share > leastShown)
    .slice(0, mostNearest)
    .map(({ statement }) => statement);
  const [first] = told.statements;
  const point = first && shortAnswer(first, told, reading, whole ? undefined : best);
  const about = isAnswered ? assumed(best, reading) : undefined;
  return {
    asked,
    ...told,
    ...(point && { point }),
    ...(about && { about }),
    nearest,
    confidence: Math.max(whole ? sureOfWhole : 0, best?.confidence ?? 0),
    next: nextQuestions(index.story, told.statements, asked.for),
  };
}

/** Nothing where much of the question is not in the statement: its day or its doer may then answer another question. */
function shortAnswer(first: Statement, { contested }: Told, { asked, mentions }: Reading, best: Signed | undefined) {
  const isAboutIt = best === undefined || best.signs.nearWholly > 0 || best.share >= mostOfIt || best.signs.same > 0;
  return isAboutIt ? pointOf(asked, best?.statement ?? first, contested, mentions) : undefined;
}

const mostOfIt = 0.65;

const nothing: Told = { statements: [] };

/** What was last shown, where the answer is near to it. */
function assumed(best: Signed | undefined, { leaning, last }: Reading): Statement | undefined {
  const near = Math.max(best?.signs.near ?? 0, best?.signs.nearWholly ?? 0);
  return leaning > 0 && near > 0.3 ? last[0] : undefined;
}

function foreign({ story }: StoryIndex, asked: Asked): StoryAnswer {
  return { asked, statements: [], nearest: [], confidence: 0, next: nextQuestions(story, [], ''), foreign: true };
}

/** Answers an editor's question by what the editor gave. @param number from 1, one that there is */
export function answerListed(index: StoryIndex, number: number): StoryAnswer {
  const { asks = '', answers = [] } = index.story.readersAsk[number - 1] ?? {};
  const { asked, mentions } = readQuestion(index, asks, []);
  const told = givenOf(
    index,
    answers.flatMap((id) => index.withPositions(id)),
  );
  const [first] = told.statements;
  const point = first && pointOf(asked, first, told.contested, mentions);
  const next = nextQuestions(index.story, told.statements, asked.for);
  return { asked, ...told, ...(point && { point }), nearest: [], confidence: 1, next };
}

/** Mends and analyses what was typed, and finds whom it names or, by a pronoun, means. */
export function readQuestion(index: StoryIndex, typed: string, last: readonly Statement[]): Reading {
  const question = index.mend(typed);
  const analysed = analyse(question);
  const asked = { ...analysed, words: lightened(analysed.words, index.names.mentionsIn(wordsOf(question))) };
  const leaning = last.length > 0 ? leaningOf(question, analysed) : 0;
  const named = index.names.mentionsIn(wordsOf(question));
  const mentions = named.length > 0 || leaning === 0 ? named : meantBy(question, last);
  return { question, asked, mentions, leaning, last };
}

/** A name says whom a question is about; what it asks about them weighs more, however rare the name. */
function lightened(words: readonly Asking[], mentions: readonly Mention[]): Asking[] {
  const parts = new Map(mentions.flatMap((mention) => mention.words.map(({ stem }) => [stem, mention.words.length])));
  return words.map((asking) => {
    const length = parts.get(asking.word.stem);
    return length === undefined ? asking : { ...asking, share: (asking.share * nameShare) / length };
  });
}

/** What a whole name weighs of what its words would. */
const nameShare = 0.7;

interface Told {
  readonly statements: readonly Statement[];
  readonly contested?: OpenQuestion;
}

/** The statement that an answer by this one begins with. */
export function answerFrom(index: StoryIndex, best: Signed, asked: Asked): Statement | undefined {
  return tellAll(index, best, [], asked).statements[0];
}

/** The best statement with what must not be left out: the other sides of a contested matter, the causes behind "why". */
function tellAll(index: StoryIndex, best: Signed, candidates: readonly Signed[], asked: Asked): Told {
  const { statement } = best;
  const contested = index.questionOf(statement);
  if (contested) return sidesOf(contested, [statement], candidates);
  if (statement.kind !== 'event') return { statements: [statement] };
  const open = index.story.openQuestions.find(({ id }) => statement.because.includes(id));
  if (asked.for === 'why' && statement.because.length > 0) {
    const causes = statement.because.flatMap((id) => index.byId.get(id) ?? []);
    return open ? sidesOf(open, [...causes, statement], candidates) : { statements: [...causes, statement] };
  }
  const end = index.byId.get(statement.calledOffBy ?? '');
  if (end) return { statements: [statement, end] };
  // Nobody is named as the doer, and who it was is contested.
  if (asked.for === 'who' && open && statement.who.includes('not stated')) return sidesOf(open, [], candidates);
  return { statements: [statement] };
}

function sidesOf(contested: OpenQuestion, first: readonly Statement[], candidates: readonly Signed[]): Told {
  const order = new Map(candidates.map(({ statement }, at) => [statement.id, at]));
  const others = contested.positions
    .filter(({ id, withdrawn }) => withdrawn === undefined && !first.some((each) => each.id === id))
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return { statements: [...first, ...others], contested };
}

/** How sure an answer is that is settled. */
const sureOfWhole = 0.8;

/** All that was asked for, where that is settled: by the editor, or as a whole part of the story, its events or all that somebody said. */
function wholeOf(index: StoryIndex, reading: Reading, candidates: readonly Signed[]): Told | undefined {
  const { asked, mentions } = reading;
  const given = answersGiven(index, asked);
  if (given) return givenOf(index, given);
  const parts = partOf(index, asked, candidates);
  if (parts.length > 0) return { statements: parts };
  const names = new Set(mentions.flatMap(({ words }) => words.map(({ stem }) => stem)));
  const isOnlyWho = asked.words.every(({ word, share }) => share < 0.5 || names.has(word.stem));
  if (isLookup(reading, candidates)) return tellAll(index, candidates[0] as Signed, candidates, asked);
  if (mentions.length === 0 || !isOnlyWho) return undefined;
  if (asked.for === 'who') return profileOf(index, mentions, candidates);
  if (asked.for !== 'words') return undefined;
  const said = candidates.map(({ statement }) => statement).filter((each) => isSaidBy(each, mentions));
  const [first] = said;
  if (!first) return undefined;
  const contested = said.map((each) => index.questionOf(each)).find((question) => question !== undefined);
  const own = said.slice(0, mostSaid);
  return contested ? sidesOf(contested, own, candidates) : { statements: own };
}

/** A word or two by themselves ("dog?") look up the statement that has them. */
function isLookup({ question, asked, last }: Reading, [best]: readonly Signed[]): boolean {
  const isFragment = last.length === 0 && asked.for === 'what' && wordsOf(question).length <= 2;
  return isFragment && best !== undefined && best.signs.exact > 0.95;
}

/** Who somebody is, by the first that they did or said; undefined where the story gives them no role. */
function profileOf(
  index: StoryIndex,
  [mention, another]: readonly Mention[],
  candidates: readonly Signed[],
): Told | undefined {
  const first = candidates.find(({ statement }) => actorsOf(statement).some(({ id }) => id === mention?.actor.id));
  if (another || mention?.actor.role === undefined || !first) return undefined;
  const contested = index.questionOf(first.statement);
  return contested ? sidesOf(contested, [first.statement], candidates) : { statements: [first.statement] };
}

/** The statements of these ids, in their order; a contested matter among them is named. */
function givenOf(index: StoryIndex, ids: readonly string[]): Told {
  const statements = ids.flatMap((id) => index.byId.get(id) ?? []);
  const contested = statements.map((each) => index.questionOf(each)).find((question) => question !== undefined);
  if (!contested) return { statements };
  return sidesOf(contested, statements, []);
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
  if (isOverview && !isNamed) {
    const { inShort, whyItMatters } = story;
    if (asked.part === 'summary') return [...new Set([...inShort, ...(whyItMatters ? [whyItMatters] : [])])];
    const latest = story.events.filter(({ withdrawn }) => withdrawn === undefined).slice(-mostEvents);
    return asked.part === 'latest' ? latest.toReversed() : latest;
  }
  if (!isNamed || (!isOverview && !asked.isHappening)) return [];
  const least = isOverview ? 0.5 : there;
  const found = candidates.filter(({ statement, share }) => statement.kind === 'event' && share >= least);
  const wanted = new Set(found.slice(0, mostEvents).map(({ statement }) => statement.id));
  return story.events.filter(({ id }) => wanted.has(id));
}
