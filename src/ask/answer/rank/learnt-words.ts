/**
 * What readers' words tell of the statement that answers, learnt word by word from marked questions: “expensive” speaks for
 * one that tells of a cost, and one without “resign” hardly answers who resigned.
 */
import { type Statement, statusOf } from '../../../story/index.ts';
import { jsonTable } from '../../tables/tables.ts';
import { keyOf, wordsOf } from '../../words/words.ts';
import type { StoryIndex } from '../story/story-index.ts';
import type { Reading } from './reading.ts';
import type { Signed, Signs } from './signs.ts';

/**
 * How a statement may stand to a word of a question: `=…` by how well it has the word, `+…` by what kind of statement it is,
 * `~…` by how near it is to what was last shown, else by a word of its own.
 */
export type Trait = string;

/** By a question's word, what each trait counts, in hundredths; what is not named counts nothing. */
export type WordWeights = ReadonlyMap<string, ReadonlyMap<Trait, number>>;

/** The words of a question that name nobody, once each, and behind them its first two as one: `^how many`. */
export interface AskedKeys {
  /** As `keyOf` calls them. */
  readonly keys: readonly string[];
  /** The place of each among the words that describe what is asked; -1 for others. */
  readonly places: readonly number[];
  /** Something was shown before. */
  readonly isBehind: boolean;
}

/** What has a word this well has it in its own sentence, near in meaning, or in its surroundings. */
const [inItself, near, faint] = [0.9, 0.5, 0.3];

/** The words of a question as they are learnt. */
export function keysOf({ question, asked, mentions, last }: Reading): AskedKeys {
  const places = new Map(asked.words.map(({ word }, at) => [word.text, at]));
  const named = new Set(mentions.flatMap(({ words }) => words.map(({ stem }) => stem)));
  const words = wordsOf(question);
  const others = new Map(words.filter(({ stem }) => !named.has(stem)).map((word) => [keyOf(word), word]));
  const opening = words.slice(0, 2).map(keyOf).join(' ');
  return {
    keys: [...others.keys(), `^${opening}`],
    places: [...others.values()].map(({ text }) => places.get(text) ?? -1),
    isBehind: last.length > 0,
  };
}

/** Gives each trait of a statement beside each key of a question, by the key's place. */
export function eachTrait(
  index: StoryIndex,
  { keys, places, isBehind }: AskedKeys,
  { statement, found, signs }: Signed,
  take: (at: number, trait: Trait) => void,
) {
  const own = index.keysIn(statement);
  const kind = kindOf(statement);
  const near = isBehind ? nearOf(signs) : undefined;
  const takeOfAll = (at: number) => {
    take(at, kind);
    if (near) take(at, near);
  };
  // The opening is known by no more than that.
  takeOfAll(places.length);
  for (const [at, place] of places.entries()) {
    const strength = place >= 0 ? (found[place] ?? 0) : Number(own.includes(keys[at] ?? ''));
    takeOfAll(at);
    take(at, strengthOf(strength));
    if (strength < inItself) for (const other of own) take(at, other);
  }
}

function kindOf(statement: Statement): Trait {
  if (statement.kind === 'event') return `+${statusOf(statement)}`;
  return statement.kind === 'position' ? `+${statement.stance}` : '+fact';
}

function strengthOf(strength: number): Trait {
  if (strength >= inItself) return '=own';
  if (strength >= near) return '=near';
  return strength >= faint ? '=faint' : '=none';
}

/** By how near it is to what was last shown, as `nearness` tells it: itself, of the same matter, by the same actor. */
function nearOf({ near, nearWholly, nearby }: Signs): Trait {
  const most = Math.max(near, nearWholly, nearby);
  if (most === 1) return '~itself';
  if (most >= ofMatter) return '~matter';
  return most >= ofActor ? '~actor' : '~none';
}

const [ofMatter, ofActor] = [0.7, 0.2];

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
): (signed: Signed) => readonly number[] {
  const asked = keysOf(reading);
  const traits = asked.keys.map((key) => weights.get(key));
  return (signed) => {
    const counts = traits.map(() => 0);
    eachTrait(index, asked, signed, (at, trait) => {
      counts[at] = (counts[at] ?? 0) + (traits[at]?.get(trait) ?? 0) / 100;
    });
    return counts;
  };
}
