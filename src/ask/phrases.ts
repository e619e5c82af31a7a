/** Phrases that mean what one word does: `throw out` is expel. */
import { lemmaOf } from './lemmas.ts';
import { linesOf } from './tables/tables.ts';

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

let entriesByFirst: Map<string, Entry[]> | undefined;

/** The phrases among words in their order, function words too, folded as `wordsOf` gives them. */
export function phrasesIn(words: readonly string[]): Phrase[] {
  entriesByFirst ??= Map.groupBy(linesOf('phrases.txt').map(parse), ({ parts: [first = ''] }) => first);
  const entries = entriesByFirst;
  return words.flatMap((word, from) =>
    (entries.get(lemmaOf(word)) ?? []).flatMap(({ parts, meanings }) => {
      const to = endOf(parts, words, from);
      return to === undefined ? [] : [{ from, to, meanings }];
    }),
  );
}

function parse(line: string): Entry {
  const [phrase = '', meanings = ''] = line.split(': ');
  return { parts: phrase.split(' '), meanings: meanings.split(' ').map(lemmaOf) };
}

/** Where the phrase that begins at `from` ends, if its other words follow: one after the other, a particle a little later. */
function endOf(parts: readonly string[], words: readonly string[], from: number): number | undefined {
  let at = from;
  for (const part of parts.slice(1)) {
    const until = at + 1 + (particles.has(part) ? mostBetween : 0);
    const next = words.findIndex((word, place) => place > at && place <= until && isForm(word, part));
    if (next === -1) return undefined;
    at = next;
  }
  return at;
}

const isForm = (word: string, part: string) => word === part || (!particles.has(part) && lemmaOf(word) === part);
