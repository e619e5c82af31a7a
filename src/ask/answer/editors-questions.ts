/** Questions that an editor expected, and those that the story holds open: what answers a question like them. */
import type { Asked } from './analyse.ts';
import type { Asking } from './question-words.ts';
import type { StoryIndex } from './story-index.ts';

/** Two questions that are less alike ask something else. */
const leastAlike = 0.5;
/** What it takes off that they ask for different things: a day and a place, say. */
const otherKind = 0.3;

/** The statements given for questions like this one, each with how alike the two are (0..1). */
export function expectedBy(index: StoryIndex, asked: Asked): Map<string, number> {
  const expected = new Map<string, number>();
  for (const { asked: other, answers } of index.expected) {
    const likeness = likenessOf(index, asked, other);
    if (likeness < leastAlike) continue;
    for (const [at, id] of answers.entries()) expected.set(id, Math.max(expected.get(id) ?? 0, likeness - 0.01 * at));
  }
  return expected;
}

/** Two questions that are as alike ask the same. */
export const sameQuestion = 0.88;

/** What an editor, or an open question, gives as the answer to this very question; undefined where none asks the same. */
export function answersGiven(index: StoryIndex, asked: Asked): readonly string[] | undefined {
  const alike = index.expected
    .map(({ asked: other, answers }) => ({ answers, likeness: likenessOf(index, asked, other) }))
    .filter(({ likeness }) => likeness >= sameQuestion);
  return alike.toSorted((a, b) => b.likeness - a.likeness)[0]?.answers;
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
