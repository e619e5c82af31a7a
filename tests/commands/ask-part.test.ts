/** Questions for a part of a story as a whole, as they are answered. */
import { expect, test } from 'vitest';
import { newAsker } from './asking.ts';
import { messageOf, openStories, textOf } from './typing.ts';

const stories = await openStories();

test.for([
  ['albania-iran', 'What are the sources?', /^ {4}¶1 {2}The Albanian government on Wednesday/m],
  ['albania-iran', 'who is involved?', /^Edi Rama {2}prime minister of Albania/m],
  ['invented-water', 'what was corrected?', /^ {4}was: .* some 120 people/m],
  ['invented-water', 'what is planned?', /^Thu 9 Apr 2026 · planned {2}A public meeting/m],
  ['albania-iran', 'what is still unclear?', /^Where did the embassy's staff go\?$/m],
] as const)('%s: %s', async ([story, question, expected]) => {
  const { say, waiting } = await newAsker(stories);
  const answered = messageOf(await say(`/ask ${story} ${question}`));
  expect(answered.to).toBe('channel');
  expect(textOf(answered)).toMatch(expected);
  expect(await waiting()).toEqual([]);
});

test('what is disputed is told without what is not', async () => {
  const { say } = await newAsker(stories);
  expect(textOf(messageOf(await say('/ask albania-iran what is disputed?')))).not.toContain('NATO');
});

test.for([
  ['has anything been corrected?', 'Nothing in this story has been corrected or withdrawn.'],
  ['what happens next?', 'The story tells of nothing that is planned.\n\nThe latest that it tells\nThu 8 Sep 2022'],
] as const)(
  '%s, where there is nothing, is told to the reader alone and waits for nobody',
  async ([question, said]) => {
    const { say, waiting } = await newAsker(stories);
    const answered = messageOf(await say(`/ask albania-iran ${question}`));
    expect(answered.to).toBe('reader');
    expect(textOf(answered)).toContain(said);
    expect(await waiting()).toEqual([]);
  },
);

test('of no story in particular it is asked back which one', async () => {
  const { say } = await newAsker(stories);
  const { message } = messageOf(await say('/ask what are the sources?'));
  expect(message.summary).toBe('Which story do you mean?');
  expect(message.buttons.map(({ command }) => command)).toContain('/ask invented-water what are the sources?');
});

test('of the story that is talked about it is told', async () => {
  const { say } = await newAsker(stories);
  await say('/ask invented-water is the crack still open?');
  expect(textOf(messageOf(await say('/ask what are the sources?')))).toContain('Skarnvåg Tidende');
});
