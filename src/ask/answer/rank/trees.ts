/** Small decision trees that are added up: each asks a few numbers of a row whether they are above a limit. */

/** Each split leads on to a split, by its number, or to a leaf `n`, written as `-1 - n`; the first split is 0. */
export interface Tree {
  /** The number that is looked at, by its place in the row. */
  readonly at: readonly number[];
  /** Up to this it goes to `low`. */
  readonly limits: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** What each leaf adds. */
  readonly leaves: readonly number[];
}

/**
 * All trees one behind the other, each split right before what it leads to where the number is low: a question runs through
 * thousands of splits, and what follows each other lies side by side in memory.
 */
export class Forest {
  /** The limit of each split; what each leaf adds. */
  readonly #numbers: Float64Array;
  /** Two for each: where the number lies that a split looks at, `leaf` for a leaf; where it goes on if that is above the limit. */
  readonly #places: Int32Array;
  /** Where each tree begins. */
  readonly #roots: Int32Array;

  constructor(trees: readonly Tree[]) {
    const numbers: number[] = [];
    const places: number[] = [];
    /** Appends a split or a leaf with all that follows from it. Returns where it begins. */
    const append = (tree: Tree, next: number): number => {
      const isLeaf = next < 0;
      const start = numbers.push((isLeaf ? tree.leaves[-1 - next] : tree.limits[next]) ?? 0) - 1;
      places.push(isLeaf ? leaf : (tree.at[next] ?? 0), 0);
      if (isLeaf) return start;
      append(tree, tree.low[next] ?? -1);
      places[2 * start + 1] = append(tree, tree.high[next] ?? -1);
      return start;
    };
    this.#roots = Int32Array.from(trees, (tree) => append(tree, tree.at.length > 0 ? 0 : -1));
    this.#numbers = Float64Array.from(numbers);
    this.#places = Int32Array.from(places);
  }

  /** What all trees give for a row, added up. */
  sumOf(row: Float64Array): number {
    let sum = 0;
    for (const root of this.#roots) {
      let next = root;
      for (let at = this.#places[2 * next] ?? leaf; at !== leaf; at = this.#places[2 * next] ?? leaf)
        next = (row[at] ?? 0) <= (this.#numbers[next] ?? 0) ? next + 1 : (this.#places[2 * next + 1] ?? 0);
      sum += this.#numbers[next] ?? 0;
    }
    return sum;
  }
}

const leaf = -1;
