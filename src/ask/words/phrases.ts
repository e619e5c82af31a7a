/** Phrases that mean what one word does: `throw out` is expel. */
import { linesOf } from '../tables/tables.ts';
import { keeping } from './keeping.ts';
import { lemmaOf } from './lemmas.ts';
import { wordSet } from './word-set.ts';
import type { Word } from './words.ts';

export interface Phrase {
  /** Places of its first and last word. */
  readonly from: number;
  readonly to: number;
  /** Lemmas that say the same. */
  readonly meanings: readonly string[];
}

/** A word, folded. */
interface Part {
  readonly text: string;
  readonly isParticle: boolean;
}

interface Entry {
  /** Behind the first. */
  readonly parts: readonly Part[];
  readonly meanings: readonly string[];
  /** Among those that begin with the same word: the longest come first. */
  readonly place: number;
}

const particles = wordSet('apart away back down off out over up');
/** `threw the four diplomats out`: words between a verb and its particle. */
const mostBetween = 3;

/** The phrases among words in their order, function words too; of those that begin alike the longest first. */
export function phrasesIn(words: readonly Pick<Word, 'text'>[]): Phrase[] {
  const known = words.map(({ text }) => knownOf(text));
  const found: Phrase[] = [];
  known.forEach(({ begins }, from) => {
    if (begins.size > 0) found.push(...phrasesAt(known, from, begins));
  });
  return found;
}

/** A word as phrases look at it. */
interface Known extends Part {
  readonly lemma: string;
  /** The phrases that begin with it, by their second word: most words begin none, some a hundred, of which hardly one is tried. */
  readonly begins: ReadonlyMap<string, readonly Entry[]>;
}

const knownOf = keeping(30_000, (text): Known => {
  const lemma = lemmaOf(text);
  const begins = Map.groupBy(entriesOf(text, lemma), ({ parts: [next] }) => next?.text ?? '');
  return { text, isParticle: particles.has(text), lemma, begins };
});

/** By first word. */
let lines: Map<string, string[]> | undefined;

/** Of a word as it stands (`lay off`, where `lay` may be a form of lie) and in its base form. */
function entriesOf(word: string, lemma: string): Entry[] {
  lines ??= Map.groupBy(linesOf('phrases.txt'), (line) => line.slice(0, line.indexOf(' ')));
  const found = [...new Set([lemma, word])].flatMap((first) => lines?.get(first) ?? []).map(parse);
  return found.sort((a, b) => b.parts.length - a.parts.length).map((each, place) => ({ ...each, place }));
}

function parse(line: string): Omit<Entry, 'place'> {
  const [phrase = '', meanings = ''] = line.split(': ');
  const [, ...behind] = phrase.split(' ');
  const parts = behind.map((text): Part => ({ text, isParticle: particles.has(text) }));
  return { parts, meanings: meanings.split(' ').map(lemmaOf) };
}

/** The phrases that begin at `from`. */
function phrasesAt(words: readonly Known[], from: number, begins: Known['begins']): Phrase[] {
  const tried: Entry[] = [];
  const near = Math.min(words.length, from + 2 + mostBetween);
  for (let at = from + 1; at < near; at += 1) {
    const word = words[at];
    const isNext = at === from + 1;
    if (word && (isNext || word.isParticle)) addNew(tried, begins.get(word.text));
    if (word && isNext && word.lemma !== word.text) addNew(tried, begins.get(word.lemma));
  }
  if (tried.length > 1) tried.sort((a, b) => a.place - b.place);
  return tried.flatMap(({ parts, meanings }) => {
    const to = endOf(parts, words, from);
    return to === undefined ? [] : [{ from, to, meanings }];
  });
}

function addNew(tried: Entry[], entries: readonly Entry[] = []) {
  for (const entry of entries) if (!tried.includes(entry)) tried.push(entry);
}

/** Where the phrase that begins at `from` ends, if its other words follow: one after the other, a particle a little later. */
function endOf(parts: readonly Part[], words: readonly Known[], from: number) {
  let at = from;
  for (const { text, isParticle } of parts) {
    const until = at + 1 + (isParticle ? mostBetween : 0);
    do at += 1;
    while (at <= until && words[at]?.text !== text && (isParticle || words[at]?.lemma !== text));
    if (at > until) return undefined;
  }
  return at;
}
