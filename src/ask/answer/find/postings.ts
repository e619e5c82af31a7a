/** Which of some numbered texts have a word, and how often: what BM25 ranks them by. */

/** The texts that have a term, by their numbers, and how often. */
interface Posting {
  readonly texts: number[];
  readonly counts: number[];
}

/** A term that is looked for, and what it is worth. */
export interface QueryTerm {
  readonly term: number;
  readonly worth: number;
}

/** How soon a word that is repeated stops to count, and how far a long text is held against it. */
const [saturation, lengthShare] = [1.2, 0.4];

export class Postings {
  /** By stem, its number. */
  readonly #terms = new Map<string, number>();
  /** By term. */
  readonly #all: Posting[] = [];
  readonly #lengths: number[] = [];

  /** The term of a stem; a stem that is new gets the next number. */
  termOf(stem: string): number {
    const known = this.#terms.get(stem);
    if (known !== undefined) return known;
    const term = this.#all.push({ texts: [], counts: [] }) - 1;
    this.#terms.set(stem, term);
    return term;
  }

  /** Undefined where no text has it. */
  find(stem: string): number | undefined {
    return this.#terms.get(stem);
  }

  /** Takes in a text. @param counts how often it has each term, which may be a fraction @returns its number, from 0 */
  add(counts: ReadonlyMap<number, number>, length: number): number {
    const number = this.#lengths.push(length) - 1;
    for (const [term, count] of counts) {
      this.#all[term]?.texts.push(number);
      this.#all[term]?.counts.push(count);
    }
    return number;
  }

  /** How rare a term is among the texts, from 0 on. */
  rarityOf(term: number): number {
    const having = this.#all[term]?.texts.length ?? 0;
    return Math.log(1 + Math.max(0, this.#lengths.length - having + 0.5) / (having + 0.5));
  }

  /** How well each text fits, by its number. @param meanLength of the texts that are still there */
  scores(sought: readonly QueryTerm[], meanLength: number): Float64Array {
    const scores = new Float64Array(this.#lengths.length);
    for (const { term, worth } of sought) {
      const { texts = [], counts = [] } = this.#all[term] ?? {};
      for (let n = 0; n < texts.length; n += 1) {
        const number = texts[n] ?? 0;
        const count = counts[n] ?? 0;
        const length = (this.#lengths[number] ?? 0) / meanLength;
        const damp = saturation * (1 - lengthShare + lengthShare * length);
        scores[number] = (scores[number] ?? 0) + (worth * count * (saturation + 1)) / (count + damp);
      }
    }
    return scores;
  }
}
