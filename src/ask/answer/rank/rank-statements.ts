/** A story's statements in the order in which they answer a question. */
import { jsonTable } from '../../tables/tables.ts';
import type { StoryIndex } from '../story/story-index.ts';
import type { Reading } from './reading.ts';
import { type Signed, type Signs, signStatements } from './signs.ts';

export interface Candidate extends Signed {
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

/** Every statement, best first. */
export function rankStatements(index: StoryIndex, reading: Reading, order = weights()): Candidate[] {
  const names = Object.keys(order) as (keyof Signs)[];
  return signStatements(index, reading)
    .map(({ statement, share, found, text, signs }): Candidate => {
      const score = names.reduce((sum, name) => sum + (order[name] ?? 0) * signs[name], 0);
      return { statement, share, found, text, signs, score };
    })
    .sort((a, b) => b.score - a.score);
}
