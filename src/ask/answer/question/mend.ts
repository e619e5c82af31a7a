/** Mistyped words of a question: mended towards the story's words first, then towards those of the language. */

import { linesOf } from '../../tables/tables.ts';
import { functionWords } from '../../words/function-words.ts';
import { isEnglishWord, rarityOf } from '../../words/related.ts';
import { NearWords } from '../../words/spelling.ts';
import { american } from '../../words/word-forms.ts';
import { placedWordsOf } from '../../words/words.ts';
import { meantInHurry } from './hurried.ts';
import type { KnownWords } from './known-words.ts';

/** Behind it “how many” is asked, and not “who”. */
const howForm = /\bhwo(?= (?:many|much|long|often|old|big|far|soon)\b)/i;

/** No pronoun stands behind an article. */
const countryForm = /\bthe us\b/g;

/** `petrel 2`, where the story has Petrel-2. */
const numbered = /(?<!\p{L})(\p{L}+)\s?(\p{N}{1,3})(?![\p{L}\p{N}])/gu;

/** The question with its mistyped words mended. @param known the story's words */
export function mend(typed: string, known: KnownWords): string {
  const question = typed
    .replace(howForm, 'how')
    .replace(countryForm, 'the US')
    .replace(numbered, (both, name: string, number: string) =>
      known.has(name.toLowerCase() + number) ? `${name}-${number}` : both,
    );
  let mended = '';
  let end = 0;
  for (const { text, at, isNumber } of placedWordsOf(question)) {
    const written = question.slice(at, at + text.length);
    const isPlain = !isNumber && written.toLowerCase() === text && !shortNameForm.test(written);
    const instead = isPlain ? insteadOf(text, known) : undefined;
    if (instead === undefined) continue;
    mended +=
      question.slice(end, at) +
      (/^\p{Lu}/u.test(written) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead);
    end = at + text.length;
  }
  return mended + question.slice(end);
}

/** `FSB` may be any three letters. */
const shortNameForm = /^\p{Lu}{3}$/u;

function insteadOf(word: string, known: KnownWords): string | undefined {
  if (known.has(word) || functionWords.has(word)) return undefined;
  const meant = meantInHurry(word);
  if (meant !== undefined) return meant;
  // The table has American spelling: `summarise` is no slip.
  if (word.length < shortest || isEnglishWord(word) || isEnglishWord(american(word))) return undefined;
  return known.nearest(word) ?? nearestEnglish(word);
}

const shortest = 3;
/** The rarest of the language's words that a slip is mended to, by rank. */
const mostWords = 12_000;
/** A word of three letters is near to many: it is mended to a very usual one. */
const rareForShort = 6;

/** Those of any length, and those that a short word may be meant for, by falling frequency. */
interface Beginning {
  readonly words: NearWords;
  readonly forShort: NearWords;
}

let byStart: ReadonlyMap<string, Beginning> | undefined;

function readBeginnings(): ReadonlyMap<string, Beginning> {
  const words = linesOf('words.txt')
    .slice(0, mostWords)
    .flatMap((line) => line.split(' '));
  const beginnings = [...Map.groupBy(words, startOf)].map(([start, alike]): [string, Beginning] => {
    const usual = alike.filter((word) => rarityOf(word) < rareForShort);
    return [start, { words: new NearWords(alike), forShort: new NearWords(usual) }];
  });
  return new Map(beginnings);
}

/** Of the words that begin alike the nearest one; the most frequent where several are. */
function nearestEnglish(word: string): string | undefined {
  byStart ??= readBeginnings();
  const alike = byStart.get(startOf(word));
  return (word.length > shortest ? alike?.words : alike?.forShort)?.nearest(word, true);
}

function startOf(word: string): string {
  return word.charAt(0);
}
