/** A story's statements in the order in which they answer a question. */
import { jsonTable } from '../../tables/tables.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { learntCounts, learntWords, type WordWeights } from './learnt-words.ts';
import type { Reading } from './reading.ts';
import { type Signed, type SignName, type Signs, signStatements } from './signs.ts';

export interface Candidate extends Signed {
  /** What each key of the question (`keysOf`) has been learnt to tell of it. */
  readonly learnt: readonly number[];
  /** Comparable within one answer only. */
  readonly score: number;
}

/** What each sign counts, as `tests/bench/ask/train-answers.ts` has fitted it; one that is not named counts nothing. */
export type OrderWeights = Readonly<Partial<Record<SignName, number>>>;

let loaded: OrderWeights | undefined;

function orderWeights(): OrderWeights {
  loaded ??= load();
  return loaded;
}

function load(): OrderWeights {
  return jsonTable<{ readonly order: OrderWeights }>('answer-weights.json').order;
}

/** What they tell together. */
export function sumOf(learnt: readonly number[]): number {
  let sum = 0;
  for (let n = 0; n < learnt.length; n += 1) sum += learnt[n] ?? 0;
  return sum;
}

/** Every statement, best first. */
export function rankStatements(
  index: StoryIndex,
  reading: Reading,
  order = orderWeights(),
  words: WordWeights = learntWords(),
): Candidate[] {
  const all = signStatements(index, reading);
  const [first] = all;
  if (!first) return [];
  const weights = weightsOf(order, first.signs);
  const learntOf = learntCounts(index, reading, words);
  return all
    .map((signed): Candidate => {
      const { statement, share, found, text, signs } = signed;
      const learnt = learntOf(signed);
      const score = sumOf(learnt) + weigh(signs, weights);
      return { statement, share, found, text, signs, learnt, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** What the signs count, in the order in which each group has them; what is the same for all statements puts none before another. */
type Weights = Readonly<Record<'words' | 'matter' | 'listed', readonly number[]>>;

/** By what the signs count. */
const known = new WeakMap<OrderWeights, Weights>();

/** @param signs those of any statement: all have the same */
function weightsOf(order: OrderWeights, signs: Signs): Weights {
  const weights = known.get(order) ?? inOrder(order, signs);
  known.set(order, weights);
  return weights;
}

function inOrder(order: OrderWeights, { words, matter, listed }: Signs): Weights {
  const ofGroup = (signs: object) => (Object.keys(signs) as SignName[]).map((name) => order[name] ?? 0);
  return { words: ofGroup(words), matter: ofGroup(matter), listed: ofGroup(listed) };
}

function weigh({ words, matter, listed }: Signs, weights: Weights): number {
  return addUp(words, weights.words) + addUp(matter, weights.matter) + addUp(listed, weights.listed);
}

/** Goes through the signs as they stand: making a list of them takes longer than all the adding up. */
function addUp<Group extends { readonly [Name in keyof Group]: number }>(signs: Group, weights: readonly number[]) {
  let [sum, at] = [0, 0];
  for (const name in signs) {
    sum += signs[name] * (weights[at] ?? 0);
    at += 1;
  }
  return sum;
}
