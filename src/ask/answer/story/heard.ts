/** What statements are asked for: by term, those that answer a question which has it. */
import type { Partners } from '../../text/vocabulary.ts';

/** A word of a question, as a story has it. */
export interface QuestionWord extends Partners {
  /** The term that is the word itself; -1 where the story has none. */
  readonly term: number;
  readonly weight: number;
}

export class Heard {
  readonly #answering = new Map<number, Set<string>>();

  /** @param terms those of a question @param answers the ids of the statements that answer it */
  add(terms: readonly number[], answers: readonly string[]) {
    for (const term of terms) {
      const answering = this.#answering.get(term) ?? new Set<string>();
      for (const id of answers) answering.add(id);
      this.#answering.set(term, answering);
    }
  }

  /** By the id of a statement, the part of a question that those together have which it answers, by weight. */
  parts(words: readonly Pick<QuestionWord, 'likeness' | 'weight'>[]): Map<string, number> {
    const whole = weightOf(words);
    const parts = new Map<string, number>();
    for (const { likeness, weight } of words) {
      const best = new Map<string, number>();
      for (const [term, alike] of likeness)
        for (const id of this.#answering.get(term) ?? []) if (alike > (best.get(id) ?? 0)) best.set(id, alike);
      for (const [id, alike] of best) parts.set(id, (parts.get(id) ?? 0) + (alike * weight) / whole);
    }
    return parts;
  }
}

export function weightOf(words: readonly Pick<QuestionWord, 'weight'>[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}
