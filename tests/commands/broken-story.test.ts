import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { StoryLibrary } from '../../src/story/index.ts';
import { bridge } from '../story/fixture.ts';
import { readerOf } from './typing.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-broken-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'bridge.yaml'), bridge);
writeFileSync(join(folder, 'half-way.yaml'), 'title: Half a story\n');
const reader = readerOf(await StoryLibrary.open(folder));

test.each(['/briefing half-way', '/briefing Half-Way timeline', '/catchup half-way', '/ask story:half-way why?'])(
  '‘%s’, whose file does not load, is told that it cannot be shown at the moment',
  async (line) => {
    const { message, to } = await reader.say(line);
    expect([message.summary, to]).toEqual([
      expect.stringMatching(/^The story ‘half-way’ cannot be shown at the moment\.$/i),
      'reader',
    ]);
    expect(message.buttons.map(({ command }) => command)).toEqual(['/stories']);
  },
);

test('so is a button that an earlier version of it left behind', async () => {
  const { message } = await reader.press('/briefing half-way timeline');
  expect(message.summary).toBe('The story ‘half-way’ cannot be shown at the moment.');
});

test('a story that is not there at all is still said not to be', async () => {
  expect((await reader.say('/briefing half')).message.summary).toBe('There is no story ‘half’.');
});
