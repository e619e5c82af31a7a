/** What is offered to be asked next. */
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { nextQuestions } from '../../src/ask/answer/tell/next-questions.ts';
import { type OpenQuestion, type Story, StoryLibrary } from '../../src/story/index.ts';

let story: Story;

beforeAll(async () => {
  const library = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  story = library.find('albania-iran') as Story;
});

/** The open questions that are offered where the editor lists nothing else, once some statements were shown. */
function mattersOffered({ openQuestions, readersAsk = [] }: Partial<Story>, shown: readonly string[] = []): string[] {
  const said = story.openQuestions.flatMap(({ positions }) => positions.filter(({ id }) => shown.includes(id)));
  const next = nextQuestions({ ...story, openQuestions: openQuestions ?? story.openQuestions, readersAsk }, said, '');
  return next.flatMap((each) => (each.kind === 'matter' ? [each.question.id] : []));
}

it('is what the story holds open, but for what was just shown', () => {
  const ids = story.openQuestions.map(({ id }) => id);
  const [first] = story.openQuestions as [OpenQuestion];
  expect(ids.length).toBeGreaterThan(1);
  expect(mattersOffered({})).toEqual(ids);
  expect(mattersOffered({}, [first.positions[0]?.id ?? ''])).toEqual(ids.slice(1));
});

it('is not what a question of the editor’s leads to, nor what no button has room for', () => {
  const [first, ...others] = story.openQuestions as [OpenQuestion, ...OpenQuestion[]];
  const ids = others.map(({ id }) => id);
  const asked = { asks: 'Who did it?', answers: [first.id] };
  expect(mattersOffered({ readersAsk: [asked] })).toEqual(ids);
  expect(mattersOffered({ openQuestions: [{ ...first, asks: 'Was it so? '.repeat(10) }, ...others] })).toEqual(ids);
});
