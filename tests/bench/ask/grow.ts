/**
 * Grows trees one by one, each on what those before it got wrong (gradient boosting with the logistic loss; Friedman 2001).
 * Rows and columns are drawn at random with a fixed seed: the same data, the same trees.
 */
import type { Tree } from '../../../src/ask/answer/rank/trees.ts';
import { Chance } from '../../crash/chance.ts';
import { type Bins, binsOf } from './bins.ts';

/** How many trees, and how much of the data each sees. */
const [count, rate, mostLeaves, leastRows] = [1000, 0.04, 24, 20];
const [shareOfRows, shareOfColumns] = [0.8, 0.4];
/** Holds leaves of few rows near 0. */
const shrink = 5;

export interface Grown {
  /** To be added once, before the trees. */
  readonly start: number;
  readonly trees: readonly Tree[];
}

/** The slope and the curvature of the loss in some rows. */
class Slope {
  first = 0;
  second = 0;

  get gain(): number {
    return this.first ** 2 / (this.second + shrink);
  }
}

interface Split {
  readonly column: number;
  /** The last bin that goes low. */
  readonly bin: number;
  readonly gain: number;
}

/** A leaf that may still be split. */
interface Leaf {
  readonly rows: Uint32Array;
  readonly best: Split | undefined;
}

/** Fits trees that tell whether a row answers: the more their sum is above 0, the likelier. */
export function grow(rows: readonly Float64Array[], answers: readonly boolean[]): Grown {
  const bins = binsOf(rows);
  const chance = new Chance(1);
  const right = answers.filter(Boolean).length;
  const start = Number(Math.log(right / (rows.length - right)).toFixed(4));
  const sums = new Float64Array(rows.length).fill(start);
  const trees: Tree[] = [];
  for (let n = 0; n < count; n += 1) {
    const tree = new Growing(bins, sums, answers, chance).tree();
    trees.push(tree);
    for (let row = 0; row < sums.length; row += 1) sums[row] = (sums[row] ?? 0) + bins.leafOf(tree, row);
  }
  return { start, trees: trees.map(bins.withLimits) };
}

/** One tree while it grows: always the leaf is split next from which most is gained. */
class Growing {
  readonly #bins: Bins;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #columns: readonly number[];
  readonly #rows: Uint32Array;

  constructor(bins: Bins, sums: Float64Array, answers: readonly boolean[], chance: Chance) {
    this.#bins = bins;
    const likely = sums.map((sum) => 1 / (1 + Math.exp(-sum)));
    this.#first = likely.map((share, row) => (answers[row] ? 1 : 0) - share);
    this.#second = likely.map((share) => share * (1 - share));
    this.#columns = bins.columns
      .keys()
      .filter(() => chance.is(shareOfColumns))
      .toArray();
    this.#rows = Uint32Array.from(sums.keys().filter(() => chance.is(shareOfRows)));
  }

  /** Its limits are numbers of bins. */
  tree(): Tree {
    const tree = { at: [] as number[], limits: [] as number[], low: [] as number[], high: [] as number[] };
    const leaves = [this.#leaf(this.#rows)];
    /** Where each leaf hangs: the side of a split. */
    const hangs: ((target: number) => void)[] = [() => {}];
    while (leaves.length < mostLeaves) {
      const next = mostToGain(leaves);
      const leaf = leaves[next];
      if (!leaf?.best) break;
      const { column, bin } = leaf.best;
      const split = tree.at.push(column) - 1;
      tree.limits.push(bin);
      hangs[next]?.(split);
      const values = this.#bins.columns[column] ?? new Uint8Array();
      leaves[next] = this.#leaf(leaf.rows.filter((row) => (values[row] ?? 0) <= bin));
      hangs[next] = (target) => {
        tree.low[split] = target;
      };
      leaves.push(this.#leaf(leaf.rows.filter((row) => (values[row] ?? 0) > bin)));
      hangs.push((target) => {
        tree.high[split] = target;
      });
    }
    for (const n of leaves.keys()) hangs[n]?.(-1 - n);
    return { ...tree, leaves: leaves.map(({ rows }) => this.#valueOf(rows)) };
  }

  #leaf(rows: Uint32Array): Leaf {
    return { rows, best: rows.length < 2 * leastRows ? undefined : this.#bestSplit(rows) };
  }

  #slopeOf(rows: Uint32Array): Slope {
    const slope = new Slope();
    for (const row of rows) {
      slope.first += this.#first[row] ?? 0;
      slope.second += this.#second[row] ?? 0;
    }
    return slope;
  }

  #valueOf(rows: Uint32Array): number {
    const { first, second } = this.#slopeOf(rows);
    return Number(((rate * first) / (second + shrink)).toFixed(5));
  }

  #bestSplit(rows: Uint32Array): Split | undefined {
    const all = this.#slopeOf(rows);
    let best: Split | undefined;
    for (const column of this.#columns) {
      const found = this.#bestIn(column, rows, all);
      if (found && found.gain > (best?.gain ?? 1e-3)) best = found;
    }
    return best;
  }

  #bestIn(column: number, rows: Uint32Array, all: Slope): Split | undefined {
    const { counts, first, second } = this.#histogram(column, rows);
    const [low, high] = [new Slope(), new Slope()];
    let below = 0;
    let best: Split | undefined;
    for (let bin = 0; bin < counts.length - 1; bin += 1) {
      below += counts[bin] ?? 0;
      low.first += first[bin] ?? 0;
      low.second += second[bin] ?? 0;
      if (below < leastRows) continue;
      if (rows.length - below < leastRows) break;
      high.first = all.first - low.first;
      high.second = all.second - low.second;
      const gain = low.gain + high.gain - all.gain;
      if (gain > (best?.gain ?? 0)) best = { column, bin, gain };
    }
    return best;
  }

  #histogram(column: number, rows: Uint32Array) {
    const values = this.#bins.columns[column] ?? new Uint8Array();
    const size = this.#bins.sizeOf(column);
    const [counts, first, second] = [new Uint32Array(size), new Float64Array(size), new Float64Array(size)];
    for (let n = 0; n < rows.length; n += 1) {
      const row = rows[n] ?? 0;
      const bin = values[row] ?? 0;
      counts[bin] = (counts[bin] ?? 0) + 1;
      first[bin] = (first[bin] ?? 0) + (this.#first[row] ?? 0);
      second[bin] = (second[bin] ?? 0) + (this.#second[row] ?? 0);
    }
    return { counts, first, second };
  }
}

/** The number of the leaf from whose split most is gained. */
function mostToGain(leaves: readonly Leaf[]): number {
  const gains = leaves.map(({ best }) => best?.gain ?? 0);
  return gains.indexOf(Math.max(...gains));
}
