/** What a question asks: about which words, and for which kind of answer. */

import { negations } from '../words/function-words.ts';
import { phrasesIn } from '../words/phrases.ts';
import { type PlacedWord, placedWordsOf } from '../words/words.ts';
import { type AnswerKind, answerKindOf } from './answer-kind.ts';
import { type Measure, measureAsked } from './measure.ts';

export interface AskedWord extends PlacedWord {
  /** Lemmas that the phrase means which this word begins: `call off` is cancel. */
  readonly meanings: readonly string[];
}

export interface AskedOfText {
  readonly kind: AnswerKind;
  readonly measure: Measure | undefined;
  /** Its content words, each stem once, in their order. */
  readonly words: readonly AskedWord[];
  /** The function words that tell something: prepositions and the like, no question words and auxiliaries. */
  readonly functionWords: ReadonlySet<string>;
  readonly isNegated: boolean;
}

const grammar = new Set(
  'what which who whom whose when where why how is are was were do does did has have had can could will would should may might must'.split(
    ' ',
  ),
);

/** Reads a question to a text. */
export function readAsked(text: string): AskedOfText {
  const all = placedWordsOf(text);
  const words = new Map<string, AskedWord>();
  const phrases = phrasesIn(all);
  for (const [at, word] of all.entries()) {
    if (word.isStop || words.has(word.stem)) continue;
    words.set(word.stem, { ...word, meanings: phrases.find(({ from }) => from === at)?.meanings ?? [] });
  }
  return {
    kind: answerKindOf(all),
    measure: measureAsked(all),
    words: [...words.values()],
    functionWords: new Set(all.filter((word) => word.isStop && !grammar.has(word.text)).map((word) => word.text)),
    isNegated: all.some((word) => negations.has(word.text)),
  };
}
