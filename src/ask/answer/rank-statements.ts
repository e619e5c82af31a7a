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

interface Scales {
  readonly order: (signs: Signs) => number;
  readonly certainty: (signs: Signs) => number;
}

let loaded: Scales | undefined;

function scales(): Scales {
  loaded ??= load();
  return loaded;
}

function load(): Scales {
  const file = join(import.meta.dirname, '..', 'tables', 'answer-weights.json');
  const { order, certainty }: WeightTable = JSON.parse(readFileSync(file, 'utf8'));
  const { start, ...rest } = certainty;
  const ofCertainty = scale(rest);
  return { order: scale(order), certainty: (signs) => 1 / (1 + Math.exp(-(start + ofCertainty(signs)))) };
}

function scale(weights: Weights): (signs: Signs) => number {
  const names = Object.keys(weights) as (keyof Signs)[];
  return (signs) => {
    let total = 0;
    for (const name of names) total += (weights[name] ?? 0) * signs[name];
    return total;
  };
}

/** Every statement, best first. */
export function rankStatements(index: StoryIndex, reading: Reading): Candidate[] {
  const { order, certainty } = scales();
  return signStatements(index, reading)
    .map(({ statement, share, found, signs }): Candidate => {
      return { statement, share, found, signs, score: order(signs), confidence: certainty(signs) };
    })
    .sort((a, b) => b.score - a.score);
}
