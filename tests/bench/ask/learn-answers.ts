/** Learns from marked questions what orders the statements of a story, and how sure the first of them answers. */
import type { WordWeights } from '../../../src/ask/answer/rank/learnt-words.ts';
import { type OrderWeights, rankStatements } from '../../../src/ask/answer/rank/rank-statements.ts';
import { namesOf, placesOf, rowOf, type WordPlaces } from '../../../src/ask/answer/rank/row.ts';
import { namesIn, type SignName, type Signs, signStatements, valuesIn } from '../../../src/ask/answer/rank/signs.ts';
import { keyOf } from '../../../src/ask/words/words.ts';
import { type Example, isAnsweredBy } from './answer-examples.ts';
import { fitChoices } from './fit.ts';
import { type Grown, grow } from './grow.ts';
import { traitsOf, wordsFrom } from './word-traits.ts';

/** What is the same for all statements of a question orders none of them; what is missing says how sure it is. */
const notInOrder: ReadonlySet<string> = new Set([
  'missing',
  'unknown',
  'vague',
  'untold',
  'untoldOfKind',
  'unlikely',
  'listedBehind',
]);
/** Of the questions that are answered so many-th ones tell the order, which needs no more: a few tens of numbers. */
const everyAnswered = 5;
/** The most frequent words of questions, which the trees may look at. */
const mostWords = 200;
/** Words are learnt in so many parts, for the questions to each part's stories from the other parts. */
const parts = 5;

/** What is learnt from examples. */
export interface Learnt extends Grown {
  readonly order: OrderWeights;
  readonly wordWeights: WordWeights;
  /** What the trees look at: frequent words of questions, and signs. */
  readonly words: readonly string[];
  readonly names: readonly string[];
}

/** The first statement for an example, and whether it is right. */
interface First {
  readonly row: Float64Array;
  readonly isRight: boolean;
}

/** @param examples those that are listed teach words alone */
export function learnFrom(examples: readonly Example[]): Learnt {
  const marked = examples.filter(({ isListed }) => !isListed);
  const order = orderFrom(marked);
  const traits = traitsOf(
    examples.filter(({ isAgain }) => !isAgain),
    order,
  );
  const partOf = new Map([...new Set(examples.map(({ story }) => story))].map((story, n) => [story, n % parts]));
  const inParts = Array.from({ length: parts }, (_, part) =>
    wordsFrom(traits, ({ story }) => partOf.get(story) !== part),
  );
  const words = frequentWords(marked);
  const places = placesOf(words);
  const firsts = marked.map((example) => {
    const unseen = inParts[partOf.get(example.story) ?? 0] ?? new Map();
    return firstOf(example, order, unseen, places);
  });
  const grown = grow(
    firsts.map(({ row }) => row),
    firsts.map(({ isRight }) => isRight),
  );
  const [example] = marked;
  const [best] = example ? rankStatements(example.index, example.reading, order, new Map()) : [];
  return { order, wordWeights: wordsFrom(traits, () => true), words, names: best ? namesOf(best) : [], ...grown };
}

function orderFrom(examples: readonly Example[]): OrderWeights {
  let names: SignName[] = [];
  const answered = examples.filter(({ gold }) => gold.length > 0).filter((_, n) => n % everyAnswered === 0);
  const choices = answered.map((example) => {
    const { index, reading } = example;
    const signed = signStatements(index, reading);
    names = signed[0] ? namesIn(signed[0].signs).filter((name) => !notInOrder.has(name)) : [];
    return {
      rows: signed.map(({ signs }) => rowOfSigns(signs, names)),
      isGold: signed.map((candidate) => isAnsweredBy(example, candidate)),
    };
  });
  return fitChoices(names, choices);
}

function rowOfSigns(signs: Signs, names: readonly SignName[]): Float64Array {
  const values = valuesIn(signs);
  const places = new Map(namesIn(signs).map((name, place) => [name, place]));
  return Float64Array.from(names, (name) => values[places.get(name) ?? -1] ?? 0);
}

function frequentWords(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { reading } of examples)
    for (const key of new Set(reading.words.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([a, often], [b, oftener]) => oftener - often || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word);
}

/** The first statement for an example, as ordered by what was learnt. */
export function firstOf(example: Example, order: OrderWeights, wordWeights: WordWeights, words: WordPlaces): First {
  const { index, reading } = example;
  const candidates = rankStatements(index, reading, order, wordWeights);
  const [best] = candidates;
  const isRight = best !== undefined && isAnsweredBy(example, best);
  return { row: rowOf({ index, reading, candidates }, words), isRight };
}
