/** A unit made ready for questions. */
import { type Candidates, candidatesIn } from './candidates.ts';
import { negations } from './function-words.ts';
import { phrasesIn } from './phrases.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

export interface Sentence {
  readonly text: string;
  /** For each of its words the term, or -1 for function words. */
  readonly terms: Int32Array;
  /** Terms of the words that are said beside it, and of what its phrases mean. */
  readonly also: Int32Array;
  /** How many content words it has. */
  readonly length: number;
  /** Each once. */
  readonly functionWords: readonly string[];
  readonly candidates: Candidates;
  readonly isNegated: boolean;
  readonly startsWithPronoun: boolean;
}

const pronouns = new Set('he she it they this these those that his her its their such'.split(' '));

export function readSentence(text: string, also: string, vocabulary: Vocabulary): Sentence {
  const words = wordsOf(text);
  const terms = Int32Array.from(words, (word) => (word.isStop ? -1 : vocabulary.add(word)));
  const beside = wordsOf(also).filter((word) => !word.isStop);
  const meant = phrasesIn(words.map((word) => word.text)).flatMap(({ meanings }) => wordsOf(meanings.join(' ')));
  return {
    text,
    terms,
    also: Int32Array.from([...beside, ...meant], (word) => vocabulary.add(word)),
    length: terms.reduce((count, term) => count + (term < 0 ? 0 : 1), 0),
    functionWords: [...new Set(words.filter((word) => word.isStop).map((word) => word.text))],
    candidates: candidatesIn(words),
    isNegated: words.some((word) => negations.has(word.text)),
    startsWithPronoun: pronouns.has(words[0]?.text ?? ''),
  };
}
