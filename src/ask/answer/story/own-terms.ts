/** The terms that a story's statements can be found by, and how much each counts as a statement's own. */

/** All statements' in one list, one behind the other: a map for each takes longer to make than it is of use. */
export class OwnTerms {
  readonly #terms: number[] = [];
  readonly #weights: number[] = [];
  /** Where each statement's begin. */
  readonly #starts: number[] = [];
  /** By term, the last statement that has it. */
  readonly #last: number[] = [];
  /** By term, how many statements have it as their own. */
  readonly #spread: number[] = [];

  /** What is added from here on is the next statement's. */
  beginStatement() {
    this.#starts.push(this.#terms.length);
  }

  /** Returns whether it is new to the statement: one that it has already counts what it did. */
  add(term: number, weight: number): boolean {
    const statement = this.#starts.length;
    if (this.#last[term] === statement) return false;
    this.#last[term] = statement;
    this.#terms.push(term);
    this.#weights.push(weight);
    if (weight >= ownWeight) this.#spread[term] = this.spread(term) + 1;
    return true;
  }

  /** How many statements have a term as their own. */
  spread(term: number): number {
    return this.#spread[term] ?? 0;
  }

  /** The best of a statement's terms, each by how much it counts times what it is worth. @param worth by term */
  best(statement: number, worth: Float64Array): number {
    const end = this.#starts[statement + 1] ?? this.#terms.length;
    let best = 0;
    for (let n = this.#starts[statement] ?? end; n < end; n += 1)
      best = Math.max(best, (worth[this.#terms[n] ?? -1] ?? 0) * (this.#weights[n] ?? 0));
    return best;
  }
}

/** A word counts as a statement's own from this weight on; what it has of its surroundings makes no word common. */
const ownWeight = 0.8;
