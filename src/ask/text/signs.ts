/** What speaks for a sentence as the answer, and against it: one number each, for the ranker to weigh. */
import { distanceToAnswer, lacks } from './answer-near.ts';
import type { AskedWord } from './asked.ts';
import { adjacent, asItIs, densest, repeats, weighted } from './closeness.ts';
import { hasMeasure } from './measure.ts';
import type { Pair } from './pair.ts';

const isSame = (likeness: number) => (likeness >= 0.99 ? 1 : 0);
const lack = (likeness: number) => 1 - likeness;

export const signs = {
  sameLocal: ({ weights, meeting }) => weighted(weights.local, meeting.best, isSame),
  same: ({ weights, meeting }) => weighted(weights.both, meeting.best, isSame),
  likeRare: ({ weights, meeting }) => weighted(weights.rare, meeting.best),
  likeLocal: ({ weights, meeting }) => weighted(weights.local, meeting.best),
  like: ({ weights, meeting }) => weighted(weights.both, meeting.best),
  likeEach: ({ asked, meeting }) => meeting.best.reduce((sum, likeness) => sum + likeness, 0) / asked.words.length,
  ofWhatIsAnywhere: ({ weights, meeting, anywhere }) =>
    weighted(weights.both, meeting.best) / (weighted(weights.both, anywhere) + 0.05),
  worstMissing: ({ weights, meeting }) => heaviest(weights.both, (n) => 1 - (meeting.best[n] ?? 0)),
  worstElsewhere: ({ weights, meeting, anywhere }) =>
    heaviest(weights.both, (n) => (anywhere[n] ?? 0) - (meeting.best[n] ?? 0)),
  namesFound: (pair) => weightOf(pair, isName),
  namesMissing: (pair) => weightOf(pair, isName, lack),
  numbersMissing: (pair) => weightOf(pair, ({ isNumber }) => isNumber, lack),
  othersFound,
  /** The first of them tells more than the last. */
  othersBegun: (pair) => Math.sqrt(othersFound(pair)),
  firstFound: ({ meeting }) => meeting.best[0] ?? 0,
  functionWords: ({ asked, sentence }) => {
    let shared = 0;
    for (const word of asked.functionWords) if (sentence.hasFunctionWord(word)) shared += 1;
    return shared / Math.max(1, asked.functionWords.size);
  },
  dense: (pair) => densest(pair, 10),
  denser: (pair) => densest(pair, 5),
  near: (pair) => adjacent(pair, 3),
  adjacent: (pair) => adjacent(pair, 1),
  repeats,
  gainBefore: ({ gained }) => gained.before,
  gainAfter: ({ gained }) => gained.after,
  /** Where nearly all is in the next sentence, this one leads up to it. */
  leadsUp: ({ gained }) => gained.after ** 2,
  gainByPronoun: ({ sentence, gained }) => (sentence.startsWithPronoun ? gained.before : 0),
  likeAfter: ({ weights, after }) => (after ? weighted(weights.both, after.best) : 0),
  length: ({ sentence }) => Math.log(1 + sentence.length),
  newWords: ({ sentence, meeting: { spots } }) =>
    1 - spots.filter(({ at }, n) => at !== spots[n - 1]?.at).length / Math.max(1, sentence.length),
  answerNear: (pair) => 1 / (1 + distanceToAnswer(pair) / 4),
  lacksDate: (pair) => lacks(pair, 'date'),
  lacksNumber: (pair) => lacks(pair, 'number'),
  lacksPerson: (pair) => lacks(pair, 'person'),
  lacksPlace: (pair) => lacks(pair, 'place'),
  lacksMeasure: ({ asked, sentence }) => (asked.measure && !hasMeasure(sentence.text, asked.measure) ? 1 : 0),
} satisfies Record<string, (pair: Pair) => number>;

export type Sign = keyof typeof signs;

const all: readonly ((pair: Pair) => number)[] = Object.values(signs);

/** Every sign of a pair, in the table's order. */
export function signsOf(pair: Pair): number[] {
  return all.map((sign) => sign(pair));
}

/** The most of the weights, each times a part of it. */
function heaviest(weights: readonly number[], partOf: (n: number) => number): number {
  let most = 0;
  for (let n = 0; n < weights.length; n += 1) most = Math.max(most, (weights[n] ?? 0) * partOf(n));
  return most;
}

function othersFound(pair: Pair): number {
  return weightOf(pair, ({ isCapital, isNumber }) => !isCapital && !isNumber);
}

function isName({ isCapital }: AskedWord): boolean {
  return isCapital;
}

/** The weight of some of the question's words, each times `of` how like its partner is. */
function weightOf({ asked, weights, meeting }: Pair, which: (word: AskedWord) => boolean, of = asItIs): number {
  let sum = 0;
  for (let n = 0; n < asked.words.length; n += 1) {
    const word = asked.words[n];
    if (word && which(word)) sum += (weights.both[n] ?? 0) * of(meeting.best[n] ?? 0);
  }
  return sum;
}
