import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Answers, type StoryAnswer } from '../../src/ask/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';
import { answerTo } from '../../src/terminal/answer-json.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
afterAll(() => rmSync(folder, { recursive: true }));

const stories = await StoryLibrary.open(join(root, 'briefings'));
const answers = new Answers();

const story = stories.find('albania-iran') ?? expect.fail();

/** Is sure of nothing, and finds one statement nearest. */
class Unsure extends Answers {
  override ask(...[asked]: Parameters<Answers['ask']>): StoryAnswer {
    const nearest = asked.events.filter(({ id }) => id === 'last-cars');
    return { ...super.ask(asked, ''), statements: [], nearest, isUnsure: true };
  }
}

test('a refusal tells what comes nearest, with its evidence, and that it may answer', () => {
  const { said } = answerTo({ question: 'How many are there?', story }, stories, new Unsure());
  expect(said).toMatchObject({ answered: false, state: 'unsure', statements: [] });
  expect(said.answer).toBe('I found no sure answer in this story.');
  expect(said.nearest).toEqual([
    {
      id: 'last-cars',
      text: 'The last two embassy cars left the compound around noon with about 10 passengers.',
      evidence: [
        {
          ...{ source: 'report-2022-09-08', paragraph: 3 },
          passage: 'The last two embassy cars … inside the building overnight',
        },
      ],
    },
  ]);
});

test.for([
  ['when was the attack', 'answered'],
  ['who won the world cup?', 'not told'],
  ['почему закрыли посольство', 'other language'],
  ['thank you', 'no question'],
  ['?!', 'no question'],
] as const)('‘%s’ is told to be: %s', ([question, state]) => {
  const { said } = answerTo({ question, story }, stories, answers);
  expect(said).toMatchObject({ answered: state === 'answered', state });
});

test('that several stories answer equally well is told, with the others', async () => {
  const water = join(root, 'tests', 'stories', 'invented-water.yaml');
  for (const id of ['first', 'second']) cpSync(water, join(folder, `${id}.yaml`));
  const both = await StoryLibrary.open(folder);
  const answer = answerTo({ question: 'Why must the water be boiled?' }, both, answers).said;
  expect(answer).toMatchObject({ answered: true, state: 'which story', story: 'first', others: ['second'] });
});

test('that there is no story is told', async () => {
  const none = await StoryLibrary.open(mkdtempSync(join(folder, 'none-')));
  expect(answerTo({ question: 'When was it?' }, none, answers).said).toMatchObject({
    ...{ answered: false, state: 'no story', answer: 'There is no story.', nearest: [] },
  });
});

test('a part that every story has is no answer, where no story is named', async () => {
  const several = await StoryLibrary.open(join(root, 'tests/stories'));
  const { said } = answerTo({ question: 'what are the sources?' }, several, answers);
  expect(said).toMatchObject({ answered: false, state: 'which story', answer: 'Which story do you mean?' });
  const one = answerTo({ question: 'what are the sources?', story }, stories, answers).said;
  expect(one).toMatchObject({ answered: true, state: 'answered', statements: [], confidence: 1 });
  expect(one.answer).toContain('¶1');
});
