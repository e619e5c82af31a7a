/** How much each sign counts, as `tests/bench/ask/train.ts` has fitted it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Doubt, doubts, type Finding } from './doubts.ts';
import type { Pair } from './pair.ts';
import { type Sign, signs } from './signs.ts';

/** A sign that is not named counts nothing. */
export type SignWeights = { readonly [K in Sign]?: number };
export type DoubtWeights = SignWeights & { readonly [K in Doubt]?: number } & { readonly start: number };

export interface WeightTable {
  /** For the sentences of a passage. */
  readonly sentence: SignWeights;
  /** For the paragraphs of a collection. */
  readonly paragraph: SignWeights & { readonly search: number };
  /** Whether the passage is about what is asked. */
  readonly aboutIt: DoubtWeights;
  /** Whether it tells what is asked, given that it is about it. */
  readonly tellsIt: DoubtWeights;
}

let loaded: WeightTable | undefined;

export function weightTable(): WeightTable {
  loaded ??= JSON.parse(readFileSync(join(import.meta.dirname, 'tables', 'weights.json'), 'utf8')) as WeightTable;
  return loaded;
}

/** The sum of the signs that count, each times its weight. */
export function weigh(pair: Pair, weights: SignWeights): number {
  let sum = 0;
  for (const sign of Object.keys(signs) as Sign[]) {
    const weight = weights[sign];
    if (weight !== undefined) sum += weight * signs[sign](pair);
  }
  return sum;
}

/** From 0 to 1: how likely the finding answers, as far as the signs tell. */
export function likelihood(finding: Finding, weights: DoubtWeights): number {
  let sum = weights.start + weigh(finding.best, weights);
  for (const doubt of Object.keys(doubts) as Doubt[]) {
    const weight = weights[doubt];
    if (weight !== undefined) sum += weight * doubts[doubt](finding);
  }
  return 1 / (1 + Math.exp(-sum));
}
