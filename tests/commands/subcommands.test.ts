import { expect, test } from 'vitest';
import { completeLine, completeOption, findCommand, subcommandsOf } from '../../src/commands/index.ts';
import { withTrials } from './trial.ts';
import { openStories, readerOf, sentenceOf, textOf } from './typing.ts';

const stories = await openStories();
const reader = readerOf(stories, { rights: async () => ['manage-channel'] }, withTrials);

test.for([
  '/follow add albania-iran',
  'follow add albania-iran',
  '/follow   ADD\n albania-iran',
  '/follow add story:tirana embassy',
  '/follow add tirana embassy private',
])('a subcommand is found by two words: ‘%s’', async (line) => {
  expect((await reader.say(line)).message).toMatchObject({ summary: 'Followed: Albania–Iran.' });
});

test('a subcommand that a platform tells apart is found, too', async () => {
  const filled = await reader.fill('follow add', { story: 'petrel-2' });
  expect(filled.message.summary).toBe('Followed: Petrel-2.');
  expect(findCommand('follow', 'list page:2', withTrials)).toMatchObject({
    command: { name: 'follow list' },
    text: 'page:2',
  });
});

test('a longer word is none', async () => {
  expect(findCommand('follow', 'listen', withTrials)).toBeUndefined();
  expect(findCommand('follow', '', withTrials)).toBeUndefined();
  expect(subcommandsOf('foll', withTrials)).toEqual([]);
  expect(subcommandsOf('follow', withTrials).map(({ name }) => name)).toEqual(['follow add', 'follow list']);
});

test('a word that only has subcommands is answered by them', async () => {
  const answered = await reader.say('/follow');
  expect(answered).toMatchObject({ to: 'reader', message: { kind: 'mistake', title: 'Which one?' } });
  expect(sentenceOf(answered)).toBe('/follow is followed by add, list.');
});

test.for([
  ['/follow Xyzzy', '‘/follow Xyzzy’.'],
  ['/follow lst page:2', '‘/follow lst’; did you mean ‘/follow list’?'],
  ['/follow albania-iran', '‘/follow albania-iran’; did you mean ‘/follow add’?'],
] as const)('‘%s’ is named, with what is near and what there is', async ([line, named]) => {
  const answered = await reader.say(line);
  expect(answered).toMatchObject({ to: 'reader', message: { kind: 'mistake', title: 'No such command' } });
  expect(sentenceOf(answered)).toBe(`There is no command ${named} /follow is followed by add, list.`);
});

test.for([
  ['/follow', ['/follow add', '/follow list', '/help follow']],
  ['/follow xyzzy', ['/follow add', '/follow list', '/help follow']],
  ['/follow ad petrel-2', ['/follow add petrel-2', '/help follow']],
  ['/follow Petrel-2 private', ['/follow add Petrel-2 private', '/help follow']],
] as const)('‘%s’ is answered by buttons for what is probably meant', async ([line, commands]) => {
  expect((await reader.say(line)).message.buttons.map(({ command }) => command)).toEqual(commands);
});

test.for([
  ['/add petrel-2', '/follow add petrel-2'],
  ['add petrel-2', '/follow add petrel-2'],
  ['/ad petrel-2', '/follow add petrel-2'],
] as const)('‘%s’, a second word alone, is asked back', async ([line, command]) => {
  const { message } = await reader.say(line);
  expect(message).toMatchObject({ kind: 'mistake', title: 'No such command' });
  expect(message.summary).toContain('did you mean ‘/follow add’?');
  expect(message.buttons[0]?.command).toBe(command);
});

test('a sentence that begins with a second word is a question', async () => {
  expect((await reader.say('add what the agency said about the satellite')).message.title).not.toBe('No such command');
});

test('a slip in the first word is mended with the second', async () => {
  const { message } = await reader.say('/folow list');
  expect(message.kind).toBe('mistake');
  for (const { command } of message.buttons) expect((await reader.say(command)).message.kind).not.toBe('mistake');
});

test('a subcommand is explained by both words, and its mistakes lead there', async () => {
  const help = await reader.say('/help follow add');
  expect(help.message).toMatchObject({ title: '/follow add', command: '/help follow add' });
  expect(textOf(help)).toContain('story  Which story');
  const { message } = await reader.say('/follow add albania-iran private:perhaps');
  expect(message.buttons.map(({ command }) => command)).toEqual(['/follow add albania-iran', '/help follow add']);
  for (const { command } of message.buttons) expect((await reader.say(command)).message.kind).not.toBe('mistake');
});

test('an unknown story under a subcommand leads to the subcommand with the right one', async () => {
  const { message } = await reader.say('/follow add albana-iran');
  expect(message.buttons[0]?.command).toBe('/follow add albania-iran');
});

test.for([
  ['/fol', ['/follow ']],
  ['/follow', ['/follow add ', '/follow list ']],
  ['/follow ', ['/follow add ', '/follow list ']],
  ['/follow l', ['/follow list ']],
  ['/follow add alb', ['/follow add albania-iran ']],
  ['/follow add albania-iran ', ['/follow add albania-iran private ']],
] as const)('‘%s’ is completed', ([line, values]) => {
  expect(completeLine(line, withTrials, stories).map(({ value }) => value)).toEqual(values);
});

test('an option of a subcommand is completed', () => {
  const { command } = findCommand('follow', 'add', withTrials) ?? expect.fail('there is no /follow add');
  expect(completeOption(command, 'story', 'alb', stories).map(({ value }) => value)).toEqual(['albania-iran']);
});
