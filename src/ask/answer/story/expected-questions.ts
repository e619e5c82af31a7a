/** The questions that a story expects: the editor's list, its further wordings, and what the story holds open. */
import { type Word, wordsOf } from '../../words/words.ts';
import type { NamedQuestion } from './named-question.ts';

/** A question, and the ids of the statements that answer it. */
export class Expected {
  readonly asks: string;
  readonly answers: readonly string[];
  readonly words: readonly Word[];
  readonly #read: (asks: string) => NamedQuestion;
  #kept: NamedQuestion | undefined;

  constructor(asks: string, answers: readonly string[], read: (asks: string) => NamedQuestion) {
    this.asks = asks;
    this.answers = answers;
    this.words = wordsOf(asks);
    this.#read = read;
  }

  /** As it is read, when it first is: most of hundreds are never looked at so closely. */
  get read(): NamedQuestion {
    this.#kept ??= this.#read(this.asks);
    return this.#kept;
  }
}

/** By the id of a statement, the words of the questions that it answers, each once. */
export function wordsAsked(questions: readonly Expected[]): ReadonlyMap<string, ReadonlySet<Word>> {
  const asked = new Map<string, Set<Word>>();
  for (const { words, answers } of questions) {
    for (const id of answers) {
      const own = asked.get(id) ?? new Set();
      for (const word of words) own.add(word);
      asked.set(id, own);
    }
  }
  return asked;
}

/** A word of a question. */
export interface Sought {
  /** By term, how far it means the same. */
  readonly likeness: ReadonlyMap<number, number>;
  readonly weight: number;
}

/** How much of a question one has that is expected. */
export interface Met {
  readonly expected: Expected;
  /** 0..1, by weight. */
  readonly share: number;
}

export class ExpectedQuestions {
  readonly #all: readonly Expected[];
  /** By term, the places of the questions that have it. */
  readonly #having = new Map<number, number[]>();
  /** By the statement's id, how many it answers. */
  readonly #counts = new Map<string, number>();

  /** @param termOf the term of a word: of any, as a phrase may stand for a question in its function words (`belong to`) */
  constructor(all: readonly Expected[], termOf: (word: Word) => number) {
    this.#all = all;
    for (const [at, { words, answers }] of all.entries()) {
      for (const id of answers) this.#counts.set(id, this.countOf(id) + 1);
      for (const word of words) {
        const term = termOf(word);
        const having = this.#having.get(term);
        if (!having) this.#having.set(term, [at]);
        else if (having.at(-1) !== at) having.push(at);
      }
    }
  }

  /** How many a statement answers. */
  countOf(id: string): number {
    return this.#counts.get(id) ?? 0;
  }

  /** Those that have at least this part of a question, in their order. */
  meeting(words: readonly Sought[], least: number): Met[] {
    const whole = weightOf(words);
    if (whole === 0) return [];
    const sums = new Float64Array(this.#all.length);
    for (const { likeness, weight } of words)
      for (const [at, best] of this.#bestOf(likeness)) sums[at] = (sums[at] ?? 0) + best * weight;
    return this.#all.flatMap((expected, at) => {
      const share = (sums[at] ?? 0) / whole;
      return share >= least ? [{ expected, share }] : [];
    });
  }

  /** By the id of a statement, the part of a question that those together have which it answers, by weight. @param counts whether one of them counts */
  together(words: readonly Sought[], counts: (expected: Expected) => boolean): Map<string, number> {
    const whole = weightOf(words);
    const parts = new Map<string, number>();
    for (const { likeness, weight } of words) {
      const best = new Map<string, number>();
      for (const [at, alike] of this.#bestOf(likeness)) {
        const expected = this.#all[at];
        if (!expected || !counts(expected)) continue;
        for (const id of expected.answers) best.set(id, Math.max(best.get(id) ?? 0, alike));
      }
      for (const [id, alike] of best) parts.set(id, (parts.get(id) ?? 0) + (alike * weight) / whole);
    }
    return parts;
  }

  /** By the question's place, the most that any of its words is like. */
  #bestOf(likeness: ReadonlyMap<number, number>): Map<number, number> {
    const best = new Map<number, number>();
    for (const [term, alike] of likeness)
      for (const at of this.#having.get(term) ?? []) if (alike > (best.get(at) ?? 0)) best.set(at, alike);
    return best;
  }
}

function weightOf(words: readonly Sought[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}
