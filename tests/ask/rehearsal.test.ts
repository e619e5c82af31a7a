import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rehearsal } from '../../src/ask/answer/rehearsal.ts';
import { Answers } from '../../src/ask/index.ts';
import { type Story, StoryLibrary, statementsOf } from '../../src/story/index.ts';

const { stories } = await StoryLibrary.open(join(import.meta.dirname, '../stories'));
const [satellite, water] = stories as [Story, Story];

it('takes stories in turn, and of each what it can be asked from its editor’s first question to its statements', () => {
  const rehearsed = [...rehearsal(stories, 40)];
  expect(rehearsed.map(({ story }) => story.id)).toEqual(
    Array.from({ length: 20 }, () => [satellite.id, water.id]).flat(),
  );
  const ofWater = rehearsed.filter(({ story }) => story === water);
  expect(ofWater[0]).toEqual({ story: water, question: water.readersAsk[0]?.asks });
  const listed = ofWater.filter(({ question }) => water.alsoAsked.some(({ asks }) => asks === question));
  const asFollowUps = ofWater.filter(({ question }) => water.thenAsked.some(({ asks }) => asks === question));
  expect(listed.length).toBeGreaterThan(4);
  expect(asFollowUps.length).toBeGreaterThan(4);
  expect(asFollowUps.every(({ behind }) => behind !== undefined)).toBe(true);
  expect(statementsOf(water).map(({ id }) => id)).toContain(ofWater.at(-1)?.behind);
});

it('asks a story without lists about its own sentences', () => {
  const bare = { ...water, readersAsk: [], alsoAsked: [], thenAsked: [], notTold: [] };
  const openings = new Set([...rehearsal([bare], 100)].map(({ question }) => question.split(' ')[0]));
  expect(openings).toEqual(new Set(['when', 'who', 'why', 'where', 'how', 'did', 'what', 'and']));
});

it('comes once every listed question has been read, with a step for each, for each answer and for each story', () => {
  const listed = stories.map(
    ({ readersAsk, alsoAsked, openQuestions, notTold }) =>
      readersAsk.length + alsoAsked.length + openQuestions.length + notTold.length,
  );
  const steps = [...new Answers().rehearse(stories)].length;
  expect(steps).toBe(listed.reduce((sum, count) => sum + count, 0) + 800 + stories.length);
});

it('comes behind what is prepared, a story or a table at a step', () => {
  expect([...new Answers().prepare(stories)]).toHaveLength(stories.length + 4);
  expect([...new Answers().prepare([])]).toEqual([]);
  const [prepared, begun, other] = [new Answers(), new Answers(), new Answers()];
  for (const _ of prepared.prepare(stories));
  for (const _ of begun.prepare(stories).take(1));
  const ask = (answers: Answers) => answers.askAll(stories, 'Who accused Skarn Vann of warning too late?');
  expect(ask(prepared)).toEqual(ask(other));
  expect(ask(begun)).toEqual(ask(other));
});

it('changes no answer, and goes on where it is no longer asked for', () => {
  const [prepared, other, begun] = [new Answers(), new Answers(), new Answers()];
  for (const _ of prepared.rehearse(stories));
  for (const _ of begun.rehearse(stories).take(3));
  const ask = (answers: Answers) => answers.ask(water, 'Who accused Skarn Vann of warning too late?');
  expect(ask(prepared)).toEqual(ask(other));
  expect(ask(begun)).toEqual(ask(other));
  expect([...new Answers().rehearse([])]).toEqual([]);
});
