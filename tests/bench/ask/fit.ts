/** Fits weights: which of several answers, and whether one answers. No chance is involved: the same data, the same weights. */

/** Several rows of signs, of which those marked answer. */
export interface Choice {
  readonly rows: readonly Float64Array[];
  readonly isGold: readonly boolean[];
}

/** One row of signs, and whether it answers. */
export interface Verdict {
  readonly row: Float64Array;
  readonly answers: boolean;
  /** How much it counts beside others; 1 if unset. */
  readonly share?: number;
}

/** Weights by name, for signs as they come; `start` is to be added once. */
export type Fitted = Record<string, number>;

const [steps, rate, shrink] = [300, 0.05, 0.001];
/** What moves a score by less than this, as signs usually vary, is left out. */
const leastEffect = 0.05;

type Gradient = (weights: Float64Array, gradient: Float64Array) => void;

/** Makes the rows that answer likelier than the others of their choice. */
export function fitChoices(names: readonly string[], choices: readonly Choice[]): Fitted {
  const useful = choices.filter(({ isGold }) => isGold.includes(true) && isGold.includes(false));
  const scale = scaleOf(useful.flatMap(({ rows }) => rows));
  const scaled = useful.map(({ rows, isGold }) => ({ rows: rows.map(scale.apply), isGold }));
  const gradientOf: Gradient = (weights, gradient) => {
    for (const { rows, isGold } of scaled) {
      const odds = rows.map((row) => Math.exp(dot(weights, row)));
      const all = odds.reduce((sum, odd) => sum + odd, 0);
      const gold = odds.reduce((sum, odd, n) => (isGold[n] ? sum + odd : sum), 0);
      for (const [n, row] of rows.entries()) {
        const odd = odds[n] ?? 0;
        addTimes(gradient, row, (odd / all - (isGold[n] ? odd / gold : 0)) / scaled.length);
      }
    }
  };
  return named(names, fitTwice(names.length, shrink, gradientOf), scale);
}

/** Makes what answers likelier than what does not. */
export function fitVerdicts(names: readonly string[], verdicts: readonly Verdict[]): Fitted {
  const scale = scaleOf(verdicts.map(({ row }) => row));
  const scaled = verdicts.map((verdict) => ({ ...verdict, row: Float64Array.of(...scale.apply(verdict.row), 1) }));
  const all = verdicts.reduce((sum, { share = 1 }) => sum + share, 0);
  const gradientOf: Gradient = (weights, gradient) => {
    for (const { row, answers, share = 1 } of scaled) {
      const likely = 1 / (1 + Math.exp(-dot(weights, row)));
      addTimes(gradient, row, (share * (likely - (answers ? 1 : 0))) / all);
    }
  };
  const weights = fitTwice(names.length + 1, 10 * shrink, gradientOf);
  return named(names, weights, scale);
}

/** The sum of a row's signs, each times its weight. */
export function score(names: readonly string[], row: ArrayLike<number>, weights: Fitted): number {
  return names.reduce((sum, name, n) => sum + (weights[name] ?? 0) * (row[n] ?? 0), weights['start'] ?? 0);
}

/** Fits all weights, then those alone that have an effect. */
function fitTwice(count: number, shrinking: number, gradientOf: Gradient): Float64Array {
  const first = descend(count, shrinking, gradientOf, () => true);
  return descend(count, shrinking, gradientOf, (n) => Math.abs(first[n] ?? 0) >= leastEffect);
}

/** Adam on the whole data at once; the last steps are small. */
function descend(
  count: number,
  shrinking: number,
  gradientOf: Gradient,
  isUsed: (weight: number) => boolean,
): Float64Array {
  const weights = new Float64Array(count);
  const mean = new Float64Array(count);
  const square = new Float64Array(count);
  for (let step = 1; step <= steps; step += 1) {
    const gradient = weights.map((weight) => shrinking * weight);
    gradientOf(weights, gradient);
    const pace = step > 0.7 * steps ? rate / 5 : rate;
    for (const [n, slope] of gradient.entries()) {
      if (!isUsed(n)) continue;
      mean[n] = 0.9 * (mean[n] ?? 0) + 0.1 * slope;
      square[n] = 0.99 * (square[n] ?? 0) + 0.01 * slope * slope;
      const forward = (mean[n] ?? 0) / (1 - 0.9 ** step);
      const size = Math.sqrt((square[n] ?? 0) / (1 - 0.99 ** step)) + 1e-8;
      weights[n] = (weights[n] ?? 0) - (pace * forward) / size;
    }
  }
  return weights;
}

interface Scale {
  readonly mean: Float64Array;
  readonly spread: Float64Array;
  apply(row: Float64Array): Float64Array;
}

function scaleOf(rows: readonly Float64Array[]): Scale {
  const count = rows[0]?.length ?? 0;
  const mean = new Float64Array(count);
  const spread = new Float64Array(count);
  for (const row of rows) addTimes(mean, row, 1 / rows.length);
  for (const row of rows)
    addTimes(
      spread,
      row.map((value, n) => (value - (mean[n] ?? 0)) ** 2),
      1 / rows.length,
    );
  for (const [n, value] of spread.entries()) spread[n] = Math.sqrt(value) || 1;
  return { mean, spread, apply: (row) => row.map((value, n) => (value - (mean[n] ?? 0)) / (spread[n] ?? 1)) };
}

function named(names: readonly string[], weights: Float64Array, { mean, spread }: Scale): Fitted {
  const fitted: Fitted = {};
  let start = weights[names.length] ?? 0;
  for (const [n, name] of names.entries()) {
    const weight = (weights[n] ?? 0) / (spread[n] ?? 1);
    if (weight === 0) continue;
    fitted[name] = Number(weight.toPrecision(4));
    start -= weight * (mean[n] ?? 0);
  }
  return weights.length > names.length ? { ...fitted, start: Number(start.toPrecision(4)) } : fitted;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n += 1) sum += (a[n] ?? 0) * (b[n] ?? 0);
  return sum;
}

function addTimes(sum: Float64Array, row: Float64Array, times: number): void {
  for (let n = 0; n < row.length; n += 1) sum[n] = (sum[n] ?? 0) + times * (row[n] ?? 0);
}
