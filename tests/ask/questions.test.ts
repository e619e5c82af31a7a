/** Marked questions to stories. The rates are what was reached, less a little: they must not fall unseen. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoryLibrary, statementsOf } from '../../src/story/index.ts';
import { judgeAll, markedIn, questionsOf, ratesOf, storiesById } from './judge.ts';

const floors = {
  seen: { rightAnswer: 90, rightRefusal: 90, wrongAnswer: 4 },
  unseen: { rightAnswer: 90, rightRefusal: 90, wrongAnswer: 4 },
  fresh: { rightAnswer: 78, rightRefusal: 86, wrongAnswer: 10 },
  plain: { rightAnswer: 87, rightRefusal: 88, wrongAnswer: 6 },
  examined: { rightAnswer: 93, rightRefusal: 87, wrongAnswer: 6 },
  examiner: { rightAnswer: 88, rightRefusal: 82, wrongAnswer: 8 },
  headline: { rightAnswer: 86, rightRefusal: 86, wrongAnswer: 8 },
  onward: { rightAnswer: 90, rightRefusal: 92, wrongAnswer: 4 },
  near: { rightAnswer: 0, rightRefusal: 78, wrongAnswer: 22 },
  nearby: { rightAnswer: 0, rightRefusal: 86, wrongAnswer: 14 },
  talks: { rightAnswer: 90, rightRefusal: 92, wrongAnswer: 4 },
  street: { rightAnswer: 90, rightRefusal: 92, wrongAnswer: 4 },
  evening: { rightAnswer: 85, rightRefusal: 90, wrongAnswer: 6 },
  corner: { rightAnswer: 82, rightRefusal: 90, wrongAnswer: 6 },
  passers: { rightAnswer: 61, rightRefusal: 90, wrongAnswer: 12 },
  household: { rightAnswer: 68, rightRefusal: 94, wrongAnswer: 6 },
  voices: { rightAnswer: 81, rightRefusal: 90, wrongAnswer: 7 },
  'more-voices': { rightAnswer: 68, rightRefusal: 86, wrongAnswer: 6 },
  latecomers: { rightAnswer: 71, rightRefusal: 87, wrongAnswer: 7 },
};
/** Stories to learn from, each with its questions beside it. */
const training = join(import.meta.dirname, 'training');

describe('marked questions', () => {
  it.each(Object.entries(floors))('are answered and refused: %s', async (name, least) => {
    const { questions, rightAnswer, rightRefusal, wrongAnswer } = ratesOf(await judgeAll(name));
    expect(questions).toBeGreaterThanOrEqual(80);
    expect(rightAnswer).toBeGreaterThanOrEqual(least.rightAnswer);
    expect(rightRefusal).toBeGreaterThanOrEqual(least.rightRefusal);
    expect(wrongAnswer).toBeLessThanOrEqual(least.wrongAnswer);
  });

  it('are enough of every kind, in both halves', async () => {
    const stories = await storiesById();
    const all = [...questionsOf('seen'), ...questionsOf('unseen')];
    for (const [story, least] of [
      ['albania-iran', 150],
      ['invented-satellite', 60],
      ['invented-water', 60],
    ] as const) {
      const own = all.filter((marked) => marked.story === story);
      const tagged = (tag: string) => own.filter(({ tags }) => tags?.includes(tag)).length / own.length;
      expect(stories.has(story)).toBe(true);
      expect(own.length).toBeGreaterThanOrEqual(least);
      expect(own.filter(({ gold }) => gold.length === 0).length / own.length).toBeGreaterThan(0.32);
      expect(tagged('follow-up')).toBeGreaterThan(0.19);
      expect(tagged('mistyped')).toBeGreaterThan(0.09);
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('are marked by statements that there are', async () => {
    const stories = await storiesById();
    for (const name of [...Object.keys(floors), 'training']) {
      for (const { story, gold } of questionsOf(name)) {
        const found = stories.get(story);
        const ids = new Set(found ? statementsOf(found).map(({ id }) => id) : []);
        expect(gold.filter((id) => !ids.has(id))).toEqual([]);
      }
    }
  });

  it('to learn from have a story each, and statements that there are', async () => {
    const library = await StoryLibrary.open(training);
    const files = readdirSync(training).filter((file) => file.endsWith('.jsonl'));
    expect(files.map((file) => basename(file, '.jsonl')).sort()).toEqual(library.stories.map(({ id }) => id).sort());
    for (const story of library.stories) {
      const ids = new Set(statementsOf(story).map(({ id }) => id));
      const questions = markedIn(join(training, `${story.id}.jsonl`));
      expect(questions.length).toBeGreaterThan(80);
      expect(questions.filter((each) => each.story !== story.id || each.gold.some((id) => !ids.has(id)))).toEqual([]);
    }
  });
});
