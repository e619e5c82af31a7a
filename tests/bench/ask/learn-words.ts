/**
 * Learns what each word of a question tells of the statement that answers: a sum for each statement, the largest of which
 * answers, unless none is above 0 (a softmax over the statements and "none"). Follow the regularized leader, per coordinate,
 * with both penalties (McMahan et al. 2013, "Ad Click Prediction"): what is seen too seldom counts exactly nothing.
 */
import { Chance } from '../../crash/chance.ts';

/** A statement that may answer. */
interface Choice {
  /** What is known of it besides. */
  readonly score: number;
  /** Numbers of the traits that it has. */
  readonly traits: Uint32Array;
  readonly isGold: boolean;
}

/** A question: the statements that may answer it; none does where none is gold. */
export type Question = readonly Choice[];

/** How often all is gone through, and how fast a weight moves at first. */
const [rounds, pace] = [4, 0.1];
/** What keeps weights at 0, and what holds them near it. */
const [least, shrink] = [11, 5];

/** Weights that move each at its own pace. */
class Weights {
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;
  readonly #values: Float64Array;

  constructor(count: number) {
    this.#sums = new Float64Array(count);
    this.#squares = new Float64Array(count);
    this.#values = new Float64Array(count);
  }

  get values(): Float64Array {
    return this.#values;
  }

  of(at: number): number {
    return this.#values[at] ?? 0;
  }

  move(at: number, slope: number, [least, shrink]: readonly [number, number]) {
    const before = this.#squares[at] ?? 0;
    const after = before + slope * slope;
    const sum = (this.#sums[at] ?? 0) + slope - ((Math.sqrt(after) - Math.sqrt(before)) / pace) * this.of(at);
    this.#squares[at] = after;
    this.#sums[at] = sum;
    const over = Math.abs(sum) - least;
    this.#values[at] = over <= 0 ? 0 : (-Math.sign(sum) * over) / (Math.sqrt(after) / pace + shrink);
  }
}

/** What each of so many traits counts. The same questions, the same weights. */
export function learnWords(questions: readonly Question[], count: number): Float64Array {
  const weights = new Weights(count);
  // What the score counts beside the words, and what every statement has against "none".
  const plain = new Weights(2);
  const chance = new Chance(1);
  for (let round = 0; round < rounds; round += 1)
    for (const question of chance.shuffled(questions)) {
      const sums = question.map(({ score, traits }) =>
        traits.reduce((sum, trait) => sum + weights.of(trait), score * (1 + plain.of(0)) + plain.of(1)),
      );
      for (const [n, slope] of slopesOf(sums, question).entries()) {
        const { score, traits } = question[n] as Choice;
        for (const trait of traits) weights.move(trait, slope, [least, shrink]);
        plain.move(0, slope * score, [0, 0]);
        plain.move(1, slope, [0, 0]);
      }
    }
  return weights.values;
}

/** How the loss rises with each sum. */
function slopesOf(sums: readonly number[], question: Question): number[] {
  const most = Math.max(0, ...sums);
  const odds = sums.map((sum) => Math.exp(sum - most));
  const none = Math.exp(-most);
  const all = odds.reduce((sum, odd) => sum + odd, none);
  const gold = question.reduce((sum, { isGold }, n) => (isGold ? sum + (odds[n] ?? 0) : sum), 0);
  return odds.map((odd, n) => odd / all - (gold > 0 && question[n]?.isGold ? odd / gold : 0));
}
