/** Questions that an editor expected, and those that the story holds open: what answers a question like them. */

import { placedWordsOf } from '../../words/words.ts';
import type { Asked } from '../question/analyse.ts';
import type { Asking } from '../question/question-words.ts';
import { isVoiceOf } from '../story/actors.ts';
import type { Expected, StoryIndex } from '../story/story-index.ts';
import { type Roles, rolesIn } from './roles.ts';

/** Two questions that are less alike ask something else. */
const leastAlike = 0.5;
/** What it takes off that they ask for different things: a day and a place, say. */
const otherKind = 0.3;

/** A question like the one that was asked, and what is given as its answer. */
export interface Alike {
  readonly answers: readonly string[];
  /** 0..1 */
  readonly likeness: number;
}

/** What it takes off that they ask of different doers. */
const otherDoer = 0.3;

/** The editor's and the open questions that are like this one, the most alike first. */
export function questionsLike(index: StoryIndex, asked: Asked, roles: Roles): Alike[] {
  const found: Alike[] = [];
  for (const expected of index.expected) {
    const alike = likenessOf(index, asked, expected.asked);
    const likeness = alike >= leastAlike && isOfOtherDoer(index, expected, roles) ? alike - otherDoer : alike;
    if (likeness >= leastAlike) found.push({ answers: expected.answers, likeness });
  }
  return found.sort((a, b) => b.likeness - a.likeness);
}

/** “Did Iran expel diplomats?” is not “did Albania expel diplomats?”, however alike their words are. */
function isOfOtherDoer(index: StoryIndex, { asks }: Expected, { doer }: Roles): boolean {
  if (!doer) return false;
  const other = rolesIn(asks, index.names.mentionsIn(placedWordsOf(asks))).doer;
  return other !== undefined && !isVoiceOf(doer, other);
}

/** The statements given for questions like it, each with how alike the two are. */
export function expectedBy(alike: readonly Alike[]): Map<string, number> {
  const expected = new Map<string, number>();
  for (const { answers, likeness } of alike)
    for (const [at, id] of answers.entries()) expected.set(id, Math.max(expected.get(id) ?? 0, likeness - 0.01 * at));
  return expected;
}

/** Two questions that are as alike ask the same. */
export const leastSame = 0.88;

/** What is given as the answer to this very question; undefined where none asks the same. */
export function answersGiven([best]: readonly Alike[]): readonly string[] | undefined {
  return best && best.likeness >= leastSame ? best.answers : undefined;
}

/** How alike two questions are, 0..1: the part of either that the other has. */
function likenessOf(index: StoryIndex, a: Asked, b: Asked): number {
  // When they were told to leave is not when they left.
  const isOther = a.for !== b.for || a.isBidden !== b.isBidden || a.isClock !== b.isClock;
  const most = isOther ? 1 - otherKind : 1;
  if (most < leastAlike) return 0;
  return Math.min(partIn(index, a.words, b.words), partIn(index, b.words, a.words)) - (1 - most);
}

function partIn(index: StoryIndex, words: readonly Asking[], others: readonly Asking[]): number {
  const all = words.reduce((sum, asking) => sum + index.words.weightOf(asking), 0);
  const found = words.reduce(
    (sum, asking) => sum + index.words.weightOf(asking) * index.words.likenessAmong(asking, others),
    0,
  );
  return all > 0 ? found / all : 0;
}
