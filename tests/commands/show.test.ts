import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sections } from '../../src/briefing/index.ts';
import { answer, type Invocation, type MessageAnswer } from '../../src/commands/index.ts';
import { renderDiscord } from '../../src/platforms/discord/index.ts';
import { renderSlack } from '../../src/platforms/slack/index.ts';
import { reportingDays, StoryLibrary } from '../../src/story/index.ts';
import { discordProblems } from '../platforms/discord-rules.ts';
import { slackProblems } from '../platforms/slack-rules.ts';
import { bridge } from '../story/fixture.ts';
import { withTrials } from './trial.ts';
import { messageOf, nothingKept, openStories, pressed, typed } from './typing.ts';

const stories = await openStories();
const kept = await nothingKept();
const channel: Partial<Invocation> = { where: { platform: 'test', channel: 'c', shared: true } };

async function ask(call: Invocation, library = stories): Promise<MessageAnswer> {
  return messageOf(await answer(call, { commands: withTrials, stories: library, ...kept }));
}

/** The commands that show the message to the channel. */
function shows({ message }: MessageAnswer): string[] {
  return message.buttons.filter(({ label }) => label === 'Show to the channel').map(({ command }) => command);
}

const alone: readonly (readonly [string, Invocation])[] = [
  ['asked for privately', typed('/briefing albania-iran private', channel)],
  [
    'asked for privately by an option',
    typed('', { ...channel, command: 'briefing', options: { story: 'albania', private: 'true' } }),
  ],
  ['a section by a button', pressed('/briefing albania-iran timeline', channel)],
  ['a day by a button', pressed('/briefing albania-iran as-of:2022-09-08', channel)],
  ['a page by a button', pressed('/briefing albania-iran timeline page:2', channel)],
  ['a list', typed('/stories', channel)],
  ['the second page of a search', typed('/stories invented page:2', channel)],
  ['help', typed('/help', channel)],
  ['help with one command', pressed('/help briefing', channel)],
  ['the list to choose from', typed('/briefing', channel)],
];

describe.for(alone)('what a reader sees alone: %s', ([, call]) => {
  test('can be shown where others read, and only there', async () => {
    expect(shows(await ask(call))).toHaveLength(1);
    for (const where of [{ platform: 'test' }, { platform: 'test', shared: false }]) {
      expect(shows(await ask({ ...call, where }))).toEqual([]);
    }
  });

  test('is shown to the channel as it was seen, in a message of its own', async () => {
    const seen = await ask(call);
    const [show = ''] = shows(seen);
    const shown = await ask(pressed(show, channel));
    const buttons = seen.message.buttons.filter(({ command }) => command !== show);
    expect(shown).toEqual({ kind: 'message', to: 'channel', place: 'new', message: { ...seen.message, buttons } });
    expect(shown.message.page).toBe(seen.message.page);
  });
});

test('what the channel sees already cannot be shown again', async () => {
  for (const line of ['/briefing albania-iran', '/briefing albania-iran timeline page:2', 'albania-iran']) {
    const answered = await ask(typed(line, channel));
    expect(answered.to).toBe('channel');
    expect(shows(answered)).toEqual([]);
  }
});

test('a page keeps its number; the first one needs none', async () => {
  expect(shows(await ask(pressed('/briefing albania-iran timeline page:2', channel)))).toEqual([
    '/briefing albania-iran timeline page:2 #show',
  ]);
  expect(shows(await ask(pressed('/briefing albania-iran timeline page:1', channel)))).toEqual([
    '/briefing albania-iran timeline #show',
  ]);
});

test('only a button shows to the channel; whoever types its command sees it alone', async () => {
  const answered = await ask(typed('/briefing albania-iran private #show', channel));
  expect(answered.to).toBe('reader');
  expect((await ask(typed('/stories #show', channel))).to).toBe('reader');
});

