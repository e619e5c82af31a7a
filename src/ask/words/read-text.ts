/** A text as it is read: its words, and what its phrases mean. */
import { phrasesIn } from './phrases.ts';
import { type Word, wordsOf } from './words.ts';

export class ReadText {
  readonly words: readonly Word[];
  /** The words that say what its phrases (`called off`) mean. */
  readonly meant: readonly Word[];

  constructor(text: string) {
    this.words = wordsOf(text);
    const phrases = phrasesIn(this.words.map((word) => word.text));
    this.meant = phrases.flatMap(({ meanings }) => meanings.flatMap(wordsOf));
  }
}
