/** Many paragraphs: an inverted index that finds the one a question is about. */
import { type Asked, readQuestion } from './asked.ts';
import { meetersOf, type Pair, pairUp, weightsOf } from './pair.ts';
import { readSentence, type Sentence } from './sentence.ts';
import type { Unit } from './text-index.ts';
import { Vocabulary } from './vocabulary.ts';
import { weigh, weightTable } from './weights.ts';

export interface Found {
  readonly id: string;
  /** Comparable within one answer only. */
  readonly score: number;
}

/** A paragraph that the search came upon, beside the question. */
interface Candidate {
  readonly id: string;
  readonly pair: Pair;
  /** What the search thought of it, as a share of the best. */
  readonly search: number;
}

/** BM25: how soon a word that is repeated stops to count, and how far a long paragraph is held against it. */
const [saturation, lengthShare] = [0.6, 0.7];
/** So many are looked at more closely. */
const mostCandidates = 12;

interface Posting {
  readonly units: number[];
  readonly counts: number[];
}

export class Collection {
  readonly #ids: readonly string[];
  readonly #vocabulary = new Vocabulary();
  readonly #sentences: readonly Sentence[];
  /** By term, the paragraphs that have it. */
  readonly #postings: Posting[] = [];
  readonly #meanLength: number;

  constructor(units: readonly Unit[]) {
    this.#ids = units.map(({ id }) => id);
    this.#sentences = units.map(({ text, also = '' }) => readSentence(text, also, this.#vocabulary));
    for (const [unit, { terms, also }] of this.#sentences.entries())
      for (const term of [...terms, ...also]) if (term >= 0) this.#post(term, unit);
    this.#meanLength = this.#sentences.reduce((sum, { length }) => sum + length, 0) / Math.max(1, units.length);
  }

  #post(term: number, unit: number): void {
    this.#postings[term] ??= { units: [], counts: [] };
    const { units, counts } = this.#postings[term];
    if (units.at(-1) !== unit) {
      units.push(unit);
      counts.push(0);
    }
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }

  /** Best first; only what shares a word with the question. */
  rank(question: string, most = 10): Found[] {
    const { paragraph } = weightTable();
    return this.candidates(question)
      .map(({ id, pair, search }) => ({ id, score: weigh(pair, paragraph) + paragraph.search * search }))
      .sort((a, b) => b.score - a.score)
      .slice(0, most);
  }

  candidates(question: string): Candidate[] {
    const asked = readQuestion(question);
    const scores = this.#search(asked);
    const best = [...scores.keys()]
      .sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
      .slice(0, mostCandidates);
    const spread = (term: number) => this.#postings[term]?.units.length ?? 0;
    const weights = weightsOf(asked, this.#vocabulary, spread, this.#ids.length);
    const sentences = best.flatMap((unit) => this.#sentences[unit] ?? []);
    const pairs = pairUp(asked, sentences, meetersOf(asked, this.#vocabulary), weights, false);
    const highest = scores.get(best[0] ?? -1) ?? 1;
    return pairs.map((pair, n) => {
      const unit = best[n] ?? -1;
      return { id: this.#ids[unit] ?? '', pair, search: (scores.get(unit) ?? 0) / highest };
    });
  }

  #search({ words }: Asked): Map<number, number> {
    const scores = new Map<number, number>();
    for (const { stem } of words) {
      const term = this.#vocabulary.find(stem);
      const posting = term === undefined ? undefined : this.#postings[term];
      if (!posting) continue;
      const { units, counts } = posting;
      const idf = Math.log(1 + (this.#ids.length - units.length + 0.5) / (units.length + 0.5));
      for (const [n, unit] of units.entries()) {
        const count = counts[n] ?? 0;
        const length = this.#sentences[unit]?.length ?? 0;
        const damp = saturation * (1 - lengthShare + (lengthShare * length) / this.#meanLength);
        scores.set(unit, (scores.get(unit) ?? 0) + (idf * count * (saturation + 1)) / (count + damp));
      }
    }
    return scores;
  }
}
