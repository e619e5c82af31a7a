/** What is offered to be asked next. */
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { nextQuestions } from '../../src/ask/answer/tell/next-questions.ts';
import { Answers } from '../../src/ask/index.ts';
import { type OpenQuestion, type Statement, type Story, StoryLibrary } from '../../src/story/index.ts';

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

/** What the editor's questions among those offered ask. */
function editorsOffered(readersAsk: Story['readersAsk'], shown: readonly Statement[]): string[] {
  return nextQuestions({ ...story, openQuestions: [], readersAsk }, shown, '').flatMap((next) =>
    next.kind === 'editor' ? [next.asks] : [],
  );
}

it('is of the editor’s questions first one for each statement to which they lead, those near to what was shown before', () => {
  const asked = [
    { asks: 'Did the summit take place?', answers: ['summit'] },
    { asks: 'How bad was the hack?', answers: ['attack-failed', 'systems-restored'] },
    { asks: 'Did the hack work?', answers: ['attack-failed'] },
    { asks: 'Is all working again?', answers: ['systems-restored'] },
  ];
  const shown = story.events.filter(({ id }) => id === 'order');
  expect(shown).toHaveLength(1);
  expect(editorsOffered(asked, [])).toEqual([0, 1, 3, 2].map((at) => asked[at]?.asks));
  const near = [...asked, { asks: 'When was the hack?', answers: ['attack'] }];
  expect(editorsOffered(near, shown)[0]).toBe(near[4]?.asks);
});

it('goes on from the nearest statement where no answer is sure', () => {
  const unsure = new Answers().ask(story, 'when was the last time Albania threw out Iranian diplomats?');
  expect(unsure).toMatchObject({ isAnswered: false, isUnsure: true });
  const [nearest] = unsure.nearest;
  expect(unsure.next).toContainEqual(expect.objectContaining({ kind: 'about', statement: nearest }));
});

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
