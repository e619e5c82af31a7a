/** The content words of each statement's own sentence, and how much of them a question has. */
import type { Statement } from '../../../story/index.ts';
import type { Word } from '../../words/words.ts';
import type { ReadStatements } from './read-statements.ts';

/** Those of one sentence, each stem once. */
interface Content {
  readonly terms: readonly number[];
  /** What each weighs. */
  readonly weights: readonly number[];
  readonly all: number;
}

/** How a story takes its content words. */
interface Weighing {
  readonly termOf: (word: Word) => number;
  readonly weightOf: (word: Word) => number;
}

export class OwnContents {
  /** By the statement's id. */
  readonly #all: ReadonlyMap<string, Content>;

  constructor(statements: readonly Statement[], read: ReadStatements, { termOf, weightOf }: Weighing) {
    const terms = read.column(read.sentences, (word) => (word.isStop ? none : termOf(word)));
    const weights = read.column(read.sentences, (word) => (word.isStop ? 0 : weightOf(word)));
    const contentIn = (place: number): Content => {
      const content = read.sentences.at(place).filter((number) => terms[number] !== none);
      const all = content.map((number) => terms[number] ?? none);
      const isLast = (_: number, at: number) => all.lastIndexOf(all[at] ?? none) === at;
      const own = content.filter(isLast).map((number) => weights[number] ?? 0);
      return { terms: all.filter(isLast), weights: own, all: own.reduce((sum, weight) => sum + weight, 0) };
    };
    this.#all = new Map(statements.map(({ id }, place) => [id, contentIn(place)]));
  }

  /** Whether a statement's sentence has one of some terms. */
  hasOneOf({ id }: Statement, terms: ReadonlySet<number>): boolean {
    return this.#all.get(id)?.terms.some((term) => terms.has(term)) === true;
  }

  /** The part of a statement's own words, by weight, that are among some terms: 0..1. */
  partOf({ id }: Statement, asked: ReadonlySet<number>): number {
    const content = this.#all.get(id);
    if (!content || content.all === 0) return 0;
    const { terms, weights, all } = content;
    let part = 0;
    for (let n = 0; n < terms.length; n += 1) if (asked.has(terms[n] ?? -1)) part += weights[n] ?? 0;
    return part / all;
  }
}

/** Stands for the term of a function word. */
const none = -1;
