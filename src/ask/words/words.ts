/** Text as words: folded, stemmed, and marked by what kind of word each is. */
import { functionWords } from './function-words.ts';
import { keeping } from './keeping.ts';
import { isCardinal, stemOf } from './word-forms.ts';
import { patternFor } from './word-pattern.ts';

export interface Word {
  /** Lower-case, without diacritics; a number without its separators. */
  readonly text: string;
  /** Equal for the forms of one word, its American and British spelling, and a number in digits or letters. */
  readonly stem: string;
  /** Function words, question words and auxiliaries. */
  readonly isStop: boolean;
  readonly isCapital: boolean;
  /** Cardinal, in digits or letters. */
  readonly isNumber: boolean;
}

export interface PlacedWord extends Word {
  /** Where it begins in the text, in UTF-16 units. */
  readonly at: number;
}

/** What learnt tables call a word: a stem for all its forms, function words as they stand, `#` for every number. */
export function keyOf({ text, stem, isStop, isNumber }: Word): string {
  if (isNumber) return '#';
  return isStop ? text : stem;
}

/** The words of a text in their order; hyphenated ones part by part. The same word is the same object wherever it stands. */
export function wordsOf(text: string): Word[] {
  const wordFrom = isShouted(text) ? asShouted : asWritten;
  return (text.match(patternFor(text)) ?? []).map((written) => wordFrom(written));
}

/** The same, each with where it begins, which takes an object for each: a question is read so several times. */
export const placedWordsOf = keeping(8, readPlaced);

function readPlaced(text: string): readonly PlacedWord[] {
  const wordFrom = isShouted(text) ? asShouted : asWritten;
  return Array.from(text.matchAll(patternFor(text)), ({ 0: written, index: at }) => {
    // Spreading takes several times as long.
    const { text: folded, stem, isStop, isCapital, isNumber } = wordFrom(written);
    return { text: folded, stem, at, isStop, isCapital, isNumber };
  });
}

/** All in capitals; a name of a few letters alone (`US`) is written so by everybody. */
function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}{6}|\p{Lu}\s+\p{Lu}/u.test(text);
}

/** Most words come again and again. */
const asWritten = keeping(30_000, (written) => readWord(written, false));
const asShouted = keeping(30_000, (written) => readWord(written, true));

function readWord(written: string, shouted: boolean): Word {
  const text = fold(written);
  const isNumber = /^\p{N}+[\p{N}.]*$/u.test(text) || isCardinal(text);
  const isAcronym = !shouted && /^\p{Lu}{2,}$/u.test(written.replaceAll('.', ''));
  const isStop = !isAcronym && functionWords.has(text);
  return { text, stem: stemOf(text), isStop, isCapital: /^\p{Lu}/u.test(written), isNumber };
}

/** Lower-case, without diacritics, typographic apostrophes, possessive ’s and separators of thousands. */
function fold(written: string): string {
  if (/^[a-z]+$/.test(written)) return written;
  const plain = written.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’ʼ]/g, "'");
  if (/^\p{N}/u.test(plain)) return plain.replace(/,(?=\d{3})/g, '').replace(/'s$/, '');
  return plain
    .replace(/'s$/, '')
    .replace(/[.-]/g, '')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss');
}
