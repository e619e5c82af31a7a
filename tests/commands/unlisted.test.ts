import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answer, commands, completeLine } from '../../src/commands/index.ts';
import { plainBlock } from '../../src/message/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';
import { bridge } from '../story/fixture.ts';
import { messageOf, nothingKept, openNoStories, openStories, readerOf, textOf, typed } from './typing.ts';

const stories = await openStories();
const kept = await nothingKept();
const reader = readerOf(stories);
const unlisted = commands.filter((command) => command.unlisted === true).map(({ name }) => name);

test('some commands are asked by platforms and buttons, not by readers', () => {
  expect(unlisted).toEqual(['home', 'welcome', 'report', 'digest restore', 'digest drop', 'digest show']);
});

test('they are not in help', async () => {
  const said = textOf(await reader.say('/help'));
  expect(said).toContain('/briefing');
  expect(said + textOf(await reader.say('/help digest'))).not.toMatch(/home|welcome|report|restore|drop|show/);
  expect((await reader.say('/help')).message.summary).toBe(
    'You can type /briefing, /ask, /stories, /catchup, /digest, /help.',
  );
});

test('they are not offered as somebody types', () => {
  for (const typed of ['', '/', '/h', '/ho', '/home', '/wel', '/welcome', 'w', '/digest ', '/digest res']) {
    for (const { label, value } of completeLine(typed, commands, stories)) {
      expect(`${label} ${value}`).not.toMatch(/\/(?:home|welcome|digest restore|digest drop|digest show)/);
    }
  }
});

test.for(['/hom', '/homes', '/welcom', '/wellcome', '/help hom', '/help welcom'])(
  'nobody who typed ‘%s’ is asked whether they meant one of them',
  async (line) => {
    const { message } = await reader.say(line);
    expect(message.kind).toBe('mistake');
    expect(message.summary).not.toContain('did you mean');
    for (const { command } of message.buttons) expect(command).not.toMatch(/\/(?:home|welcome)/);
  },
);

test('home lists the stories, those with the latest news first, with what is new in each', async () => {
  const { message, to } = await reader.say('/home');
  expect(to).toBe('reader');
  const items = message.blocks.flatMap((block) => (block.kind === 'item' ? [block] : []));
  expect(items.map(({ opens }) => opens)).toEqual([
    '/briefing invented-water',
    '/briefing invented-satellite',
    '/briefing albania-iran',
  ]);
  const [newest, ...others] = textOf(await reader.say('/home')).split('\n    /briefing ');
  expect(newest).toMatch(/Skarnvåg's water {2}developing · last development Mon 30 Mar 2026 · ./);
  expect(others).toHaveLength(3);
  for (const { opens } of items) expect((await reader.press(opens)).message.kind).toBe('briefing');
  for (const { command } of message.buttons) expect((await reader.press(command)).message.kind).not.toBe('mistake');
});

test('home is one message whose pages turn in place', async () => {
  const { message } = await reader.press('/home');
  expect(await reader.press('/home page:2')).toMatchObject({ place: 'same', message: { ...message, page: 2 } });
});

const bridgeId = (index: number) => `bridge-${String(index).padStart(2, '0')}`;

/** Stories, each with its last development on such a day of April; and what home opens. */
async function openedAtHome(days: readonly number[]) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  for (const [index, day] of days.entries()) {
    const text = bridge
      .replace('name: Bridge', `name: Bridge ${index}`)
      .replace('when: 2024-05-01', `when: 2024-04-${String(day).padStart(2, '0')}`);
    await writeFile(join(folder, `${bridgeId(index)}.yaml`), text);
  }
  const library = await StoryLibrary.open(folder);
  await rm(folder, { recursive: true });
  expect(library.stories).toHaveLength(days.length);
  const { message } = await readerOf(library).say('/home');
  return message.blocks.flatMap((block) => (block.kind === 'item' ? [block.opens] : []));
}

test('of many stories home shows the 20 with the latest news', async () => {
  const opened = await openedAtHome(Array.from({ length: 25 }, (_, index) => index + 1));
  expect(opened).toEqual(Array.from({ length: 20 }, (_, index) => `/briefing ${bridgeId(24 - index)}`));
});

test('stories with news of the same day stand at home in the order of the library', async () => {
  const opened = await openedAtHome([7, 9, 7, 9, 7]);
  expect(opened).toEqual([1, 3, 0, 2, 4].map((index) => `/briefing ${bridgeId(index)}`));
});

test('welcome says three things to type, and each of them works', async () => {
  const answered = await reader.say('/welcome');
  expect(answered).toMatchObject({ to: 'reader', place: 'new', message: { kind: 'help', title: 'Dateline is here' } });
  const typed = [...textOf(answered).matchAll(/^(\/.+?) {2}/gm)].map((match) => match[1] ?? '');
  expect(typed).toHaveLength(3);
  for (const line of [...typed, ...answered.message.buttons.map(({ command }) => command)]) {
    expect((await reader.say(line)).message.kind, line).not.toBe('mistake');
  }
});

test('both say something where there is no story yet', async () => {
  const newcomer = readerOf(await openNoStories());
  expect(textOf(await newcomer.say('/home'))).toContain('There is no story yet.');
  const welcome = await newcomer.say('/welcome');
  expect(textOf(welcome)).toContain('/briefing STORY  what a story is about');
  expect(welcome.message.buttons.map(({ command }) => command)).toEqual(['/stories']);
});

test('where commands stand behind another word, help and the welcome say so', async () => {
  for (const command of ['/help', '/help briefing', '/welcome']) {
    const { message } = messageOf(
      await answer({ ...typed(command), prefix: '/dateline ' }, { commands, stories, ...kept }),
    );
    const text = message.blocks.map((block) => plainBlock(block)).join('\n');
    expect(text).toContain('/dateline briefing');
    expect(text).not.toMatch(/\/(?:briefing|stories|help)/);
  }
});
