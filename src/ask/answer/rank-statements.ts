/** A story's statements in the order in which they answer a question, and how sure that is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Reading, type Signed, type Signs, signStatements } from './signs.ts';
import type { StoryIndex } from './story-index.ts';

export interface Candidate extends Signed {
  readonly score: number;
  /** 0..1: how likely it answers. */
  readonly confidence: number;
}

/** A sign that is not named counts nothing. */
type Weights = Readonly<Partial<Record<keyof Signs, number>>>;

/** As `tests/bench/ask/train-answers.ts` has fitted them. */
interface WeightTable {
  /** What each sign counts in the order. */
  readonly order: Weights;
  /** What each counts for being sure. */
  readonly certainty: Weights & { readonly start: number };
}

let loaded: WeightTable | undefined;

function weights(): WeightTable {
  loaded ??= JSON.parse(readFileSync(join(import.meta.dirname, '..', 'tables', 'answer-weights.json'), 'utf8'));
  return loaded as WeightTable;
}

/** Every statement, best first. */
export function rankStatements(index: StoryIndex, reading: Reading): Candidate[] {
  const { order, certainty } = weights();
  const candidates = signStatements(index, reading).map((signed): Candidate => {
    const confidence = 1 / (1 + Math.exp(-(certainty.start + sum(certainty, signed.signs))));
    return { ...signed, score: sum(order, signed.signs), confidence };
  });
  return candidates.sort((a, b) => b.score - a.score);
}

function sum(weights: Weights, signs: Signs): number {
  let total = 0;
  for (const name of Object.keys(signs) as (keyof Signs)[]) total += (weights[name] ?? 0) * signs[name];
  return total;
}
