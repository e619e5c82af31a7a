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

/** What all trees give for a row, added up. */
export function sumOf(trees: readonly Tree[], row: Float64Array): number {
  return trees.reduce((sum, tree) => sum + leafOf(tree, row), 0);
}

function leafOf({ at, limits, low, high, leaves }: Tree, row: Float64Array): number {
  let split = 0;
  while (split >= 0) {
    const next = (row[at[split] ?? 0] ?? 0) <= (limits[split] ?? 0) ? low[split] : high[split];
    split = next ?? -1;
  }
  return leaves[-1 - split] ?? 0;
}
