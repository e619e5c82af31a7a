/** What of a statement may tell whether it answers a question with some words: its traits, as they are learnt. */
import { type Statement, statusOf } from '../../../story/index.ts';
import { keeping } from '../../words/keeping.ts';
import { keyOf } from '../../words/words.ts';
import type { StoryIndex } from '../story/story-index.ts';
import type { MatterSigns } from './matter-signs.ts';
import type { Reading } from './reading.ts';
import type { Signed } from './signs.ts';

/**
 * How a statement may stand to a word of a question: `=…` by how well it has the word, `+…` by what kind of statement it is,
 * `~…` by how near it is to what was last shown, else by a word of its own.
 */
export type Trait = string;

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
export function keysOf({
  words,
  asked,
  mentions,
  last,
}: Pick<Reading, 'words' | 'asked' | 'mentions' | 'last'>): AskedKeys {
  const places = new Map(asked.words.map(({ word }, at) => [word.text, at]));
  const named = new Set(mentions.flatMap(({ words }) => words.map(({ stem }) => stem)));
  const others = new Map(words.filter(({ stem }) => !named.has(stem)).map((word) => [keyOf(word), word]));
  const opening = words.slice(0, 2).map(keyOf).join(' ');
  return {
    keys: [...others.keys(), `^${opening}`],
    places: [...others.values()].map(({ text }) => places.get(text) ?? -1),
    isBehind: last.length > 0,
  };
}

/** How a statement stands beside the keys of a question. */
interface Beside {
  /** What it is, whatever the key. */
  readonly shared: readonly Trait[];
  /** How well it has each key but the last, the opening; beside those that it does not have itself, its own words tell something. */
  readonly strengths: readonly Trait[];
}

/** How any statement does. */
export function besideOf(index: StoryIndex, { keys, places, isBehind }: AskedKeys): (signed: Signed) => Beside {
  const numbers = keys.map((key) => index.keys.numberOf(key));
  return ({ statement, found, signs }) => {
    const own = index.keys.in(statement);
    const strengths = places.map((place, at) =>
      strengthOf(place >= 0 ? (found[place] ?? 0) : Number(own.includes(numbers[at] ?? -1))),
    );
    const kind = kindOf(statement);
    return { shared: isBehind ? [kind, nearOf(signs.matter)] : [kind], strengths };
  };
}

/** Gives each trait of a statement beside each key of a question, by the key's place. */
export function eachTrait(
  index: StoryIndex,
  asked: AskedKeys,
  signed: Signed,
  take: (at: number, trait: Trait) => void,
) {
  const { shared, strengths } = besideOf(index, asked)(signed);
  for (const at of asked.keys.keys()) for (const trait of shared) take(at, trait);
  for (const [at, trait] of strengths.entries()) take(at, trait);
  const lacking = strengths.flatMap((trait, at) => (trait === '=own' ? [] : [at]));
  for (const number of index.keys.in(signed.statement)) for (const at of lacking) take(at, index.keys.keyOf(number));
}

function kindOf(statement: Statement): Trait {
  if (statement.kind === 'event') return kindNamed(statusOf(statement));
  return statement.kind === 'position' ? kindNamed(statement.stance) : '+fact';
}

/** There are a dozen, asked of every statement. */
const kindNamed = keeping(100, (kind): Trait => `+${kind}`);

function strengthOf(strength: number): Trait {
  if (strength >= inItself) return '=own';
  if (strength >= near) return '=near';
  return strength >= faint ? '=faint' : '=none';
}

/** By how near it is to what was last shown, as `nearness` tells it: itself, of the same matter, by the same actor. */
function nearOf({ near, nearWholly, nearby }: MatterSigns): Trait {
  const most = Math.max(near, nearWholly, nearby);
  if (most === 1) return '~itself';
  if (most >= ofMatter) return '~matter';
  return most >= ofActor ? '~actor' : '~none';
}

const [ofMatter, ofActor] = [0.7, 0.2];
