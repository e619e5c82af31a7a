/** Many paragraphs: an inverted index that finds the one a question is about. */
import type { Unit } from './text-index.ts';
import { wordsOf } from './words.ts';

export interface Found {
  readonly id: string;
  readonly score: number;
}

/** How soon a word that is repeated stops to count, and how far a long paragraph is held against it. */
const [saturation, lengthShare] = [0.6, 0.7];

export class Collection {
  readonly #ids: string[] = [];
  readonly #lengths: number[] = [];
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #averageLength: number;

  constructor(units: readonly Unit[]) {
    for (const { id, text, also = '' } of units) this.#add(id, `${text}\n${also}`);
    this.#averageLength = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, units.length);
  }

  #add(id: string, text: string): void {
    const unit = this.#ids.push(id) - 1;
    const words = wordsOf(text).filter((word) => !word.isStop);
    this.#lengths.push(words.length);
    for (const { stem } of words) {
      const counts = this.#postings.get(stem) ?? new Map<number, number>();
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
      this.#postings.set(stem, counts);
    }
  }

  /** Best first; only what shares a word with the question. */
  rank(question: string, most = 10): Found[] {
    const scores = new Map<number, number>();
    for (const stem of new Set(wordsOf(question).flatMap((word) => (word.isStop ? [] : [word.stem])))) {
      const counts = this.#postings.get(stem);
      if (!counts) continue;
      const idf = Math.log(1 + (this.#ids.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [unit, count] of counts) {
        const damp = saturation * (1 - lengthShare + (lengthShare * (this.#lengths[unit] ?? 0)) / this.#averageLength);
        scores.set(unit, (scores.get(unit) ?? 0) + (idf * count * (saturation + 1)) / (count + damp));
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([unit, score]) => ({ id: this.#ids[unit] ?? '', score }));
  }
}
