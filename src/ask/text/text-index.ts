/** Texts (a passage's sentences, a story's statements), ranked by how well each answers a question. */

import { Kept } from '../words/keeping.ts';
import type { ReadText } from '../words/read-text.ts';
import { type AskedWord, readAsked } from './asked.ts';
import { doubtsOf, type Finding, findings } from './doubts.ts';
import { type Pair, pairUp, weightsOf } from './pair.ts';
import { Sentence } from './sentence.ts';
import { type Partners, Vocabulary } from './vocabulary.ts';
import { scales } from './weights.ts';

export interface Unit {
  readonly id: string;
  readonly text: string;
  /** Further words that count as being in the unit, at a lower weight: other names, the place, a headline. */
  readonly also?: string;
  /** The text, where it has been read before. */
  readonly read?: ReadText;
}

export interface Hit {
  readonly id: string;
  /** Comparable within one answer only. */
  readonly score: number;
  /** 0..1: how sure it is that this unit answers; the first hit's is what a refusal rests on. */
  readonly confidence: number;
  /** The question's content words, folded, that found no partner in this unit. */
  readonly missing: readonly string[];
  /** What speaks for it, in the order of the signs' table. */
  readonly signs: readonly number[];
}

/** A partner that is less like than this is none. */
const leastLikeness = 0.2;
/** Words of questions whose partners are kept. */
const mostKept = 500;

export class TextIndex {
  readonly #ids: readonly string[];
  readonly #vocabulary = new Vocabulary();
  readonly #sentences: readonly Sentence[];
  readonly #partners = new Kept<Partners>(mostKept);
  /** How many units have each term. */
  readonly #spread: Uint32Array;

  constructor(units: readonly Unit[]) {
    this.#ids = units.map(({ id }) => id);
    this.#sentences = units.map(({ text, also = '', read }) => new Sentence(text, also, this.#vocabulary, read));
    this.#spread = spreadOf(this.#sentences, this.#vocabulary.size);
  }

  /** Best first; the same question gives the same hits. No hits where the question has no content word. */
  rank(question: string, most = 10): Hit[] {
    return this.hits(question)
      .sort((a, b) => b.score - a.score)
      .slice(0, most);
  }

  /** The same for every unit, in the units' order. */
  hits(question: string): Hit[] {
    const found = findings(this.pairs(question), scales().sentence);
    return found.map((finding, unit) => new Found(this.#ids[unit] ?? '', finding));
  }

  /** The question beside each unit, in the units' order; none where it has no content word. */
  pairs(question: string): Pair[] {
    const asked = readAsked(question);
    if (asked.words.length === 0) return [];
    const weights = weightsOf(asked, this.#vocabulary, (term) => this.#spread[term] ?? 0, this.#sentences.length);
    const partners = asked.words.map((word, n) => this.#partnersOf(word, asked.words[n + 1]));
    return pairUp(asked, this.#sentences, partners, weights, true);
  }

  #partnersOf(word: AskedWord, next: AskedWord | undefined): Partners {
    const key = `${word.text} ${next?.text ?? ''} ${word.meanings.join(' ')}`;
    return this.#partners.of(key, () => this.#vocabulary.partners(word, next));
  }
}

/** By term, how many sentences have it. */
function spreadOf(sentences: readonly Sentence[], terms: number): Uint32Array {
  const spread = new Uint32Array(terms);
  /** By term, the last sentence that has it, from 1. */
  const last = new Uint32Array(terms);
  sentences.forEach((sentence, at) => {
    const count = (term: number) => {
      if (last[term] !== at + 1) spread[term] = (spread[term] ?? 0) + 1;
      last[term] = at + 1;
    };
    sentence.terms.forEach(count);
    sentence.also.forEach(count);
  });
  return spread;
}

class Found implements Hit {
  readonly id: string;
  readonly #finding: Finding;

  constructor(id: string, finding: Finding) {
    this.id = id;
    this.#finding = finding;
  }

  get score(): number {
    return this.#finding.score;
  }

  /** Only looked at where it is wanted: it takes as long as all the rest. */
  get confidence(): number {
    return confidenceOf(this.#finding);
  }

  get missing(): readonly string[] {
    return missingFrom(this.#finding.pair);
  }

  get signs(): readonly number[] {
    return this.#finding.row;
  }
}

/** That it is about what is asked counts thrice: most questions that a text does not answer are about something else. */
function confidenceOf(finding: Finding): number {
  const doubts = doubtsOf(finding);
  return scales().aboutIt(finding, doubts) ** 3 * scales().tellsIt(finding, doubts);
}

function missingFrom({ asked, meeting }: Pair): string[] {
  return asked.words.filter((_, n) => (meeting.best[n] ?? 0) < leastLikeness).map(({ text }) => text);
}
