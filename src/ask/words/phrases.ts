/** Phrases that mean what one word does: `throw out` is expel. */

import { linesOf } from '../tables/tables.ts';
import { lemmaOf } from './lemmas.ts';

export interface Phrase {
  /** Places of its first and last word. */
  readonly from: number;
  readonly to: number;
  /** Lemmas that say the same. */
  readonly meanings: readonly string[];
}

interface Entry {
  readonly parts: readonly string[];
  readonly meanings: readonly string[];
}

const particles = new Set('apart away back down off out over up'.split(' '));
/** `threw the four diplomats out`: words between a verb and its particle. */
const mostBetween = 3;

/** The phrases among words in their order, function words too, folded as `wordsOf` gives them. */
export function phrasesIn(words: readonly string[]): Phrase[] {
  const found: Phrase[] = [];
  words.forEach((word, from) => {
    for (const { parts, meanings } of beginningWith(word)) {
      const to = endOf(parts, words, from);
      if (to !== undefined) found.push({ from, to, meanings });
    }
  });
  return found;
}

/** By first word. */
let lines: Map<string, string[]> | undefined;
/** Those of a word are read when it is met: the last thousands of words are kept, most of which begin none. */
const entries = new Map<string, readonly Entry[]>();
const mostKept = 30_000;
const none: readonly Entry[] = [];

function beginningWith(word: string): readonly Entry[] {
  const known = entries.get(word);
  if (known) return known;
  if (entries.size >= mostKept) entries.clear();
  const found = entriesOf(word);
  entries.set(word, found);
  return found;
}

/** Of a word as it stands (`lay off`, where `lay` may be a form of lie) and in its base form, the longest first. */
function entriesOf(word: string): readonly Entry[] {
  lines ??= Map.groupBy(linesOf('phrases.txt'), (line) => line.slice(0, line.indexOf(' ')));
  const found = [...new Set([lemmaOf(word), word])].flatMap((first) => lines?.get(first) ?? []).map(parse);
  return found.length > 0 ? found.sort((a, b) => b.parts.length - a.parts.length) : none;
}

function parse(line: string): Entry {
  const [phrase = '', meanings = ''] = line.split(': ');
  return { parts: phrase.split(' '), meanings: meanings.split(' ').map(lemmaOf) };
}

/** Where the phrase that begins at `from` ends, if its other words follow: one after the other, a particle a little later. */
function endOf(parts: readonly string[], words: readonly string[], from: number) {
  let at = from;
  for (let next = 1; next < parts.length; next += 1) {
    const part = parts[next] ?? '';
    const isParticle = particles.has(part);
    const until = at + 1 + (isParticle ? mostBetween : 0);
    do at += 1;
    while (at <= until && words[at] !== part && (isParticle || lemmaOf(words[at] ?? '') !== part));
    if (at > until) return undefined;
  }
  return at;
}
