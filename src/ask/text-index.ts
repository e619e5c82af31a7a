/** Texts (a passage's sentences, a story's statements), ranked by how well each answers a question. */
import { type Asked, readQuestion } from './asked.ts';
import { meetersOf, type Pair, pairUp, weightsOf } from './pair.ts';
import { readSentence, type Sentence } from './sentence.ts';
import { Vocabulary } from './vocabulary.ts';
import { likelihood, weigh, weightTable } from './weights.ts';

export interface Unit {
  readonly id: string;
  readonly text: string;
  /** Further words that count as being in the unit, at a lower weight: other names, the place, a headline. */
  readonly also?: string;
}

export interface Hit {
  readonly id: string;
  /** Comparable within one answer only. */
  readonly score: number;
  /** 0..1: how sure it is that this unit answers; the first hit's is what a refusal rests on. */
  readonly confidence: number;
  /** The question's content words, folded, that found no partner in this unit. */
  readonly missing: readonly string[];
}

/** A partner that is less like than this is none. */
const leastLikeness = 0.2;

export class TextIndex {
  readonly #ids: readonly string[];
  readonly #vocabulary = new Vocabulary();
  readonly #sentences: readonly Sentence[];
  /** How many units have each term. */
  readonly #spread: Uint32Array;

  constructor(units: readonly Unit[]) {
    this.#ids = units.map(({ id }) => id);
    this.#sentences = units.map(({ text, also = '' }) => readSentence(text, also, this.#vocabulary));
    this.#spread = new Uint32Array(this.#vocabulary.size);
    for (const { terms, also } of this.#sentences)
      for (const term of new Set([...terms, ...also]))
        if (term >= 0) this.#spread[term] = (this.#spread[term] ?? 0) + 1;
  }

  /** Best first; the same question gives the same hits. No hits where the question has no content word. */
  rank(question: string, most = 10): Hit[] {
    const weights = weightTable();
    const ranked = this.pairs(question)
      .map((pair, unit) => ({ id: this.#ids[unit] ?? '', pair, score: weigh(pair, weights.sentence) }))
      .sort((a, b) => b.score - a.score);
    return ranked.slice(0, most).map(({ id, pair, score }, place) => {
      const rest = ranked.slice(place).map((hit) => hit.score);
      return { id, score, confidence: confidenceOf(pair, rest), missing: missingFrom(pair) };
    });
  }

  /** The question beside each unit, in the units' order; none where it has no content word. */
  pairs(question: string): Pair[] {
    const asked: Asked = readQuestion(question);
    if (asked.words.length === 0) return [];
    const weights = weightsOf(asked, this.#vocabulary, (term) => this.#spread[term] ?? 0, this.#sentences.length);
    return pairUp(asked, this.#sentences, meetersOf(asked, this.#vocabulary), weights, true);
  }
}

/** That it is about what is asked counts twice: most questions that a text does not answer are about something else. */
function confidenceOf(best: Pair, scores: readonly number[]): number {
  const { aboutIt, tellsIt } = weightTable();
  const finding = { best, scores };
  return likelihood(finding, aboutIt) ** 2 * likelihood(finding, tellsIt);
}

function missingFrom({ asked, meeting }: Pair): string[] {
  return asked.words.filter((_, n) => (meeting.best[n] ?? 0) < leastLikeness).map(({ text }) => text);
}
