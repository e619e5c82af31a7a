/**
 * What readers' words tell of the statement that answers, learnt word by word from marked questions: “expensive” speaks for
 * one that tells of a cost, and one without “resign” hardly answers who resigned.
 */
import { jsonTable } from '../../tables/tables.ts';
import { keeping } from '../../words/keeping.ts';
import type { StoryIndex } from '../story/story-index.ts';
import type { Reading } from './reading.ts';
import type { Signed } from './signs.ts';
import { besideOf, type Trait } from './traits.ts';

/** By a question's word, what each trait counts, in whole hundredths; what is not named counts nothing. */
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
export function learntCounts(index: StoryIndex, reading: Reading, weights: WordWeights): (signed: Signed) => number[] {
  const asked = reading.keys;
  const learnt = asked.keys.map((key) => weights.get(key));
  /** What a trait counts beside each key. */
  const countsOf = keeping(1000, (trait: Trait) => learnt.map((traits) => traits?.get(trait) ?? 0));
  // There are hundreds of words, of which most tell nothing: looked up once for all statements.
  const ofWords = learnt.map((traits) => index.keys.spread(traits));
  const beside = besideOf(index, asked);
  return (signed) => {
    const { shared, strengths } = beside(signed);
    const own = index.keys.in(signed.statement);
    const ofShared = shared.map(countsOf);
    return learnt.map((_, at) => {
      let count = 0;
      for (const counts of ofShared) count += (counts[at] ?? 0) / 100;
      const strength = strengths[at];
      if (strength === undefined) return count;
      count += (countsOf(strength)[at] ?? 0) / 100;
      return strength === '=own' ? Math.max(mostAgainst, count) : count + sumAmong(own, ofWords[at]) / 100;
    });
  };
}

/**
 * A word that a statement has itself says no more against it: “expel” comes mostly in questions that no story answers, and still
 * asks for an expulsion.
 */
const mostAgainst = -0.8;

function sumAmong(numbers: readonly number[], counts: Int16Array = noCounts): number {
  let sum = 0;
  for (let n = 0; n < numbers.length; n += 1) sum += counts[numbers[n] ?? 0] ?? 0;
  return sum;
}

const noCounts = new Int16Array();
