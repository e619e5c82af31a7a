/** How sure the best statement of a story answers. */
import { besideAsked } from '../question/beside.ts';
import { asksWhomToBlame, isOfBlame } from '../question/blame.ts';
import { speakerOf } from '../story/doers.ts';
import { fitOf } from './fit.ts';
import { endForm, hasEnd, leaningOf, startForm } from './follow-up.ts';
import { grownOdds } from './grown-trees.ts';
import { leavesOpen } from './left-open/leaves-open.ts';
import { hasIts } from './matter-signs.ts';
import { isOffTarget } from './off-target.ts';
import type { Candidate } from './rank-statements.ts';
import type { Reading } from './reading.ts';
import { isOfAnother } from './roles-fit.ts';
import type { Ranking } from './standing.ts';

/** How sure an answer is that tells of somebody else, or does not have what is asked for. */
const sureIfOthers = 0.4;

/** “When?” behind a statement that has a day, “says who?” behind what somebody says. */
const sureOfIts = 0.9;

/** 0..1: how likely the first of the candidates answers. @throws {Error} where the trees look at other numbers than there are */
export function certaintyOf(ranking: Ranking): number {
  const { index, reading, candidates } = ranking;
  const [best] = candidates;
  if (!best || reading.words.length === 0) return 0;
  if (isOfAnother(index, best.statement, reading) || lacksPlace(best, reading)) return sureIfOthers;
  if (isOffTarget(index, best.statement, reading) || leavesOpen(index, best.statement, reading)) return sureIfOthers;
  if (lacksEnd(best, reading) || isShownAgain(best, reading) || asksNothing(reading) || lacksSpeaker(best, reading))
    return sureIfOthers;
  if (isOfNoBlame(candidates, reading)) return sureIfOthers;
  if (hasBare(best, reading)) return sureOfIts;
  return 1 / (1 + Math.exp(-grownOdds(ranking, best)));
}

/**
 * Whether no more is asked than the day, the place or the doer of what was last shown, and it has that; or who says so, and it is
 * among what was shown, and somebody does.
 */
function hasBare(best: Candidate, reading: Reading): boolean {
  const { statement, signs } = best;
  const { question, asked, leaning } = reading;
  if (asksWhoSays(best, reading)) return speakerOf(statement) !== undefined;
  if (leaning < 2 || asked.words.length > 0 || signs.matter.nearWholly < 1) return false;
  if (asked.for !== 'when') return hasIts(statement, asked.for);
  // What has no day of its own has the day on which it was reported, which is none of a beginning or an end.
  if (endForm.test(question)) return hasEnd(statement);
  return startForm.test(question) ? hasIts(statement, asked.for) : true;
}

/** Whether “says who?” is asked, of what was shown. */
function asksWhoSays({ statement }: Candidate, reading: Reading): boolean {
  return isWhoSays(reading) && reading.last.some(({ id }) => id === statement.id);
}

function isWhoSays({ asked, leaning }: Reading): boolean {
  const isBare = asked.words.length > 0 && asked.words.every(({ word }) => sayingForm.test(word.text));
  return asked.for === 'who' && leaning === 2 && isBare;
}

/** Whether “says who?” is asked of what nobody in particular says. */
function lacksSpeaker({ statement }: Candidate, reading: Reading): boolean {
  const [last] = reading.last;
  return last !== undefined && isWhoSays(reading) && [last, statement].some((each) => speakerOf(each) === undefined);
}

const sayingForm = /^(?:say|says|said|reports?|reported|claims?|claimed|according)$/;

/** Whether no more than an end is asked for, and this is neither what was shown nor has one. */
function lacksEnd({ statement }: Candidate, { question, leaning, last }: Reading): boolean {
  if (leaning < 2 || last.length === 0 || !endForm.test(question)) return false;
  return !hasEnd(statement) && last.every(({ id }) => id !== statement.id);
}

/** Whether what happened before or after is asked for, and this is what was shown. */
function isShownAgain({ statement }: Candidate, { question, last }: Reading): boolean {
  return besideAsked(question) !== undefined && last.some(({ id }) => id === statement.id);
}

/** Whether it leans on something, and nothing was shown: “when was that?” as the first question. */
function asksNothing({ question, words: { length }, asked, mentions, last }: Reading): boolean {
  const isShort = length > 0 && length <= mostOfNothing;
  return isShort && last.length === 0 && mentions.length === 0 && leaningOf(question, asked) === 2;
}

const mostOfNothing = 3;

/** Whether “where?” asks for the place of what has none. */
function lacksPlace({ statement, signs }: Candidate, reading: Reading): boolean {
  const isWhere = reading.asked.for === 'where' && reading.leaning === 2;
  return isWhere && signs.matter.nearWholly === 1 && fitOf(statement, reading) < 0;
}

/** “Who is to blame for the theft?”, where nothing tells of one. */
function isOfNoBlame(candidates: readonly Candidate[], { question, asked }: Reading): boolean {
  if (!asksWhomToBlame(question)) return false;
  const isNowhere = (n: number) => candidates.every(({ found }) => (found[n] ?? 0) < hardly);
  return asked.words.some(({ word, share }, n) => share === 1 && !isOfBlame(word.text) && isNowhere(n));
}

/** What is found worse than this is hardly there. */
const hardly = 0.3;
