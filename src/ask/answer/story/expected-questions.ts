/** The questions that a story expects: the editor's list, its further wordings, and what the story holds open. */
import type { Word } from '../../words/words.ts';
import type { Expected } from './expected.ts';
import { Heard, type QuestionWord, weightOf } from './heard.ts';

/** How much of a question one has that is expected. */
export interface Met {
  readonly expected: Expected;
  /** 0..1, by weight. */
  readonly share: number;
}

export class ExpectedQuestions {
  /** What those together have that each statement answers. */
  readonly together = new Heard();
  readonly #all: readonly Expected[];
  /** By the question's place, its terms. */
  readonly #terms: readonly (readonly number[])[];
  /** By term, the places of the questions that have it. */
  readonly #having = new Map<number, number[]>();
  /** By the statement's id, how many it answers. */
  readonly #counts = new Map<string, number>();
  #ofKinds: Map<string, Heard> | undefined;
  /** By the question’s place, the most that a word is like; 0 between words. */
  readonly #best: Float64Array;

  /** @param termOf the term of a word: of any, as a phrase may stand for a question in its function words (`belong to`) */
  constructor(all: readonly Expected[], termOf: (word: Word) => number) {
    this.#all = all;
    this.#best = new Float64Array(all.length);
    this.#terms = all.map(({ words }) => [...new Set(words.map(termOf))]);
    for (const [at, { answers }] of all.entries()) {
      const terms = this.#terms[at] ?? [];
      for (const id of answers) this.#counts.set(id, this.countOf(id) + 1);
      for (const term of terms) {
        const having = this.#having.get(term);
        if (having) having.push(at);
        else this.#having.set(term, [at]);
      }
      this.together.add(terms, answers);
    }
  }

  /** Reads them all, one at a step. */
  *readAll(): Generator<Expected['read']> {
    for (const { read } of this.#all) yield read;
  }

  /** How many a statement answers. */
  countOf(id: string): number {
    return this.#counts.get(id) ?? 0;
  }

  /** The same of those alone that ask for a kind of thing. @param kindOf what a question asks for, always the same */
  ofKind(kind: string, kindOf: (question: Expected) => string): Heard {
    this.#ofKinds ??= this.#sorted(kindOf);
    return this.#ofKinds.get(kind) ?? new Heard();
  }

  #sorted(kindOf: (question: Expected) => string): Map<string, Heard> {
    const kinds = new Map<string, Heard>();
    for (const [at, question] of this.#all.entries()) {
      const kind = kindOf(question);
      const heard = kinds.get(kind) ?? new Heard();
      heard.add(this.#terms[at] ?? [], question.answers);
      kinds.set(kind, heard);
    }
    return kinds;
  }

  /** Those that have at least this part of a question, in their order. */
  meeting(words: readonly QuestionWord[], least: number): Met[] {
    const whole = weightOf(words);
    if (whole === 0) return [];
    const sums = new Float64Array(this.#all.length);
    const best = this.#best;
    for (const { likeness, weight } of words)
      for (const at of this.#placesOf(likeness)) {
        sums[at] = (sums[at] ?? 0) + (best[at] ?? 0) * weight;
        best[at] = 0;
      }
    const met: Met[] = [];
    this.#all.forEach((expected, at) => {
      const share = (sums[at] ?? 0) / whole;
      if (share >= least) met.push({ expected, share });
    });
    return met;
  }

  /** The places of the questions that have one of some terms; the most that any of theirs is like is the best there. */
  #placesOf(likeness: ReadonlyMap<number, number>): number[] {
    const best = this.#best;
    const places: number[] = [];
    for (const [term, alike] of likeness)
      for (const at of this.#having.get(term) ?? []) {
        if (best[at] === 0) places.push(at);
        if (alike > (best[at] ?? 0)) best[at] = alike;
      }
    return places;
  }
}
