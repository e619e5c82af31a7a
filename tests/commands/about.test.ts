import { expect, test } from 'vitest';
import { answer, type Invocation, type MessageAnswer } from '../../src/commands/index.ts';
import { renderDiscord } from '../../src/platforms/discord/index.ts';
import { customIdsOf } from '../../src/platforms/discord/messages/custom-ids.ts';
import { withTrials } from './trial.ts';
import { meant, messageOf, nothingKept, openNoStories, openStories, pressed, sentenceOf, typed } from './typing.ts';

const stories = await openStories();
const kept = await nothingKept();

async function ask(call: Invocation, library = stories): Promise<MessageAnswer> {
  return messageOf(await answer(call, { commands: withTrials, stories: library, ...kept }));
}

/** The ids of the buttons of a message that was posted with its key. */
async function idsUnder(line: string): Promise<string[]> {
  const { message } = await ask(typed(line));
  return customIdsOf(renderDiscord(message, { key: 'slot-7' }).payload.components);
}

const albania = await idsUnder('/briefing albania-iran');

test.for([
  ['timeline', '/briefing albania-iran timeline'],
  ['/timeline', '/briefing albania-iran timeline'],
  ['Who says what', '/briefing albania-iran who-says-what'],
  ['/briefing', '/briefing albania-iran'],
  ['briefing people private', '/briefing albania-iran people'],
  ['8 sep', '/briefing albania-iran as-of:2022-09-08'],
  ['/briefing quotes as-of:8 sep', '/briefing albania-iran quotes as-of:2022-09-08'],
] as const)('in reply to a story’s message ‘%s’ is about that story', async ([line, command]) => {
  expect((await ask(typed(line, { about: albania }))).message).toMatchObject({ kind: 'briefing', command });
});

test.for([
  '/briefing albania-iran timeline',
  '/briefing albania-iran sources page:2',
  '/briefing albania-iran people as-of:2022-09-08',
])('every message of a story tells which one it is: ‘%s’', async (line) => {
  const about = await idsUnder(line);
  expect(about.length).toBeGreaterThan(4);
  expect((await ask(typed('/briefing background', { about }))).message.command).toBe(
    '/briefing albania-iran background',
  );
});

test('so is a command with a subcommand', async () => {
  const call = typed('/follow add', { about: albania, rights: async () => ['manage-channel'] });
  expect((await ask(call)).message.summary).toBe('Followed: Albania–Iran.');
});

test('a story that is typed stands before the one that was replied to', async () => {
  const lines = [
    'petrel-2 timeline',
    '/briefing petrel-2 timeline',
    '/briefing story:petrel-2 timeline',
    'timeline petrel-2',
  ];
  for (const line of lines) {
    const { message } = await ask(typed(line, { about: albania }));
    expect(message.command, line).toBe('/briefing invented-satellite timeline');
  }
  const options = { story: 'petrel-2' };
  const filled = await ask(typed('', { command: 'briefing', options, about: albania }));
  expect(filled.message.command).toBe('/briefing invented-satellite');
});

test('commands without a story are not changed by the message that was replied to', async () => {
  for (const line of ['/stories', '/stories invented', '/help', '/help briefing', '/home', '']) {
    expect(await ask(typed(line, { about: albania }))).toEqual(await ask(typed(line)));
  }
});

test('a reply to nothing is as no reply', async () => {
  const lines = [
    '/briefing',
    '/briefing timeline',
    'timeline',
    'albania-iran people',
    'xyzzy',
    '/xyzzy',
    '/stories',
    '',
  ];
  for (const line of lines) {
    // Each is somebody with whom nothing was talked about.
    const replied = await ask(typed(line, { about: [], reader: `one ${line}` }));
    expect(replied).toEqual(await ask(typed(line, { reader: `other ${line}` })));
  }
});

test('a reply to a message that names no story changes no command', async () => {
  const about = ['/stories', '/help', '/stories page:2', '/briefing', '/briefing nobody timeline #x', '#', ''];
  for (const line of ['/briefing', '/briefing timeline', 'albania-iran people', '/stories', '/help', '']) {
    expect(await ask(typed(line, { about }))).toEqual(await ask(typed(line)));
  }
});

test('what cannot be read in a reply is told, and its button keeps the story', async () => {
  const answered = await ask(typed('/briefing timelin', { about: albania }));
  expect(answered).toMatchObject({ to: 'reader', message: { kind: 'mistake' } });
  expect(meant(answered).command).toBe('/briefing albania-iran timeline');
});

test.for(['/vote 3', '/follow-add albania-iran', 'vote:3', '/vote 3 #show', '/xyzzy timeline #slot-7', 'b1:next'])(
  'a button of an earlier version says so: ‘%s’',
  async (command) => {
    const answered = await ask(pressed(command, { where: { platform: 'test', shared: true } }));
    expect(answered).toMatchObject({
      to: 'reader',
      place: 'new',
      message: { kind: 'mistake', title: 'An old button' },
    });
    expect(sentenceOf(answered)).toBe('This button is from an earlier version of the bot and does nothing any more.');
    for (const { command: next } of answered.message.buttons)
      expect((await ask(pressed(next))).message.kind).not.toBe('mistake');
    expect((await ask(typed(command))).message.title).not.toBe('An old button');
  },
);

/** A library from which the story of Albania was taken away. */
const empty = await openNoStories();

test('every button of a story’s message says that the story is gone, once it is', async () => {
  expect(albania.length).toBeGreaterThan(4);
  for (const command of [
    ...albania,
    '/briefing albania-iran timeline as-of:2022-09-08 page:2',
    '/briefing albania-iran people #show',
  ]) {
    const answered = await ask(pressed(command, { where: { platform: 'test', shared: true } }), empty);
    expect(answered.to).toBe('reader');
    expect(sentenceOf(answered)).toBe('The story ‘albania-iran’ is gone: it was renamed or taken away.');
    expect(meant(answered).command).toBe('/stories');
  }
  expect(sentenceOf(await ask(typed('/briefing albania-iran'), empty))).toBe('There is no story ‘albania-iran’.');
});

test('a story that was renamed is offered under its new name, with what was wanted of it', async () => {
  const answered = await ask(pressed('/briefing albania-irn timeline as-of:2022-09-08'));
  expect(sentenceOf(answered)).toBe(
    'The story ‘albania-irn’ is gone: it was renamed or taken away. Did you mean one of these?',
  );
  expect(meant(answered).command).toBe('/briefing albania-iran timeline as-of:2022-09-08');
});

test('a reply to a message whose story is gone is as one that names none', async () => {
  expect(await ask(typed('/briefing', { about: albania }), empty)).toEqual(await ask(typed('/briefing'), empty));
});