test.for([
  ...[
    '/briefing albana-iran',
    '/briefing albania-iran timelin',
    '/briefing albania-iran as-of:never',
    '/nonsense',
    '/',
  ],
  ...[
    '/briefing albania-iran as-of:2022-09-07',
    '/stories xyzzy',
    '/help nonsense',
    '/follow',
    '/follow add albania-iran',
  ],
  'x'.repeat(3000),
])('a mistake is never shown to the channel: ‘%s’', async (line) => {
  for (const call of [typed(line, channel), pressed(line, channel), pressed(`${line} #show`, channel)]) {
    const answered = await ask(call);
    expect(answered).toMatchObject({ to: 'reader', message: { kind: 'mistake' } });
    expect(shows(answered)).toEqual([]);
  }
});

test('whoever has no right to a command cannot show its answer, either', async () => {
  const mayManage: Partial<Invocation> = { ...channel, rights: async () => ['manage-channel'] };
  const seen = await ask(pressed('/follow add albania-iran', mayManage));
  expect(shows(seen)).toEqual(['/follow add albania-iran #show']);
  const [show = ''] = shows(seen);
  expect(await ask(pressed(show, mayManage))).toMatchObject({ to: 'channel', message: { kind: 'help' } });
  expect(await ask(pressed(show, channel))).toMatchObject({ to: 'reader', message: { title: 'Not allowed' } });
});

/** The stories under the longest ids that there may be. */
async function underLongIds(): Promise<StoryLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const files = ['briefings/albania-iran', 'tests/stories/invented-satellite', 'tests/stories/invented-water'];
  for (const [index, file] of files.entries()) {
    const from = join(import.meta.dirname, '..', '..', `${file}.yaml`);
    await copyFile(from, join(folder, `${'w'.repeat(39)}${index}.yaml`));
  }
  const library = await StoryLibrary.open(folder);
  await rm(folder, { recursive: true });
  expect(library.stories.map(({ id }) => id.length)).toEqual([40, 40, 40]);
  return library;
}

test('the button fits under every view of every story, on every page, with the longest ids', async () => {
  const library = await underLongIds();
  const views = library.stories.flatMap((story) => {
    const days = ['', ...reportingDays(story).map(({ day }) => ` as-of:${day}`)];
    const parts = ['', ...Object.keys(sections).map((section) => ` ${section}`)];
    return parts.flatMap((part) => days.map((day) => `/briefing ${story.id}${part}${day}`));
  });
  expect(views).toHaveLength(7 * (2 + 5 + 5));
  for (const view of views) {
    for (const page of ['', ' page:2', ' page:9999']) {
      const seen = await ask(pressed(`${view}${page}`, channel), library);
      const [show = ''] = shows(seen);
      expect(show).toBe(`${view}${page} #show`);
      expect(show.length).toBeLessThanOrEqual(100);
      expect(discordProblems(renderDiscord(seen.message).payload)).toEqual([]);
      expect(slackProblems(renderSlack(seen.message).payload)).toEqual([]);
    }
  }
});

test('a search too long for a button’s command is not shown, and can be sent all the same', async () => {
  const title = 'The bridge over the sound closes to all traffic for as long as nobody knows why it';
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  await writeFile(join(folder, 'bridge.yaml'), bridge.replace('A bridge closes', title));
  const library = await StoryLibrary.open(folder);
  await rm(folder, { recursive: true });
  const shown: boolean[] = [];
  for (let length = 70; length <= title.length; length += 1) {
    const query = title.slice(0, length).trim();
    for (const page of ['', '2', '9999']) {
      const call = typed('', { ...channel, command: 'stories', options: { query, page } });
      const seen = await ask(call, library);
      expect(seen.message.kind).toBe('list');
      expect(discordProblems(renderDiscord(seen.message).payload)).toEqual([]);
      shown.push(shows(seen).length === 1);
    }
  }
  expect(new Set(shown)).toEqual(new Set([true, false]));
});
