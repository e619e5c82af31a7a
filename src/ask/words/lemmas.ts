/** The words of English and what forms they take: `tables/words.txt`. */
import { loadTable } from '../tables/tables.ts';
import { keeping } from './keeping.ts';

interface Words {
  /** By falling frequency. */
  readonly lemmas: readonly string[];
  /** From each form, and each lemma, to the lemma's place. */
  readonly placeOf: ReadonlyMap<string, number>;
}

let loaded: Words | undefined;

function words(): Words {
  loaded ??= load();
  return loaded;
}

/**
 * Cuts the table word by word: half the time of splitting lines. A form of two words (`found`) goes to the more frequent.
 */
function load(): Words {
  const text = loadTable('words.txt');
  const lemmas: string[] = [];
  const placeOf = new Map<string, number>();
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const lemma = lemmas.length;
    while (at < lineEnd) {
      const space = text.indexOf(' ', at);
      const end = space === -1 || space > lineEnd ? lineEnd : space;
      const word = text.slice(at, end);
      if (lemmas.length === lemma) lemmas.push(word);
      if (!placeOf.has(word)) placeOf.set(word, lemma);
      at = end + 1;
    }
    at = lineEnd + 1;
  }
  return { lemmas, placeOf };
}

/** Whether this is a usual word or name in any of its forms. The word is lower-case, without diacritics. */
export function isEnglishWord(word: string): boolean {
  return placeOf(word) !== unknown;
}

/**
 * The base form of a word, also of an irregular one (`left`: leave, `mice`: mouse), in American spelling where there are
 * two; the word itself if none is known.
 */
export function lemmaOf(word: string): string {
  return words().lemmas[placeOf(word)] ?? word;
}

/**
 * How rare a word is in English, like an idf by Zipf's law, from its rank among the words of the table: 4 to 7 for usual
 * words of news, 9.8 for unknown ones.
 */
export function rarityOf(word: string): number {
  const place = placeOf(word);
  return Math.log(1 + (place === unknown ? words().lemmas.length : place) / 2);
}

const unknown = -1;

/** The lemma's, or `unknown`. The words of a few stories are found sooner among themselves than in the whole table. */
const placeOf = keeping(30_000, (word) => words().placeOf.get(word) ?? placeByEnding(word));

/** Regular forms that are too rare for the table. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(?<=[sxz]|[cs]h)es$/, ''],
  [/(?<!s)s$/, ''],
  [/(?<=[^aeiou])(?:ed|ing)$/, ''],
  [/(?<=[^aeiou])(?:ed|ing)$/, 'e'],
];
const shortestBase = 4;

function placeByEnding(word: string): number {
  if (!/(?:s|ed|ing)$/.test(word)) return unknown;
  for (const [ending, instead] of endings) {
    const base = word.replace(ending, instead);
    if (base === word || base.length < shortestBase) continue;
    const known = words().placeOf.get(base);
    if (known !== undefined) return known;
  }
  return unknown;
}
