/** How the best statement stands to a question and to the other statements: one number each. */
import { statusOf } from '../../../story/index.ts';
import type { AskedFor } from '../question/question-forms.ts';
import { isDenialOrSilence } from '../story/doers.ts';
import { weightOf } from '../story/heard.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { tellsOfFuture } from './fit.ts';
import { pointOf } from './point.ts';
import { type Candidate, sumOf } from './rank-statements.ts';
import type { Reading } from './reading.ts';

/** The statements of a story beside a question, best first. */
export interface Ranking {
  readonly index: StoryIndex;
  readonly reading: Reading;
  readonly candidates: readonly Candidate[];
}

/** A word that describes what is asked: how well the best statement has it, and how well any has. */
interface Described {
  readonly here: number;
  readonly anywhere: number;
}

export interface Standing extends Ranking {
  readonly best: Candidate;
  /** Without those that name somebody. */
  readonly described: readonly Described[];
  /** What the words that it hardly has have been learnt to tell of it. */
  readonly missing: readonly number[];
}

/** By how much one is ahead that is alone. */
const aheadOfNone = 5;
/** What is found worse than this is hardly there. */
const hardly = 0.3;
/** Stands for a number of words that are none. */
const none = -1;
/** Stands for what words tell of other statements where there are none, and for anything less. */
const learntOfNone = -20;

const ofAsked = {
  asksWhen: asksFor('when'),
  asksWhere: asksFor('where'),
  asksWho: asksFor('who'),
  asksHowMany: asksFor('how many'),
  asksHowLong: asksFor('how long'),
  asksWhy: asksFor('why'),
  asksWords: asksFor('words'),
  asksWhether: asksFor('whether'),
  asksWhat: asksFor('what'),
  leaning: ({ reading }) => reading.leaning,
  names: ({ reading }) => reading.mentions.length,
  wordsInFull: ({ reading }) => reading.asked.words.filter(({ share }) => share === 1).length,
  weight: ({ reading }) => weightOf(reading.sought),
  asksOfFuture: ({ reading }) => (reading.asked.isFuture ? 1 : 0),
  isBehind: ({ reading }) => (reading.last.length > 0 ? 1 : 0),
} satisfies Record<string, (standing: Standing) => number>;

const ofStatement = {
  isEvent: ({ best }) => (best.statement.kind === 'event' ? 1 : 0),
  isPosition: ({ best }) => (best.statement.kind === 'position' ? 1 : 0),
  isPlan: ({ best: { statement } }) => (statement.kind === 'event' && statusOf(statement) !== 'happened' ? 1 : 0),
  isDenial: ({ best }) => (isDenialOrSilence(best.statement) ? 1 : 0),
  isContested: ({ index, best }) => (index.questionOf(best.statement) ? 1 : 0),
  hasCause: ({ best: { statement } }) => (statement.kind === 'event' && statement.because.length > 0 ? 1 : 0),
  isQuoted: ({ best }) => (best.statement.what.includes('“') ? 1 : 0),
  hasDay: ({ best }) => (best.statement.when ? 1 : 0),
  namesDoer: ({ best: { statement } }) =>
    statement.kind === 'event' && statement.who.length > 0 && !statement.who.includes('not stated') ? 1 : 0,
  tellsOfFuture: ({ best }) => (tellsOfFuture(best.statement) ? 1 : 0),
  lacksFuture: ({ reading, best }) => (reading.asked.isFuture && !tellsOfFuture(best.statement) ? 1 : 0),
  hasPoint: ({ index, reading: { asked, mentions }, best: { statement } }) =>
    pointOf(asked, statement, index.questionOf(statement), mentions) ? 1 : 0,
} satisfies Record<string, (standing: Standing) => number>;

const amongOthers = {
  score: ({ best }) => best.score,
  ahead: ({ best, candidates }) => best.score - (candidates[1]?.score ?? best.score - aheadOfNone),
  aheadOfThird: ({ best, candidates }) => best.score - (candidates[2]?.score ?? best.score - aheadOfNone),
  odds: ({ best, candidates }) => 1 / candidates.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0),
} satisfies Record<string, (standing: Standing) => number>;

const ofLearnt = {
  learnt: ({ best }) => sumOf(best.learnt),
  learntWorst: ({ best }) => Math.min(...best.learnt),
  learntOfOpening: ({ best }) => best.learnt.at(-1) ?? 0,
  learntOfMissing: ({ missing }) => sumOf(missing),
  learntWorstOfMissing: ({ missing }) => Math.min(0, ...missing),
  learntElsewhere: ({ candidates }) =>
    candidates.slice(1).reduce((most, { learnt }) => Math.max(most, sumOf(learnt)), learntOfNone),
} satisfies Record<string, (standing: Standing) => number>;

const ofWords = {
  notHere: ({ described }) => described.filter(({ here }) => here < hardly).length,
  notAnywhere: ({ described }) => described.filter(({ anywhere }) => anywhere < hardly).length,
  worstHere: ({ described }) => Math.min(...described.map(({ here }) => here), described.length > 0 ? 1 : none),
  lastHere: ({ described }) => described.at(-1)?.here ?? none,
  meanHere: ({ described }) => meanOf(described.map(({ here }) => here)),
  worstAnywhere: ({ described }) =>
    Math.min(...described.map(({ anywhere }) => anywhere), described.length > 0 ? 1 : none),
  meanAnywhere: ({ described }) => meanOf(described.map(({ anywhere }) => anywhere)),
} satisfies Record<string, (standing: Standing) => number>;

/** Every number by its name. */
export const numbers: Readonly<Record<string, (standing: Standing) => number>> = {
  ...amongOthers,
  ...ofLearnt,
  ...ofAsked,
  ...ofStatement,
  ...ofWords,
};

/** The best of a ranking's candidates beside the question and the others. */
export function standingOf(ranking: Ranking, best: Candidate): Standing {
  const { keys, places } = ranking.reading.keys;
  const missing = keys.flatMap((_, at) => {
    const place = places[at] ?? none;
    return place >= 0 && (best.found[place] ?? 0) < hardly ? [best.learnt[at] ?? 0] : [];
  });
  return { ...ranking, best, described: describedBy(ranking, best), missing };
}

function describedBy({ reading: { asked, mentions }, candidates }: Ranking, best: Candidate): Described[] {
  const named = new Set(mentions.flatMap(({ words }) => words.map(({ stem }) => stem)));
  return asked.words.flatMap(({ word, share }, n) => {
    if (share < 1 || named.has(word.stem)) return [];
    return [
      { here: best.found[n] ?? 0, anywhere: candidates.reduce((most, { found }) => Math.max(most, found[n] ?? 0), 0) },
    ];
  });
}

function asksFor(kind: AskedFor): (standing: Standing) => number {
  return ({ reading }) => (reading.asked.for === kind ? 1 : 0);
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? none : values.reduce((sum, value) => sum + value, 0) / values.length;
}
