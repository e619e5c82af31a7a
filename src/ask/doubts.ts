/** What tells whether a passage answers a question at all, seen from its best sentence: one number each. */
import type { AnswerKind } from './answer-kind.ts';
import type { AskedWord } from './asked.ts';
import { weighted } from './closeness.ts';
import type { Pair } from './pair.ts';
import { areOpposites } from './related.ts';

/** A ranked answer: its best pair, and the scores of all, best first. */
export interface Finding {
  readonly best: Pair;
  readonly scores: readonly number[];
}

const hardlyLike = 0.5;
const isName = ({ isCapital }: AskedWord) => isCapital;
const isNumber = (word: AskedWord) => word.isNumber;
const isAny = () => true;

export const doubts = {
  likeAnywhere: ({ best: { weights, anywhere } }) => weighted(weights.rare, anywhere),
  sameAnywhere: ({ best: { weights, anywhere } }) => weighted(weights.rare, anywhere, (like) => (like >= 0.99 ? 1 : 0)),
  likeEachAnywhere: ({ best: { anywhere } }) => anywhere.reduce((sum, like) => sum + like, 0) / anywhere.length,
  nowhere: ({ best }) => missing(best, best.anywhere, isAny),
  namesNowhere: ({ best }) => missing(best, best.anywhere, isName),
  numbersNowhere: ({ best }) => missing(best, best.anywhere, isNumber),
  heaviestNowhere: ({ best: { weights, anywhere } }) =>
    weights.rare.reduce((most, weight, n) => Math.max(most, weight * (1 - (anywhere[n] ?? 0))), 0) * anywhere.length,
  wordsNotHere: ({ best }) => missing(best, best.meeting.best, isAny),
  namesNotHere: ({ best }) => missing(best, best.meeting.best, isName),
  numbersNotHere: ({ best }) => missing(best, best.meeting.best, isNumber),
  otherNumberHere: ({ best }) => (missing(best, best.meeting.best, isNumber) > 0 && hasNumber(best) ? 1 : 0),
  opposites: ({ best }) => oppositesIn(best),
  questionNegated: ({ best: { asked } }) => (asked.isNegated ? 1 : 0),
  onlyQuestionNegated: ({ best: { asked, sentence } }) => (asked.isNegated && !sentence.isNegated ? 1 : 0),
  onlySentenceNegated: ({ best: { asked, sentence } }) => (!asked.isNegated && sentence.isNegated ? 1 : 0),
  askedWords: ({ best: { asked } }) => asked.words.length,
  askedNames: ({ best: { asked } }) => asked.words.filter(isName).length,
  sentences: ({ scores }) => Math.log(scores.length),
  score: ({ scores: [first = 0] }) => first,
  lead: ({ scores: [first = 0, second = first - 3] }) => first - second,
  certainty: ({ scores: [first = 0, ...others] }) =>
    1 / others.reduce((sum, score) => sum + Math.exp(score - first), 1),
  forPerson: asksFor('person'),
  forPlace: asksFor('place'),
  forDate: asksFor('date'),
  forNumber: asksFor('number'),
  forReason: asksFor('reason'),
  forManner: asksFor('manner'),
  forYesNo: asksFor('yesno'),
} satisfies Record<string, (finding: Finding) => number>;

export type Doubt = keyof typeof doubts;

function asksFor(kind: AnswerKind): (finding: Finding) => number {
  return ({ best }) => (best.asked.kind === kind ? 1 : 0);
}

/** How many words of the question have hardly a partner. */
function missing({ asked }: Pair, likenesses: Float64Array, which: (word: AskedWord) => boolean): number {
  return asked.words.filter((word, n) => which(word) && (likenesses[n] ?? 0) < hardlyLike).length;
}

function hasNumber({ sentence: { candidates } }: Pair): boolean {
  return candidates.number.length + candidates.date.length > 0;
}

/** How many words of the question that the sentence lacks have their opposite there. */
function oppositesIn({ asked, sentence, meeting }: Pair): number {
  return asked.words.filter(
    ({ text }, n) =>
      (meeting.best[n] ?? 0) < 1 && sentence.words.some((word) => !word.isStop && areOpposites(text, word.text)),
  ).length;
}
