/** The words that a story can be asked about by, folded as `wordsOf` gives them. */
import { NearWords } from '../../words/spelling.ts';
import { meantInHurry } from './hurried.ts';

export class KnownWords {
  readonly #words = new Set<string>();
  /** Most stories that are made ready are asked nothing mistyped. */
  #near: NearWords | undefined;

  /** What is written in a hurry is no word of its own, wherever it stands. */
  add(word: string) {
    if (meantInHurry(word) !== undefined) return;
    this.#words.add(word);
    this.#near = undefined;
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** The one that a mistyped word was meant for, if that is clear. */
  nearest(mistyped: string): string | undefined {
    this.#near ??= new NearWords([...this.#words]);
    return this.#near.nearest(mistyped);
  }
}
