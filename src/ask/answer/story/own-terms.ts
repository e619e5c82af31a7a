/** The terms that a story's statements can be found by, and how much each counts as a statement's own. */
import type { ReadStatements } from './read-statements.ts';

export class OwnTerms {
  /** All statements' in one list, one behind the other: a map for each takes longer to make than it is of use. */
  readonly #terms: Int32Array;
  readonly #weights: Float64Array;
  /** Where each statement's begin and the last one's end. */
  readonly #starts: ArrayLike<number>;
  /** By term, how many statements have it as their own. */
  readonly #spread: Uint32Array;

  /** @param terms by the number of a word */
  constructor({ findable, counts }: ReadStatements, terms: readonly number[]) {
    this.#starts = findable.starts;
    this.#terms = new Int32Array(counts.length);
    this.#weights = new Float64Array(counts.length);
    this.#spread = new Uint32Array(terms.length);
    for (let n = 0; n < counts.length; n += 1) {
      const term = terms[findable.all[n] ?? 0] ?? 0;
      const weight = (counts[n] ?? 0) / 100;
      this.#terms[n] = term;
      this.#weights[n] = weight;
      if (weight >= ownWeight) this.#spread[term] = this.spread(term) + 1;
    }
  }

  /** How many statements have a term as their own. */
  spread(term: number): number {
    return this.#spread[term] ?? 0;
  }

  /** The best of a statement's terms, each by how much it counts times what it is worth. @param worth by term */
  best(statement: number, worth: Float64Array): number {
    const end = this.#starts[statement + 1] ?? 0;
    let best = 0;
    for (let n = this.#starts[statement] ?? end; n < end; n += 1)
      best = Math.max(best, (worth[this.#terms[n] ?? -1] ?? 0) * (this.#weights[n] ?? 0));
    return best;
  }
}

/** A word counts as a statement's own from this weight on; what it has of its surroundings makes no word common. */
const ownWeight = 0.8;
