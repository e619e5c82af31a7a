/**
 * What readers' words tell of the statement that answers, learnt word by word from marked questions: “expensive” speaks for
 * one that tells of a cost, and one without “resign” hardly answers who resigned.
 */
import { jsonTable } from '../../tables/tables.ts';
import type { StoryIndex } from '../story/story-index.ts';
import type { Reading } from './reading.ts';
import type { Signed } from './signs.ts';
import { besideOf, keysOf, type Trait } from './traits.ts';

/** By a question's word, what each trait counts, in hundredths; what is not named counts nothing. */
export type WordWeights = ReadonlyMap<string, ReadonlyMap<Trait, number>>;

let loaded: WordWeights | undefined;

/** As `tests/bench/ask/train-answers.ts` has learnt them. */
export function learntWords(): WordWeights {
  loaded ??= new Map(
    Object.entries(jsonTable<{ readonly words: Record<string, Record<Trait, number>> }>('answer-words.json').words).map(
      ([word, traits]) => [word, new Map(Object.entries(traits))],
    ),
  );
  return loaded;
}

/** How much each of a question's keys speaks for a statement, by the key's place; below 0 against it. */
export function learntCounts(
  index: StoryIndex,
  reading: Reading,
  weights: WordWeights,
): (signed: Signed) => Float64Array {
  const asked = keysOf(reading);
  const learnt = asked.keys.map((key) => weights.get(key));
  /** By trait, what it counts beside each key. */
  const known = new Map<Trait, readonly number[]>();
  const countsOf = (trait: Trait) => {
    const before = known.get(trait);
    if (before) return before;
    const counts = learnt.map((traits) => traits?.get(trait) ?? 0);
    known.set(trait, counts);
    return counts;
  };
  // There are hundreds of words, of which most tell nothing: looked up once for all statements.
  const ofWords = learnt.map((traits) => index.keys.spread(traits));
  const beside = besideOf(index, asked);
  return (signed) => {
    const { shared, strengths, lacking } = beside(signed);
    const own = index.keys.in(signed.statement);
    const counts = new Float64Array(learnt.length);
    const add = (at: number, count = 0) => {
      counts[at] = (counts[at] ?? 0) + count / 100;
    };
    for (const trait of shared) for (const [at, count] of countsOf(trait).entries()) add(at, count);
    for (const [at, trait] of strengths.entries()) {
      add(at, countsOf(trait)[at]);
      if (trait === '=own') counts[at] = Math.max(counts[at] ?? 0, mostAgainst);
    }
    for (const at of lacking) add(at, sumAmong(own, ofWords[at]));
    return counts;
  };
}

/**
 * A word that a statement has itself says no more against it: “expel” comes mostly in questions that no story answers, and still
 * asks for an expulsion.
 */
const mostAgainst = -0.8;

function sumAmong(numbers: readonly number[], counts: Float64Array | undefined): number {
  let sum = 0;
  for (const number of numbers) sum += counts?.[number] ?? 0;
  return sum;
}
