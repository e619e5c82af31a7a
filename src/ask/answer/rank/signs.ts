/** What speaks for a statement as the answer to a question, and what against it: each sign a number of its own. */
import type { Hit } from '../../text/text-index.ts';
import type { StoryIndex } from '../story/story-index.ts';
import type { Covered } from '../story/story-words.ts';
import { mostAlike } from './editors-questions.ts';
import { type ListedSigns, listedSigns } from './listed-signs.ts';
import { type MatterSigns, matterSigns } from './matter-signs.ts';
import type { Reading } from './reading.ts';
import { nearly, Weighed } from './weighed.ts';
import { type WordSigns, wordSigns } from './word-signs.ts';

/** What is the same for all statements: from 0 to 1. */
export interface WholeSigns {
  /** The part of the question that the whole story does not have. */
  readonly unknown: number;
  /** 1 where little was asked that could tell one statement from another. */
  readonly vague: number;
  /** How like the question the likest of those is that the story is known not to answer. */
  readonly untold: number;
  /** The most that one of those has of the question that asks for the same. */
  readonly untoldOfKind: number;
}

export interface Signs {
  readonly words: WordSigns;
  readonly matter: MatterSigns;
  readonly listed: ListedSigns;
  readonly whole: WholeSigns;
}

/** Every sign has a name of its own among all. */
export type SignName = keyof WordSigns | keyof MatterSigns | keyof ListedSigns | keyof WholeSigns;

export function namesIn({ words, matter, listed, whole }: Signs): SignName[] {
  return [words, matter, listed, whole].flatMap((signs) => Object.keys(signs) as SignName[]);
}

/** In the order of their names. */
export function valuesIn({ words, matter, listed, whole }: Signs): number[] {
  return [...Object.values(words), ...Object.values(matter), ...Object.values(listed), ...Object.values(whole)];
}

export interface Signed extends Covered {
  /** Its sentence as a text; undefined where the question has no content word. */
  readonly text: Hit | undefined;
  readonly signs: Signs;
}

/** Every statement of the story with its signs, in the story's order. */
export function signStatements(index: StoryIndex, reading: Reading): Signed[] {
  const { question, asked, sought } = reading;
  const hits = index.texts.hits(question);
  const most = hits.reduce((best, { score }) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const listed = listedSigns(index, reading);
  const weighed = new Weighed(sought.map(({ weight }) => weight));
  const wordsOf = wordSigns(index, reading, weighed);
  const covered = index.words.cover(sought, asked.for === 'whether');
  const anywhere = asked.words.map((_, n) => Math.max(0, ...covered.map(({ found }) => found[n] ?? 0)));
  const whole: WholeSigns = {
    unknown: 1 - weighed.part(anywhere, nearly),
    vague: 1 / (1 + weighed.all),
    untold: Math.max(0, mostAlike(reading.untold)?.likeness ?? 0),
    untoldOfKind: Math.max(0, ...reading.untold.map(({ isOfKind, share }) => (isOfKind ? share : 0))),
  };
  return covered.map((each, n): Signed => {
    const { statement, share, found } = each;
    const text = hits[n];
    const lead = text ? Math.max(0, 1 + (text.score - most) / far) : 0;
    const words = wordsOf(each, { text: text && lead >= inReach ? text.confidence : 0, lead });
    const matter = matterSigns(index, statement, reading, whole.vague);
    return { statement, share, found, text, signs: { words, matter, listed: listed(statement.id), whole } };
  });
}

/** What scores as much less than the best text as this is out of the question. */
const far = 6;
/** What does not lead by as much is not looked at for its confidence, which takes time. */
const inReach = 0.6;
