/** How much each sign counts, as `tests/bench/ask/train.ts` has fitted it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Doubt, doubts, type Finding } from './doubts.ts';
import type { Pair } from './pair.ts';
import { type Sign, signs } from './signs.ts';

/** A sign that is not named counts nothing. */
export type SignWeights = { readonly [K in Sign]?: number };
type DoubtWeights = SignWeights & { readonly [K in Doubt]?: number } & { readonly start: number };

interface WeightTable {
  /** For the sentences of a passage. */
  readonly sentence: SignWeights;
  /** For the paragraphs of a collection; `search` is for what the search thought of it. */
  readonly paragraph: SignWeights & { readonly search: number };
  /** Whether the passage is about what is asked. */
  readonly aboutIt: DoubtWeights;
  /** Whether it tells what is asked, given that it is about it. */
  readonly tellsIt: DoubtWeights;
}

/** Gives the sum of the signs that count, each times its weight. */
export type Scale<T> = (subject: T) => number;

interface Scales {
  readonly sentence: Scale<Pair>;
  readonly paragraph: Scale<{ readonly pair: Pair; readonly search: number }>;
  /** From 0 to 1. */
  readonly aboutIt: Scale<Finding>;
  readonly tellsIt: Scale<Finding>;
}

let loaded: Scales | undefined;

export function scales(): Scales {
  loaded ??= load();
  return loaded;
}

function load(): Scales {
  const table: WeightTable = JSON.parse(readFileSync(join(import.meta.dirname, 'tables', 'weights.json'), 'utf8'));
  const paragraph = scaleOf(signs, table.paragraph);
  return {
    sentence: scaleOf(signs, table.sentence),
    paragraph: ({ pair, search }) => paragraph(pair) + table.paragraph.search * search,
    aboutIt: likelihood(table.aboutIt),
    tellsIt: likelihood(table.tellsIt),
  };
}

export function scaleOf<T>(
  of: Readonly<Record<string, Scale<T>>>,
  weights: Readonly<Record<string, number | undefined>>,
): Scale<T> {
  const counting = Object.entries(of).flatMap(([name, sign]) => {
    const weight = weights[name];
    return weight === undefined ? [] : [{ sign, weight }];
  });
  return (subject) => {
    let sum = 0;
    for (const { sign, weight } of counting) sum += weight * sign(subject);
    return sum;
  };
}

function likelihood(weights: DoubtWeights): Scale<Finding> {
  const ofPair = scaleOf(signs, weights);
  const ofAll = scaleOf(doubts, weights);
  return (finding) => 1 / (1 + Math.exp(-(weights.start + ofPair(finding.pair) + ofAll(finding))));
}
