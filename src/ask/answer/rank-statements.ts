/** A story's statements in the order in which they answer a question. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Reading, type Signed, type Signs, signStatements } from './signs.ts';
import type { StoryIndex } from './story-index.ts';

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
  const file = join(import.meta.dirname, '..', 'tables', 'answer-weights.json');
  const { order }: { readonly order: OrderWeights } = JSON.parse(readFileSync(file, 'utf8'));
  return order;
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
