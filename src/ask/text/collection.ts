/** Many paragraphs: an inverted index that finds the one a question is about. */
import { type AskedOfText, readAsked } from './asked.ts';
import { type Pair, pairUp, weightsOf } from './pair.ts';
import { Sentence } from './sentence.ts';
import { signsOf } from './signs.ts';
import type { Unit } from './text-index.ts';
import { Vocabulary } from './vocabulary.ts';
import { scales } from './weights.ts';

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
  /** By paragraph, how far its length is held against it. */
  readonly #damps: Float64Array;

  constructor(units: readonly Unit[]) {
    this.#ids = units.map(({ id }) => id);
    this.#sentences = units.map(({ text, also = '' }) => new Sentence(text, also, this.#vocabulary));
    for (const [unit, { terms, also }] of this.#sentences.entries())
      for (const term of [...terms, ...also]) if (term >= 0) this.#post(term, unit);
    const meanLength = this.#sentences.reduce((sum, { length }) => sum + length, 0) / Math.max(1, units.length);
    this.#damps = Float64Array.from(
      this.#sentences,
      ({ length }) => saturation * (1 - lengthShare + (lengthShare * length) / Math.max(1, meanLength)),
    );
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
    return this.candidates(question)
      .map(({ id, pair, search }) => ({ id, score: scales().paragraph(signsOf(pair), search) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, most);
  }

  candidates(question: string): Candidate[] {
    const asked = readAsked(question);
    const scores = this.#search(asked);
    const best = highest(scores, mostCandidates);
    const spread = (term: number) => this.#postings[term]?.units.length ?? 0;
    const weights = weightsOf(asked, this.#vocabulary, spread, this.#ids.length);
    const sentences = best.flatMap((unit) => this.#sentences[unit] ?? []);
    const top = scores[best[0] ?? -1] ?? 1;
    const partners = asked.words.map((word, n) => this.#vocabulary.partners(word, asked.words[n + 1]));
    return pairUp(asked, sentences, partners, weights, false).map((pair, n) => {
      const unit = best[n] ?? -1;
      return { id: this.#ids[unit] ?? '', pair, search: (scores[unit] ?? 0) / top };
    });
  }

  /** By paragraph, what the words that it shares with the question are worth. */
  #search({ words }: AskedOfText): Float64Array {
    const scores = new Float64Array(this.#ids.length);
    for (const { stem } of words) {
      const term = this.#vocabulary.find(stem);
      const posting = term === undefined ? undefined : this.#postings[term];
      if (!posting) continue;
      const { units, counts } = posting;
      const idf = Math.log(1 + (this.#ids.length - units.length + 0.5) / (units.length + 0.5));
      for (let n = 0; n < units.length; n += 1) {
        const [unit = 0, count = 0] = [units[n], counts[n]];
        scores[unit] = (scores[unit] ?? 0) + (idf * count * (saturation + 1)) / (count + (this.#damps[unit] ?? 0));
      }
    }
    return scores;
  }
}

/** The places of the highest values above 0, highest first; of equal ones, the first. */
function highest(values: Float64Array, most: number): number[] {
  const best: number[] = [];
  let least = 0;
  for (const [place, value] of values.entries()) {
    if (value <= least) continue;
    const at = best.findIndex((other) => (values[other] ?? 0) < value);
    best.splice(at === -1 ? best.length : at, 0, place);
    if (best.length > most) best.pop();
    if (best.length === most) least = values[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}
