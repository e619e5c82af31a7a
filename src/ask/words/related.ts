/** How near two words are in meaning, by the tables of `tables/`: its README tells where they come from. */

import { linesOf, sortedTable } from '../tables/tables.ts';
import { keeping } from './keeping.ts';
import { lemmaOf } from './lemmas.ts';

export { isEnglishWord, lemmaOf, rarityOf } from './lemmas.ts';

type Neighbours = ReadonlyMap<string, number>;

/** 1 for forms of one word, less for related words, 0 for others. Words are lower-case, without diacritics. */
export function relatedness(a: string, b: string): number {
  if (a === b) return 1;
  const [lemmaA, lemmaB] = [lemmaOf(a), lemmaOf(b)];
  if (lemmaA === lemmaB) return 1;
  return Math.max(neighboursOfLemma(lemmaA).get(lemmaB) ?? 0, neighboursOfLemma(lemmaB).get(lemmaA) ?? 0);
}

/**
 * What in a text may stand for a word of a question: the lemmas (see `lemmaOf`), from 0 (opposites) to 1; the word's own
 * is not among them. Not the same both ways: a city may stand for a place, not each place for a city.
 */
export function neighboursOf(word: string): Neighbours {
  return neighboursOfLemma(lemmaOf(word));
}

/** Lines are read when they are asked for. */
const neighboursOfLemma = keeping(4_000, (lemma): Neighbours => {
  tables ??= { derived: sortedTable('relations.txt'), news: loadNews() };
  const neighbours = parse(tables.derived(lemma) ?? '');
  for (const [other, weight] of parse(tables.news.get(lemma) ?? '')) neighbours.set(other, weight);
  return neighbours;
});

let tables:
  | { readonly derived: (word: string) => string | undefined; readonly news: ReadonlyMap<string, string> }
  | undefined;

/** The words of news, all in their base form, in both directions: each word's line as in the table. */
function loadNews(): Map<string, string> {
  const news = new Map<string, string>();
  const add = (word: string, others: string) => news.set(word, `${news.get(word) ?? ''} ${others}`);
  for (const line of linesOf('news.txt')) {
    const [word = '', ...others] = line.split(' ');
    add(word, line.slice(word.length + 1));
    let weight = '';
    for (const other of others) {
      if (isWeight(other)) weight = other;
      else add(other, `${weight} ${word}`);
    }
  }
  return news;
}

/** `8 accusation accuser 6 blame`: each word with the tenths before it. */
function parse(line: string): Map<string, number> {
  const neighbours = new Map<string, number>();
  let weight = 0;
  for (const part of line.split(' ')) {
    if (isWeight(part)) weight = Number(part) / 10;
    else if (part !== '') neighbours.set(part, weight);
  }
  return neighbours;
}

const isWeight = (part: string) => part.length === 1 && part >= '0' && part <= '9';
