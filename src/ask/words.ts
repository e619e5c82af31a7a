/** Text as words: folded, stemmed, and marked by what kind of word each is. */
import { functionWords } from './function-words.ts';
import { isCardinal, stemOf } from './word-forms.ts';

export interface Word {
  /** Lower-case, without diacritics; a number without its separators. */
  readonly text: string;
  /** Equal for the forms of one word, its American and British spelling, and a number in digits or letters. */
  readonly stem: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly at: number;
  /** Function words, question words and auxiliaries. */
  readonly isStop: boolean;
  readonly isCapital: boolean;
  /** Cardinal, in digits or letters. */
  readonly isNumber: boolean;
}

/** Abbreviations with dots, numbers with separators, names with a number (Petrel-2), words with an apostrophe inside. */
const wordPattern =
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)+|\p{L}[\p{L}\p{M}]*-\p{N}{1,3}(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/** The words of a text in their order; hyphenated ones part by part. */
export function wordsOf(text: string): Word[] {
  // All in capitals; a name of a few letters alone (`US`) is written so by everybody.
  const shouted = !/\p{Ll}/u.test(text) && /\p{Lu}{6}|\p{Lu}\s+\p{Lu}/u.test(text);
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) words.push(wordFrom(match[0], match.index, shouted));
  return words;
}

/** Most words come again and again: the last thousands are kept as they were read. */
const kept = new Map<string, Omit<Word, 'at'>>();
const mostKept = 30_000;

function wordFrom(written: string, at: number, shouted: boolean): Word {
  const key = shouted ? `!${written}` : written;
  let word = kept.get(key);
  if (!word) {
    if (kept.size >= mostKept) kept.clear();
    word = readWord(written, shouted);
    kept.set(key, word);
  }
  const { text, stem, isStop, isCapital, isNumber } = word; // spreading takes several times as long
  return { text, stem, at, isStop, isCapital, isNumber };
}

function readWord(written: string, shouted: boolean): Omit<Word, 'at'> {
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
