/** Texts (a passage's sentences, a story's statements), ranked by how well each answers a question. */
import { leastLikeness, likeness } from './likeness.ts';
import { type Word, wordsOf } from './words.ts';

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
  /** The question's content words, as typed there, that found no partner in this unit. */
  readonly missing: readonly string[];
}

const alsoWeight = 0.8;

export class TextIndex {
  readonly #units: { id: string; words: Word[]; also: Word[] }[];
  readonly #unitsWith = new Map<string, number>();

  constructor(units: readonly Unit[]) {
    this.#units = units.map(({ id, text, also = '' }) => ({
      id,
      words: wordsOf(text).filter((word) => !word.isStop),
      also: wordsOf(also).filter((word) => !word.isStop),
    }));
    for (const { words, also } of this.#units)
      for (const stem of new Set([...words, ...also].map((word) => word.stem)))
        this.#unitsWith.set(stem, (this.#unitsWith.get(stem) ?? 0) + 1);
  }

  /** Best first; the same question gives the same hits. No hits where the question has no content word. */
  rank(question: string, most = 10): Hit[] {
    const asked = wordsOf(question).filter((word) => !word.isStop);
    const all = asked.reduce((sum, word) => sum + this.#weight(word), 0);
    if (all === 0) return [];
    const hits = this.#units.map(({ id, words, also }) => {
      const missing: string[] = [];
      let found = 0;
      for (const word of asked) {
        const best = Math.max(bestOf(word, words), alsoWeight * bestOf(word, also));
        if (best >= leastLikeness) found += best * this.#weight(word);
        else missing.push(word.text);
      }
      return { id, score: found / all, confidence: found / all, missing };
    });
    return hits.sort((a, b) => b.score - a.score).slice(0, most);
  }

  #weight(word: Word): number {
    const count = this.#unitsWith.get(word.stem) ?? 0;
    return Math.log(1 + (this.#units.length - count + 0.5) / (count + 0.5)) + 1;
  }
}

function bestOf(word: Word, among: readonly Word[]): number {
  return among.reduce((most, other) => Math.max(most, likeness(word, other)), 0);
}
