/** A story's statements in the order in which they answer a question. */
import { jsonTable } from '../../tables/tables.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { learntCounts, learntWords, type WordWeights } from './learnt-words.ts';
import type { Reading } from './reading.ts';
import { type Signed, type Signs, signStatements } from './signs.ts';

export interface Candidate extends Signed {
  /** What each key of the question (`keysOf`) has been learnt to tell of it. */
  readonly learnt: readonly number[];
  /** Comparable within one answer only. */
  readonly score: number;
}

/** What each sign counts, as `tests/bench/ask/train-answers.ts` has fitted it; one that is not named counts nothing. */
export type OrderWeights = Readonly<Partial<Record<keyof Signs, number>>>;

let loaded: OrderWeights | undefined;

function orderWeights(): OrderWeights {
  loaded ??= load();
  return loaded;
}

function load(): OrderWeights {
  return jsonTable<{ readonly order: OrderWeights }>('answer-weights.json').order;
}

/** What they tell together. */
export function sumOf(learnt: readonly number[]): number {
  let sum = 0;
  for (let n = 0; n < learnt.length; n += 1) sum += learnt[n] ?? 0;
  return sum;
}

/** Every statement, best first. */
export function rankStatements(
  index: StoryIndex,
  reading: Reading,
  order = orderWeights(),
  words: WordWeights = learntWords(),
): Candidate[] {
  const names = Object.keys(order) as (keyof Signs)[];
  const weights = names.map((name) => order[name] ?? 0);
  const learntOf = learntCounts(index, reading, words);
  return signStatements(index, reading)
    .map((signed): Candidate => {
      const { statement, share, found, text, signs } = signed;
      const learnt = learntOf(signed);
      let score = sumOf(learnt);
      for (let n = 0; n < names.length; n += 1) score += (weights[n] ?? 0) * signs[names[n] ?? 'share'];
      return { statement, share, found, text, signs, learnt, score };
    })
    .sort((a, b) => b.score - a.score);
}
