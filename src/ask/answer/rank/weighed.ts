/** A question's words by what they weigh, and how much of them is found. */
export class Weighed {
  readonly all: number;
  readonly #weights: readonly number[];

  constructor(weights: readonly number[]) {
    this.#weights = weights;
    this.all = this.#weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** The part of the question that is found, 0..1. @param counts how much each word counts, by how well it is found */
  part(found: readonly number[], counts: (strength: number) => number): number {
    if (this.all === 0) return 0;
    let sum = 0;
    for (let n = 0; n < found.length; n += 1) sum += counts(found[n] ?? 0) * (this.#weights[n] ?? 0);
    return sum / this.all;
  }

  /** What is found by weight, 0..1: half a 1 for one rare word. */
  mass(found: readonly number[]): number {
    const weight = this.all * this.part(found, nearly);
    return weight / (weight + rareWord);
  }

  /** The heaviest word that is not found, as a part of the question. */
  heaviest(found: readonly number[]): number {
    if (this.all === 0) return 0;
    let most = 0;
    for (let n = 0; n < found.length; n += 1)
      most = Math.max(most, (1 - nearly(found[n] ?? 0)) * (this.#weights[n] ?? 0));
    return most / this.all;
  }
}

const rareWord = 3;
/** A word that is found in a field or a name is found as good as in the sentence. */
export const nearly = (strength: number) => Math.min(1, strength * 1.2);
