import { expect, test } from 'vitest';
import { exemplarOf } from '../../src/commands/example.ts';
import { commands } from '../../src/commands/index.ts';
import type { Message } from '../../src/message/index.ts';
import { somewhere } from './somewhere.ts';
import { openNoStories, openStories, readerOf, textOf } from './typing.ts';

const stories = await openStories();
const reader = readerOf(stories);

const listed = commands.filter(({ unlisted }) => unlisted !== true);
const namesIn = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'item' ? [block.name] : []));

test('/stories lists every story by name, with its state, its last development and its title', async () => {
  const listed = await reader.say('/stories');
  expect(textOf(listed)).toBe(
    [
      'Stories',
      '3 stories.',
      'Albania–Iran  closed · last development Thu 8 Sep 2022 · Albania breaks with Iran over a cyberattack',
      '    /briefing albania-iran',
      'Petrel-2  quiet · last development Fri 10 Oct 2025 · Invented: the ocean satellite Petrel-2 falls silent',
      '    /briefing invented-satellite',
      "Skarnvåg's water  developing · last development Mon 30 Mar 2026 · Invented: Skarnvåg must boil its tap water",
      '    /briefing invented-water',
    ].join('\n'),
  );
});

test.for([
  ['iran', ['Albania–Iran']],
  ['IRAN', ['Albania–Iran']],
  ['diplomacy', ['Albania–Iran']],
  ['boil', ["Skarnvåg's water"]],
  ['petrle', ['Petrel-2']],
  ['invented', ["Skarnvåg's water", 'Petrel-2']],
] as const)('/stories %s finds %s', async ([query, names]) => {
  const { message } = await reader.say(`/stories ${query}`);
  expect(namesIn(message)).toEqual(names);
  expect(message.command).toBe(`/stories ${query}`);
  expect((await reader.fill('stories', { query })).message).toEqual(message);
});

test('a list’s second page is asked for by the list’s own command', async () => {
  const { message, place } = await reader.say('/stories invented page:2');
  expect(message).toMatchObject({ command: '/stories invented', page: 2 });
  expect(place).toBe('same');
});

test('what a platform adds to a button’s command is not read as words', async () => {
  for (const command of ['/stories', '/help', '/briefing', '/stories iran', '/help briefing page:2']) {
    expect(await reader.say(`${command} #7`)).toEqual(await reader.say(command));
  }
});

test('where there is no story yet, the list says how one comes', async () => {
  const none = await openNoStories();
  const newcomer = readerOf(none);
  const listed = await newcomer.say('/stories');
  expect(textOf(listed)).toContain('There is no story yet. An editor adds one as a file in the stories’ folder.');
  expect(textOf(await newcomer.say('/ask what happened?'))).toContain('There is no story yet to ask.');
  const help = await newcomer.say('/help');
  expect(help.message.buttons.map(({ command }) => command)).toEqual(['/stories', '/help digest']);
});

test('/help names every command with what it does and an example, those of digests behind their first', async () => {
  const said = textOf(await reader.say('/help'));
  const ofDigests = textOf(await reader.say('/help digest'));
  expect(said).toContain('Also /digest list, preview, pause, resume, remove: see /help digest');
  for (const { name, description, example } of listed) {
    const where = name.startsWith('digest ') ? ofDigests : said;
    expect(where).toContain(`/${name}  ${description}`);
    expect(where).toContain(`For example: ${example(exemplarOf(stories.stories[0]))}`);
  }
  expect(listed.map(({ name }) => name)).toEqual([
    ...['briefing', 'ask', 'stories', 'catchup'],
    ...['subscribe', 'list', 'preview', 'pause', 'resume', 'remove'].map((name) => `digest ${name}`),
    'help',
  ]);
});

test('each example can be typed as it stands', async () => {
  const owner = readerOf(stories, somewhere());
  // What only buttons lead to needs what was posted or removed.
  const typed = commands.filter(({ name }) => !['digest restore', 'digest drop', 'digest show'].includes(name));
  for (const story of stories.stories)
    for (const { example } of typed) {
      const line = example(exemplarOf(story));
      const said = await owner.say(line);
      expect(said.message.kind, line).not.toBe('mistake');
      expect(textOf(said), line).not.toContain('Nothing is told');
    }
});

test.for(['/help briefing', '/help /briefing', '/help BRIEFING', '/help command:briefing'])(
  '‘%s’ tells every option, with the sections to choose from',
  async (line) => {
    const { message } = await reader.say(line);
    expect(message.command).toBe('/help briefing');
    const said = textOf(await reader.say(line));
    const options = commands.find(({ name }) => name === 'briefing')?.options ?? {};
    expect(Object.keys(options)).toEqual(['story', 'section', 'as-of', 'private', 'page']);
    for (const [name, { description }] of Object.entries(options)) expect(said).toContain(`${name}  ${description}`);
    expect(said).toContain('One of timeline, who-says-what, people, background, sources, quotes');
  },
);
