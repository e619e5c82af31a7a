/** A story's statements in the order in which they answer a question. */
import { jsonTable } from '../../tables/tables.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { learntCounts, learntWords, type WordWeights } from './learnt-words.ts';
import type { Reading } from './reading.ts';
import { type Signed, type Signs, signStatements } from './signs.ts';

export interface Candidate extends Signed {
  /** What each key of the question (`keysOf`) has been learnt to tell of it. */
  readonly learnt: Float64Array;
  /** Comparable within one answer only. */
  readonly score: number;
}

/** What each sign counts, as `tests/bench/ask/train-answers.ts` has fitted it; one that is not named counts nothing. */
export type OrderWeights = Readonly<Partial<Record<keyof Signs, number>>>;

let loaded: OrderWeights | undefined;

function weights(): OrderWeights {
  loaded ??= load();
  return loaded;
}

function load(): OrderWeights {
  return jsonTable<{ readonly order: OrderWeights }>('answer-weights.json').order;
}

/** What they tell together. */
export function sumOf(learnt: Float64Array | readonly number[]): number {
  let sum = 0;
  for (const each of learnt) sum += each;
  return sum;
}

/** Every statement, best first. */
export function rankStatements(
  index: StoryIndex,
  reading: Reading,
  order = weights(),
  words: WordWeights = learntWords(),
): Candidate[] {
  const names = Object.keys(order) as (keyof Signs)[];
  const learntOf = learntCounts(index, reading, words);
  return signStatements(index, reading)
    .map((signed): Candidate => {
      const { statement, share, found, text, signs } = signed;
      const learnt = learntOf(signed);
      const score = names.reduce((sum, name) => sum + (order[name] ?? 0) * signs[name], sumOf(learnt));
      return { statement, share, found, text, signs, learnt, score };
    })
    .sort((a, b) => b.score - a.score);
}
