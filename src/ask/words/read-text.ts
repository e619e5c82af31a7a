/** A text as it is read: its words, and what its phrases mean. */
import { phrasesIn } from './phrases.ts';
import { type Word, wordsOf } from './words.ts';

export class ReadText {
  readonly words: readonly Word[];
  /** The words that say what its phrases (`called off`) mean. */
  readonly meant: readonly Word[];

  constructor(text: string) {
    this.words = wordsOf(text);
    this.meant = phrasesIn(this.words).flatMap(({ meanings }) => meanings.flatMap(wordsOf));
  }
}
