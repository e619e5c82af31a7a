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
  share: 4,
  exact: -0.2,
  reverse: 1.3,
  text: -0.1,
  lead: 3.3,
  missing: 0,
  opposite: -0.3,
  strangeNames: -0.8,
  strangeNumbers: -0.5,
  fit: 5.2,
  expected: 1.8,
  same: 0.9,
  actor: 0.2,
  subject: 1.1,
  near: 2.2,
  nearWholly: 3.6,
  unknown: 0,
  vague: 0,
};

/** What each sign counts for being sure. */
const certainty: Weights & { readonly constant: number } = {
  constant: -1.2,
  share: 3.6,
  exact: -1.6,
  reverse: 0.6,
  text: 1.3,
  lead: -0.6,
  missing: -0.6,
  opposite: -0.6,
  strangeNames: -2.2,
  strangeNumbers: -1.4,
  fit: 2.5,
  expected: 0.7,
  same: 1.3,
  actor: 0,
  subject: 0,
  near: 0.8,
  nearWholly: 3.3,
  unknown: 0.8,
  vague: -1.8,
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
