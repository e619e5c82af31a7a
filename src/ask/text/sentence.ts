/** A unit made ready for questions. */
import { negations } from '../words/function-words.ts';
import { ReadText } from '../words/read-text.ts';
import { wordSet } from '../words/word-set.ts';
import { type Word, wordsOf } from '../words/words.ts';
import { type CandidateKind, candidatesIn } from './candidates.ts';
import type { Vocabulary } from './vocabulary.ts';

const pronouns = wordSet('he she it they this these those that his her its their such');

export class Sentence {
  readonly text: string;
  /** For each of its words the term, or -1 for function words. */
  readonly terms: readonly number[];
  /** Terms of the words that are said beside it, and of what its phrases mean. */
  readonly also: readonly number[];
  /** How many content words it has. */
  readonly length: number;
  readonly startsWithPronoun: boolean;
  readonly #words: readonly Word[];
  #isNegated: boolean | undefined;
  #candidates: { [K in CandidateKind]?: readonly number[] } | undefined;

  /** @param read the text, where it has been read before */
  constructor(text: string, also: string, vocabulary: Vocabulary, read = new ReadText(text)) {
    const { words, meant } = read;
    this.text = text;
    this.#words = words;
    this.terms = words.map((word) => (word.isStop ? -1 : vocabulary.add(word)));
    const beside = wordsOf(also).filter(({ isStop }) => !isStop);
    this.also = [...beside, ...meant].map((word) => vocabulary.add(word));
    this.length = words.reduce((count, { isStop }) => count + (isStop ? 0 : 1), 0);
    this.startsWithPronoun = pronouns.has(words[0]?.text ?? '');
  }

  /** Found when it is first asked for. */
  get isNegated(): boolean {
    this.#isNegated ??= this.#words.some(({ text }) => negations.has(text));
    return this.#isNegated;
  }

  hasFunctionWord(asked: string): boolean {
    return this.#words.some(({ text, isStop }) => isStop && text === asked);
  }

  /** Where candidates of a kind stand, as numbers of its words. Most kinds are never asked for. */
  candidates(kind: CandidateKind): readonly number[] {
    this.#candidates ??= {};
    this.#candidates[kind] ??= candidatesIn(this.#words, kind);
    return this.#candidates[kind];
  }
}
