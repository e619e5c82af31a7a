/** Questions that an editor expected, and those that the story holds open: what answers a question like them. */
import { type Asked, type Asking, analyse } from './analyse.ts';
import { alike, type StoryIndex } from './story-index.ts';

/** Two questions that are less alike ask something else. */
const leastAlike = 0.62;

/** The statements given for questions like this one, each with how alike the two are (0..1). */
export function expectedBy(index: StoryIndex, asked: Asked): Map<string, number> {
  const expected = new Map<string, number>();
  const { readersAsk, openQuestions } = index.story;
  const all = [...readersAsk, ...openQuestions.map(({ id, asks }) => ({ asks, answers: [id] }))];
  for (const { asks, answers } of all) {
    const likeness = likenessOf(index, asked, analyse(asks));
    if (likeness < leastAlike) continue;
    for (const [at, id] of answers.flatMap((each) => index.withPositions(each)).entries())
      expected.set(id, Math.max(expected.get(id) ?? 0, likeness - 0.01 * at));
  }
  return expected;
}

/** How alike two questions are, 0..1: the part of either that the other has. */
function likenessOf(index: StoryIndex, a: Asked, b: Asked): number {
  const same = Math.min(partIn(index, a.words, b.words), partIn(index, b.words, a.words));
  return a.for === b.for ? same : same - 0.15;
}

function partIn(index: StoryIndex, words: readonly Asking[], others: readonly Asking[]): number {
  let found = 0;
  let all = 0;
  for (const asking of words) {
    const weight = index.weightOf(asking);
    all += weight;
    found += weight * Math.max(0, ...others.map(({ word }) => alike(asking.word, word)));
  }
  return all > 0 ? found / all : 0;
}
