/** What tells whether a passage answers a question at all, seen from one of its sentences: one number each. */
import type { AnswerKind } from './answer-kind.ts';
import type { AskedWord } from './asked.ts';
import { weighted } from './closeness.ts';
import type { Pair } from './pair.ts';
import { signsOf } from './signs.ts';

/** A sentence among the others that were ranked with it. */
export interface Finding {
  readonly pair: Pair;
  /** Its signs. */
  readonly row: readonly number[];
  readonly score: number;
  /** By how much it is ahead of the best of the others; below 0 if it is behind. */
  readonly lead: number;
  /** From 0 to 1: its share of all scores, as a softmax gives it. */
  readonly certainty: number;
  readonly count: number;
}

/** `scoreOf` gives a sentence's score by its row of signs. */
export function findings(pairs: readonly Pair[], scoreOf: (row: readonly number[]) => number): Finding[] {
  const rows = pairs.map(signsOf);
  const scores = rows.map(scoreOf);
  const [first, second] = firstTwo(scores);
  const sum = scores.reduce((odds, score) => odds + Math.exp(score - first), 0);
  return pairs.map((pair, n) => {
    const score = scores[n] ?? 0;
    const lead = score - (score === first ? second : first);
    const row = rows[n] ?? [];
    return { pair, row, score, lead, certainty: Math.exp(score - first) / sum, count: pairs.length };
  });
}

/** The highest of some scores, and the next one. */
function firstTwo(scores: readonly number[]): [number, number] {
  let [first, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of scores) {
    if (score > first) [first, second] = [score, first];
    else if (score > second) second = score;
  }
  return scores.length > 1 ? [first, second] : [first, first - leadOfOnlyOne];
}

const leadOfOnlyOne = 3;
const hardlyLike = 0.5;
const isName = ({ isCapital }: AskedWord) => isCapital;
const isNumber = (word: AskedWord) => word.isNumber;
const isAny = () => true;

export const doubts = {
  likeAnywhere: ({ pair: { weights, anywhere } }) => weighted(weights.rare, anywhere),
  sameAnywhere: ({ pair: { weights, anywhere } }) => weighted(weights.rare, anywhere, (like) => (like >= 0.99 ? 1 : 0)),
  likeEachAnywhere: ({ pair: { anywhere } }) => anywhere.reduce((sum, like) => sum + like, 0) / anywhere.length,
  nowhere: ({ pair }) => missing(pair, pair.anywhere, isAny),
  namesNowhere: ({ pair }) => missing(pair, pair.anywhere, isName),
  numbersNowhere: ({ pair }) => missing(pair, pair.anywhere, isNumber),
  heaviestNowhere: ({ pair: { weights, anywhere } }) =>
    weights.rare.reduce((most, weight, n) => Math.max(most, weight * (1 - (anywhere[n] ?? 0))), 0) * anywhere.length,
  wordsNotHere: ({ pair }) => missing(pair, pair.meeting.best, isAny),
  namesNotHere: ({ pair }) => missing(pair, pair.meeting.best, isName),
  numbersNotHere: ({ pair }) => missing(pair, pair.meeting.best, isNumber),
  otherNumberHere: ({ pair }) => (missing(pair, pair.meeting.best, isNumber) > 0 && hasNumber(pair) ? 1 : 0),
  opposites: ({ pair }) => oppositesIn(pair),
  questionNegated: ({ pair: { asked } }) => (asked.isNegated ? 1 : 0),
  onlyQuestionNegated: ({ pair: { asked, sentence } }) => (asked.isNegated && !sentence.isNegated ? 1 : 0),
  onlySentenceNegated: ({ pair: { asked, sentence } }) => (!asked.isNegated && sentence.isNegated ? 1 : 0),
  askedWords: ({ pair: { asked } }) => asked.words.length,
  askedNames: ({ pair: { asked } }) => asked.words.filter(isName).length,
  sentences: ({ count }) => Math.log(count),
  score: ({ score }) => score,
  lead: ({ lead }) => lead,
  certainty: ({ certainty }) => certainty,
  forPerson: asksFor('person'),
  forPlace: asksFor('place'),
  forDate: asksFor('date'),
  forNumber: asksFor('number'),
  forReason: asksFor('reason'),
  forManner: asksFor('manner'),
  forYesNo: asksFor('yesno'),
} satisfies Record<string, (finding: Finding) => number>;

export type Doubt = keyof typeof doubts;

const all: readonly ((finding: Finding) => number)[] = Object.values(doubts);

/** Every doubt about a finding, in the table's order. */
export function doubtsOf(finding: Finding): number[] {
  return all.map((doubt) => doubt(finding));
}

function asksFor(kind: AnswerKind): (finding: Finding) => number {
  return ({ pair }) => (pair.asked.kind === kind ? 1 : 0);
}

/** How many words of the question have hardly a partner. */
function missing({ asked }: Pair, likenesses: readonly number[], which: (word: AskedWord) => boolean): number {
  let count = 0;
  for (let n = 0; n < asked.words.length; n += 1) {
    const word = asked.words[n];
    if (word && which(word) && (likenesses[n] ?? 0) < hardlyLike) count += 1;
  }
  return count;
}

function hasNumber({ sentence }: Pair): boolean {
  return sentence.candidates('number').length + sentence.candidates('date').length > 0;
}

/** How many words of the question that the sentence lacks have their opposite there. */
function oppositesIn({ sentence, meeting, opposites }: Pair): number {
  return opposites.filter(
    (terms, n) => terms.size > 0 && (meeting.best[n] ?? 0) < 1 && sentence.terms.some((term) => terms.has(term)),
  ).length;
}
