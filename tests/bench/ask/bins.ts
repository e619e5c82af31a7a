/** Rows of numbers as bins: each column cut into at most 64 parts of about as many rows, so that splits are found fast. */
import type { Tree } from '../../../src/ask/answer/rank/trees.ts';

const mostBins = 64;

export class Bins {
  /** By column, each row's bin. */
  readonly columns: readonly Uint8Array[];
  /** By column, the highest value of each bin but the last. */
  readonly #limits: readonly Float64Array[];

  constructor(columns: readonly Uint8Array[], limits: readonly Float64Array[]) {
    this.columns = columns;
    this.#limits = limits;
  }

  /** How many bins a column has. */
  sizeOf(column: number): number {
    return (this.#limits[column]?.length ?? 0) + 1;
  }

  /** What a tree whose limits are bins gives for a row. */
  leafOf({ at, limits, low, high, leaves }: Tree, row: number): number {
    let split = at.length > 0 ? 0 : -1;
    while (split >= 0) {
      const isLow = (this.columns[at[split] ?? 0]?.[row] ?? 0) <= (limits[split] ?? 0);
      split = (isLow ? low : high)[split] ?? -1;
    }
    return leaves[-1 - split] ?? 0;
  }

  /** The same tree, its limits as values. */
  readonly withLimits = (tree: Tree): Tree => ({
    ...tree,
    limits: tree.limits.map((bin, split) => this.#limits[tree.at[split] ?? 0]?.[bin] ?? 0),
  });
}

/** Cuts each column between values, half-way, where about as many rows lie on either side of the next cut. */
export function binsOf(rows: readonly Float64Array[]): Bins {
  const width = rows[0]?.length ?? 0;
  const limits = Array.from({ length: width }, (_, column) => limitsOf(rows.map((row) => row[column] ?? 0)));
  const columns = limits.map((those, column) => Uint8Array.from(rows, (row) => binOf(row[column] ?? 0, those)));
  return new Bins(columns, limits);
}

function limitsOf(values: readonly number[]): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const limits = new Set<number>();
  for (let n = 1; n < mostBins; n += 1) {
    const at = Math.floor((n * sorted.length) / mostBins);
    const value = sorted[at] ?? 0;
    const next = sorted.subarray(at).find((other) => other > value);
    if (next !== undefined) limits.add(Number(((value + next) / 2).toPrecision(4)));
  }
  return Float64Array.from(limits).sort();
}

function binOf(value: number, limits: Float64Array): number {
  let [low, high] = [0, limits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (limits[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
