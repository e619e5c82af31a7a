/** Questions that an editor expected, and those that the story holds open: what answers a question like them. */
import type { Asked } from './analyse.ts';
import type { Asking } from './question-words.ts';
import type { StoryIndex } from './story-index.ts';

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

/** The editor's and the open questions that are like this one, the most alike first. */
export function questionsLike(index: StoryIndex, asked: Asked): Alike[] {
  return index.expected
    .map(({ asked: other, answers }) => ({ answers, likeness: likenessOf(index, asked, other) }))
    .filter(({ likeness }) => likeness >= leastAlike)
    .sort((a, b) => b.likeness - a.likeness);
}

/** The statements given for questions like it, each with how alike the two are. */
export function expectedBy(alike: readonly Alike[]): Map<string, number> {
  const expected = new Map<string, number>();
  for (const { answers, likeness } of alike)
    for (const [at, id] of answers.entries()) expected.set(id, Math.max(expected.get(id) ?? 0, likeness - 0.01 * at));
  return expected;
}

/** Two questions that are as alike ask the same. */
export const sameQuestion = 0.88;

/** What is given as the answer to this very question; undefined where none asks the same. */
export function answersGiven([best]: readonly Alike[]): readonly string[] | undefined {
  return best && best.likeness >= sameQuestion ? best.answers : undefined;
}

/** How alike two questions are, 0..1: the part of either that the other has. */
function likenessOf(index: StoryIndex, a: Asked, b: Asked): number {
  const most = a.for === b.for ? 1 : 1 - otherKind;
  if (most < leastAlike) return 0;
  return Math.min(partIn(index, a.words, b.words), partIn(index, b.words, a.words)) - (1 - most);
}

function partIn(index: StoryIndex, words: readonly Asking[], others: readonly Asking[]): number {
  const all = words.reduce((sum, asking) => sum + index.weightOf(asking), 0);
  const found = words.reduce((sum, asking) => sum + index.weightOf(asking) * index.likenessAmong(asking, others), 0);
  return all > 0 ? found / all : 0;
}
