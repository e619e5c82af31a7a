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

/** Trees one behind the other in a few lists: a question runs through thousands of splits. */
export class Forest {
  /** Of each split of all trees, as in `Tree`, but splits and leaves are numbered throughout. */
  readonly #at: Uint16Array;
  readonly #limits: Float64Array;
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #leaves: Float64Array;
  /** Where each tree begins: a split, or a leaf. */
  readonly #roots: readonly number[];

  constructor(trees: readonly Tree[]) {
    let [splits, leaves] = [0, 0];
    const starts = trees.map((tree) => {
      const start = { splits, leaves };
      splits += tree.at.length;
      leaves += tree.leaves.length;
      return start;
    });
    const throughout = (side: 'low' | 'high') =>
      Int32Array.from(trees.flatMap((tree, n) => tree[side].map((next) => numberOf(next, starts[n] ?? none))));
    this.#at = Uint16Array.from(trees.flatMap(({ at }) => at));
    this.#limits = Float64Array.from(trees.flatMap(({ limits }) => limits));
    this.#low = throughout('low');
    this.#high = throughout('high');
    this.#leaves = Float64Array.from(trees.flatMap((tree) => tree.leaves));
    this.#roots = trees.map(({ at }, n) => numberOf(at.length > 0 ? 0 : -1, starts[n] ?? none));
  }

  /** What all trees give for a row, added up. */
  sumOf(row: Float64Array): number {
    let sum = 0;
    for (const root of this.#roots) {
      let next = root;
      while (next >= 0) {
        const isLow = (row[this.#at[next] ?? 0] ?? 0) <= (this.#limits[next] ?? 0);
        next = (isLow ? this.#low[next] : this.#high[next]) ?? -1;
      }
      sum += this.#leaves[-1 - next] ?? 0;
    }
    return sum;
  }
}

const none = { splits: 0, leaves: 0 };

/** The number throughout of a tree's split or leaf, where others stand before its own. */
function numberOf(next: number, { splits, leaves }: typeof none): number {
  return next >= 0 ? next + splits : next - leaves;
}
