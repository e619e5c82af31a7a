import { expect, test } from 'vitest';
import { newAsker } from './asking.ts';
import { messageOf, openStories, sentenceOf } from './typing.ts';

const stories = await openStories();
const rest = 'A question is answered from all that is reported.';

test.each([
  ['/ask as-of:2022-09-08 albania-iran how many people left?', 'as-of', 'briefing'],
  ['/ask albania-iran as-of:2022-09-08 how many people left?', 'as-of', 'briefing'],
  ['/ask albania-iran how many people left? As-Of:2022-09-08', 'as-of', 'briefing'],
  ['/ask albania-iran how many people left? section:quotes', 'section', 'briefing'],
  ['/ask albania-iran how many people left? every:day', 'every', 'digest subscribe'],
] as const)('an option of another command is no word of a question: ‘%s’', async (typed, option, command) => {
  const { say, press, waiting } = await newAsker(stories);
  const said = messageOf(await say(typed));
  expect(said.to).toBe('reader');
  expect(sentenceOf(said)).toBe(`/ask takes no ‘${option}’; /${command} does. ${rest}`);
  const [without, help] = said.message.buttons;
  expect(without).toMatchObject({ label: 'Ask without it', command: '/ask albania-iran how many people left?' });
  for (const { command: pressed } of [without, help].flatMap((each) => each ?? []))
    expect(messageOf(await press(pressed)).message.kind).not.toBe('mistake');
  expect(await waiting()).toEqual([]);
});

test.each([
  'who wrote https://example.org/a?',
  'what did Rama say: was it Iran?',
  'was it 9:30 then?',
  'story:albania-iran when was the attack?',
  'private:yes when was the attack?',
])('a colon is none by itself: ‘%s’', async (question) => {
  const { say } = await newAsker(stories);
  expect(messageOf(await say(`/ask albania-iran ${question}`)).message.title).not.toBe('No such option');
});

test('nothing is offered to be asked where nothing else was', async () => {
  const { say } = await newAsker(stories);
  for (const typed of ['/ask as-of:2022-09-08', '/ask #3 as-of:2022-09-08'])
    expect(messageOf(await say(typed)).message.buttons.map(({ label }) => label)).toEqual(['Help with /briefing']);
});
