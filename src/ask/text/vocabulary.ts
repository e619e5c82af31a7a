/** The words that some texts have, each by its stem, and which of them a question's word may mean. */

import { commonBeginning, shortestBeginning } from '../words/likeness.ts';
import { isEnglishWord, lemmaOf, neighboursOf } from '../words/related.ts';
import { NearWords } from '../words/spelling.ts';
import { longestWord, stemOf } from '../words/word-forms.ts';
import type { Word } from '../words/words.ts';
import type { AskedWord } from './asked.ts';

/** What a word of the question meets among the terms. */
export interface Partners {
  /** By term, how like it is: 1 for forms of the same word. */
  readonly likeness: ReadonlyMap<number, number>;
  /** Terms that say the opposite. */
  readonly opposites: ReadonlySet<number>;
}

/** A related word is worth less than the same one: it stands in texts about other things, too. */
const [relatedWorth, compoundWorth, phraseWorth, mistypedWorth] = [0.8, 0.9, 0.8, 0.8];
const [shortestPart, shortestMistyped] = [3, 5];

export class Vocabulary {
  readonly #stems: string[] = [];
  readonly #byStem = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #near = new NearWords(this.#texts);
  readonly #byLemma = new Map<string, number[]>();
  readonly #byBeginning = new Map<number, number[]>();

  get size(): number {
    return this.#stems.length;
  }

  /** The number of the word's stem, given out in the order of coming. */
  add({ text, stem }: Pick<Word, 'text' | 'stem'>): number {
    const known = this.#byStem.get(stem);
    if (known !== undefined) return known;
    const term = this.#stems.push(stem) - 1;
    this.#byStem.set(stem, term);
    this.#texts.push(text);
    append(this.#byLemma, lemmaOf(text), term);
    append(this.#byBeginning, beginningOf(stem), term);
    return term;
  }

  find(stem: string): number | undefined {
    return this.#byStem.get(stem);
  }

  /**
   * `next` is the word after it in the question, for what is written apart there and as one in the text.
   * A name (`isName`) means no other word: it has its own forms for partners, and what begins alike.
   */
  partners(word: AskedWord, next: AskedWord | undefined, isName = false): Partners {
    const likeness = new Map<number, number>();
    const put = (terms: Iterable<number>, worth: number) => {
      for (const term of terms) if (worth > (likeness.get(term) ?? 0)) likeness.set(term, worth);
    };
    const { text, stem, meanings } = word;
    const neighbours = isName ? new Map<string, number>() : neighboursOf(text);
    put(this.#termsOf(stem), 1);
    put(this.#ofLemma(lemmaOf(text)), 1);
    for (const [lemma, worth] of neighbours) put(this.#ofLemma(lemma), relatedWorth * worth);
    for (const lemma of meanings) put(this.#ofLemma(lemma), phraseWorth);
    for (const term of this.#byBeginning.get(beginningOf(stem)) ?? [])
      put([term], commonBeginning(stem, this.#stems[term] ?? ''));
    if (next) put(this.#termsOf(stemOf(text + next.text)), compoundWorth);
    if (likeness.size === 0) for (const [term, worth] of this.#partsOf(text)) put([term], worth);
    if (likeness.size === 0) put(this.#meantBy(text), mistypedWorth);
    const turnedRound = [...neighbours].filter(([, worth]) => worth === 0);
    return { likeness, opposites: new Set(turnedRound.flatMap(([lemma]) => this.#ofLemma(lemma))) };
  }

  #termsOf(stem: string): readonly number[] {
    const term = this.#byStem.get(stem);
    return term === undefined ? [] : [term];
  }

  #ofLemma(lemma: string): readonly number[] {
    return this.#byLemma.get(lemma) ?? [];
  }

  /** `cyberattack` where the text has `cyber attack`. */
  *#partsOf(text: string): Generator<[number, number]> {
    if (text.length > longestWord) return;
    for (let at = shortestPart; at <= text.length - shortestPart; at += 1) {
      const first = this.#byStem.get(stemOf(text.slice(0, at)));
      const second = this.#byStem.get(stemOf(text.slice(at)));
      if (first === undefined || second === undefined) continue;
      yield [first, compoundWorth];
      yield [second, compoundWorth / 2];
    }
  }

  #meantBy(mistyped: string): readonly number[] {
    if (mistyped.length < shortestMistyped || /\d/.test(mistyped) || isEnglishWord(mistyped)) return [];
    const term = this.#texts.indexOf(this.#near.nearest(mistyped) ?? '');
    return term === -1 ? [] : [term];
  }
}

/** A number for the first letters, which takes less room than they do. */
function beginningOf(stem: string): number {
  let beginning = 0;
  for (let at = 0; at < shortestBeginning; at += 1) beginning = beginning * 2048 + ((stem.charCodeAt(at) || 0) % 2048);
  return beginning;
}

function append<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
