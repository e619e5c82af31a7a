/** A story's statements in the order in which they answer a question, and how sure that is. */
import { type Reading, type Signed, type Signs, signStatements } from './signs.ts';
import type { StoryIndex } from './story-index.ts';

export interface Candidate extends Signed {
  readonly score: number;
  /** 0..1: how likely it answers. */
  readonly confidence: number;
}

type Weights = Readonly<Record<keyof Signs, number>>;

/** What each sign counts in the order; those that are the same for all do not. */
const order: Weights = {
  share: 4.6,
  exact: 1.2,
  reverse: 2.5,
  fit: 5.9,
  expected: 2.5,
  same: 1.6,
  text: 1.7,
  strangeNames: -0.8,
  strangeNumbers: -1,
  missing: 0,
  actor: 0,
  subject: 0,
  opposite: -0.2,
  near: 2.3,
  nearWholly: 3.3,
  unknown: 0,
  vague: 0,
};

/** What each sign counts for being sure. */
const certainty: Weights & { readonly constant: number } = {
  constant: -1.7,
  share: 2.9,
  exact: -0.9,
  reverse: 2.2,
  fit: 2.3,
  expected: 1.6,
  same: 1.2,
  text: 0.5,
  strangeNames: -3.3,
  strangeNumbers: -1.7,
  missing: -1.5,
  actor: 0,
  subject: 0,
  opposite: -1,
  near: 0.9,
  nearWholly: 3.7,
  unknown: 0.4,
  vague: -0.8,
};

/** Every statement, best first. */
export function rankStatements(index: StoryIndex, reading: Reading): Candidate[] {
  const candidates = signStatements(index, reading).map((signed): Candidate => {
    const confidence = 1 / (1 + Math.exp(-(certainty.constant + sum(certainty, signed.signs))));
    return { ...signed, score: sum(order, signed.signs), confidence };
  });
  return candidates.sort((a, b) => b.score - a.score);
}

function sum(weights: Weights, signs: Signs): number {
  return (Object.keys(signs) as (keyof Signs)[]).reduce((total, name) => total + weights[name] * signs[name], 0);
}
