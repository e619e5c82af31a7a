/** Phrases that mean what one word does: `throw out` is expel. */

import { linesOf } from '../tables/tables.ts';
import { keeping } from './keeping.ts';
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
  const known = words.map((word) => knownOf(word));
  known.forEach(({ begins }, from) => {
    for (const { parts, meanings } of begins) {
      const to = endOf(parts, words, known, from);
      if (to !== undefined) found.push({ from, to, meanings });
    }
  });
  return found;
}

/** A word as phrases look at it. */
interface Known {
  readonly lemma: string;
  /** The phrases that begin with it. */
  readonly begins: readonly Entry[];
}

/** By first word. */
let lines: Map<string, string[]> | undefined;
const none: readonly Entry[] = [];

/** A word is looked up when it is met: most begin no phrase. */
const knownOf = keeping(30_000, (word): Known => {
  const lemma = lemmaOf(word);
  return { lemma, begins: entriesOf(word, lemma) };
});

/** Of a word as it stands (`lay off`, where `lay` may be a form of lie) and in its base form, the longest first. */
function entriesOf(word: string, lemma: string): readonly Entry[] {
  lines ??= Map.groupBy(linesOf('phrases.txt'), (line) => line.slice(0, line.indexOf(' ')));
  const found = [...new Set([lemma, word])].flatMap((first) => lines?.get(first) ?? []).map(parse);
  return found.length > 0 ? found.sort((a, b) => b.parts.length - a.parts.length) : none;
}

function parse(line: string): Entry {
  const [phrase = '', meanings = ''] = line.split(': ');
  return { parts: phrase.split(' '), meanings: meanings.split(' ').map(lemmaOf) };
}

/** Where the phrase that begins at `from` ends, if its other words follow: one after the other, a particle a little later. */
function endOf(parts: readonly string[], words: readonly string[], known: readonly Known[], from: number) {
  let at = from;
  for (let next = 1; next < parts.length; next += 1) {
    const part = parts[next] ?? '';
    const isParticle = particles.has(part);
    const until = at + 1 + (isParticle ? mostBetween : 0);
    do at += 1;
    while (at <= until && words[at] !== part && (isParticle || known[at]?.lemma !== part));
    if (at > until) return undefined;
  }
  return at;
}
