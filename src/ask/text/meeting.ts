/** Where a question's words meet a sentence's. */
import type { Sentence } from './sentence.ts';
import type { Partners } from './vocabulary.ts';

interface Spot {
  /** Number of the sentence's word. */
  readonly at: number;
  /** Number of the question's content word. */
  readonly asked: number;
  readonly likeness: number;
}

export interface Meeting {
  /** For each content word of the question, how like its best partner is; 0 without one. */
  readonly best: readonly number[];
  /** Among the sentence's own words, in their order. */
  readonly spots: readonly Spot[];
}

/** Words that are only said beside the sentence count a little less. */
const alsoWorth = 0.8;

/** Where each term meets the question: by term, the number of the question's word and how like it is. */
export type Meeters = ReadonlyMap<number, readonly Omit<Spot, 'at'>[]>;

/** The partners of each of the question's words, by term. */
export function meeters(partners: readonly Partners[]): Meeters {
  const byTerm = new Map<number, Omit<Spot, 'at'>[]>();
  for (const [asked, found] of partners.entries())
    for (const [term, likeness] of found.likeness) {
      const those = byTerm.get(term);
      if (those) those.push({ asked, likeness });
      else byTerm.set(term, [{ asked, likeness }]);
    }
  return byTerm;
}

const none: readonly Omit<Spot, 'at'>[] = [];

export function meet(sentence: Sentence, byTerm: Meeters, askedWords: number): Meeting {
  const best = new Array<number>(askedWords).fill(0);
  const spots: Spot[] = [];
  const improve = (asked: number, likeness: number) => {
    if (likeness > (best[asked] ?? 0)) best[asked] = likeness;
  };
  for (let at = 0; at < sentence.terms.length; at += 1)
    for (const { asked, likeness } of byTerm.get(sentence.terms[at] ?? -1) ?? none) {
      spots.push({ at, asked, likeness });
      improve(asked, likeness);
    }
  for (const term of sentence.also)
    for (const { asked, likeness } of byTerm.get(term) ?? none) improve(asked, alsoWorth * likeness);
  return { best, spots };
}
