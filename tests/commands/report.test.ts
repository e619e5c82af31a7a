import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { newAsker } from './asking.ts';
import { messageOf, openStories, sentenceOf, textOf } from './typing.ts';

const stories = await openStories();
const words = 'The day is wrong: it was a Wednesday.';

test('the button of an answer opens a form, and what is written waits for the editor with the statement', async () => {
  const { say, press, memory } = await newAsker(stories);
  const { message } = messageOf(await say('/ask albania-iran what did the attack take down?'));
  const button = message.buttons.at(-1);
  expect(button).toEqual({ label: 'Report a mistake', command: '/report albania-iran about:attack' });
  const form = await press(button?.command ?? '');
  const command = commands.find(({ name }) => name === 'report');
  expect(form).toEqual({ kind: 'form', command, given: { story: 'albania-iran', about: 'attack' }, asks: ['mistake'] });
  const thanks = messageOf(await press(button?.command ?? '', { options: { mistake: ` ${words}\n` } }));
  expect(thanks).toMatchObject({ to: 'reader', message: { kind: 'help' } });
  expect(sentenceOf(thanks)).toBe(
    'Thank you: the editor of Albania–Iran will see what you wrote about “A cyberattack temporarily took down numerous ' +
      "websites and digital services of Albania's government.”",
  );
  expect(await memory.inbox.open()).toMatchObject([
    { kind: 'mistake', story: 'albania-iran', statement: 'attack', words, times: 1, first: '2026-04-10' },
  ]);
});

test('a refusal can be reported too, of the story as a whole', async () => {
  const { say, press } = await newAsker(stories);
  const { message } = messageOf(await say('/ask albania-iran who won the world cup?'));
  const button = message.buttons.find(({ label }) => label === 'Report a mistake');
  expect(button?.command).toBe('/report albania-iran');
  expect(await press(button?.command ?? '')).toMatchObject({ kind: 'form', given: { story: 'albania-iran' } });
});

test('what somebody has reported is not offered to be shown to the channel', async () => {
  const { press } = await newAsker(stories);
  const { message } = messageOf(await press('/report albania-iran', { options: { mistake: words } }));
  expect(message.buttons.map(({ command }) => command)).toEqual(['/briefing albania-iran']);
});

test('of a briefing it is about the story as a whole', async () => {
  const { press, memory } = await newAsker(stories);
  const thanks = messageOf(await press('/report albania-iran', { options: { mistake: words } }));
  expect(sentenceOf(thanks)).toBe('Thank you: the editor of Albania–Iran will see what you wrote.');
  const [item] = await memory.inbox.open();
  expect(item).toMatchObject({ kind: 'mistake', words });
  expect(item?.statement).toBeUndefined();
});

test('nothing is lost where the statement has gone meanwhile', async () => {
  const { press, memory } = await newAsker(stories);
  const thanks = messageOf(await press('/report albania-iran about:gone', { options: { mistake: words } }));
  expect(sentenceOf(thanks)).toContain('the statement that it was about is no longer in the story.');
  const [item] = await memory.inbox.open();
  expect(item).toMatchObject({ kind: 'mistake', story: 'albania-iran', words });
  expect(item?.statement).toBeUndefined();
});

test.for([
  [' … ', 'Say in words what is wrong.'],
  ['x'.repeat(501), 'That is 501 characters; a report has at most 500.'],
] as const)('what cannot be kept is told, and the form can be opened again: ‘%s’', async ([mistake, sentence]) => {
  const { press, memory } = await newAsker(stories);
  const answered = messageOf(await press('/report albania-iran about:attack', { options: { mistake } }));
  expect(answered).toMatchObject({ to: 'reader', message: { kind: 'mistake' } });
  expect(sentenceOf(answered)).toBe(sentence);
  expect((await press(answered.message.buttons[0]?.command ?? '')).kind).toBe('form');
  expect(await memory.inbox.open()).toEqual([]);
});

test('it can be typed, quotation marks and all', async () => {
  const { say, memory } = await newAsker(stories);
  await say('/report albania-iran about:order He said “24 hours”, not "48" private:yes');
  expect(await memory.inbox.open()).toMatchObject([
    { statement: 'order', words: 'He said “24 hours”, not "48" private:yes' },
  ]);
});

test('a story that is gone is told before a form is opened', async () => {
  const { press } = await newAsker(stories);
  for (const command of ['/report gone-story', '/report gone-story about:order']) {
    const answered = messageOf(await press(command));
    expect(sentenceOf(answered)).toBe('The story ‘gone-story’ is gone: it was renamed or taken away.');
  }
});

test('nothing that was written is said again', async () => {
  const { press } = await newAsker(stories);
  const thanks = messageOf(
    await press('/report albania-iran', { options: { mistake: '@everyone https://evil.example' } }),
  );
  expect(textOf(thanks)).not.toMatch(/everyone|evil/);
});
