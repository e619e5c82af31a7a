/** A question and one of the sentences that might answer it. */

import { rarityOf } from '../words/related.ts';
import type { AskedOfText } from './asked.ts';
import { gain } from './closeness.ts';
import { type Meeting, meet, meeters } from './meeting.ts';
import type { Sentence } from './sentence.ts';
import type { Partners, Vocabulary } from './vocabulary.ts';

export interface Pair {
  readonly asked: AskedOfText;
  readonly sentence: Sentence;
  readonly meeting: Meeting;
  /** How the sentences before and after it meet the question, where there are any. */
  readonly before: Meeting | undefined;
  readonly after: Meeting | undefined;
  /** What those have of the question that this one has not, by weight. */
  readonly gained: { readonly before: number; readonly after: number };
  /** For each content word of the question, how like its best partner is in any of the sentences. */
  readonly anywhere: readonly number[];
  readonly weights: Weights;
  /** For each content word of the question, the terms that say the opposite. */
  readonly opposites: readonly ReadonlySet<number>[];
}

/** How much each content word of the question counts; each list sums to 1. */
export interface Weights {
  /** By how rare it is in English. */
  readonly rare: readonly number[];
  /** By how rare it is among the texts. */
  readonly local: readonly number[];
  readonly both: readonly number[];
}

/** What `rarityOf` gives to words that hardly anyone uses. */
const mostRare = 10;

/** `spread` tells how many of `count` texts have a term. */
export function weightsOf(
  asked: AskedOfText,
  vocabulary: Vocabulary,
  spread: (term: number) => number,
  count: number,
): Weights {
  const local = asked.words.map(({ stem }) => {
    const term = vocabulary.find(stem);
    const having = term === undefined ? 0 : spread(term);
    return Math.log(1 + (count - having + 0.5) / (having + 0.5));
  });
  const most = Math.log(1 + (count + 0.5) / 0.5);
  const rare = asked.words.map(({ text }) => Math.min(1, rarityOf(text) / mostRare));
  const both = rare.map((weight, n) => weight * (0.3 + (0.7 * (local[n] ?? 0)) / most));
  return { rare: shares(rare), local: shares(local), both: shares(both) };
}

function shares(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return weights.map((weight) => weight / all);
}

/**
 * One pair for each sentence.
 * @param partners those of each of the question's words
 * @param inOrder whether the sentences follow each other in one text
 */
export function pairUp(
  asked: AskedOfText,
  sentences: readonly Sentence[],
  partners: readonly Partners[],
  weights: Weights,
  inOrder: boolean,
): Pair[] {
  const byTerm = meeters(partners);
  const opposites = partners.map((found) => found.opposites);
  const meetings = sentences.map((sentence) => meet(sentence, byTerm, asked.words.length));
  const anywhere = asked.words.map((_, n) => meetings.reduce((most, { best }) => Math.max(most, best[n] ?? 0), 0));
  return meetings.map((meeting, n) => {
    const sentence = sentences[n] as Sentence;
    const before = inOrder ? meetings[n - 1] : undefined;
    const after = inOrder ? meetings[n + 1] : undefined;
    const gained = { before: gain(weights.both, meeting, before), after: gain(weights.both, meeting, after) };
    return { asked, sentence, meeting, before, after, gained, anywhere, weights, opposites };
  });
}
