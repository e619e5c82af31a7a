/** The content words of each statement's own sentence, and how much of them a question has. */
import type { Statement } from '../../../story/index.ts';
import type { Word } from '../../words/words.ts';

/** Those of one sentence, each stem once. */
interface Content {
  readonly terms: readonly number[];
  /** What each weighs. */
  readonly weights: readonly number[];
  readonly all: number;
}

/** How a story takes its words. */
interface Weighing {
  readonly termOf: (word: Word) => number;
  readonly weightOf: (word: Word) => number;
}

export class OwnContents {
  /** By the statement's id. */
  readonly #all: ReadonlyMap<string, Content>;

  /** @param contentOf the content words of a text */
  constructor(
    statements: readonly Statement[],
    contentOf: (text: string) => readonly Word[],
    { termOf, weightOf }: Weighing,
  ) {
    // Most words come again and again.
    const known = new Map<string, number>();
    const weigh = (word: Word) => {
      const weight = known.get(word.text) ?? weightOf(word);
      known.set(word.text, weight);
      return weight;
    };
    this.#all = new Map(
      statements.map(({ id, what }) => {
        const content = contentOf(what);
        const all = content.map(termOf);
        const isLast = (at: number) => all.lastIndexOf(all[at] ?? -1) === at;
        const weights = content.filter((_, at) => isLast(at)).map(weigh);
        const terms = all.filter((_, at) => isLast(at));
        return [id, { terms, weights, all: weights.reduce((sum, weight) => sum + weight, 0) }];
      }),
    );
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
