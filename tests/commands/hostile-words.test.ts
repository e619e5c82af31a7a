import { expect, test } from 'vitest';
import type { Inline } from '../../src/message/index.ts';
import { openStories, readerOf } from './typing.ts';

const stories = await openStories();
const reader = readerOf(stories);

const hostile = [
  '@everyone',
  '<!channel>',
  '<@123456789>',
  '`code`',
  '```x```',
  '*_~|>x#',
  '[x](javascript:alert(1))',
  '<script>alert(1)</script>',
  '&lt;b&gt;',
  'javascript:alert(1)',
];
const places = [
  '/briefing %',
  '/briefing albania-iran %',
  '/briefing albania-iran as-of:%',
  '/stories zz%',
  '/help %',
  '/%',
];
const cases = hostile.flatMap((words) => places.map((place) => place.replace('%', words)));

test.for(cases)('the hostile words of ‘%s’ are shown as plain text', async (typed) => {
  const { message, to } = await reader.say(typed);
  expect(message.kind).toBe('mistake');
  expect(to).toBe('reader');
  for (const block of message.blocks) {
    expect(block.kind).toBe('paragraph');
    const content: readonly Inline[] = block.kind === 'paragraph' ? block.content : [];
    expect(content.map(({ kind }) => kind)).toEqual(['text']);
  }
});

test('the reader’s own words stand in the sentence as they were typed', async () => {
  const { message } = await reader.say('/briefing @everyone <!channel> `code`');
  expect(message.summary).toBe('There is no story ‘@everyone <!channel> `code`’.');
});

test('of many words the first are shown, of several lines one', async () => {
  const long = await reader.say(`/briefing ${'🛰'.repeat(500)}`);
  expect(long.message.summary).toBe(`There is no story ‘${'🛰'.repeat(59)}…’.`);
  const lines = await reader.fill('briefing', { story: ' x\n\n@everyone ' });
  expect(lines.message.summary).toBe('There is no story ‘x @everyone’.');
  const found = await reader.say(`/stories ${'z'.repeat(100)}`);
  expect(found.message.summary).toBe(`No story’s name, title or topic matches ‘${'z'.repeat(59)}…’.`);
});

const unreadable = ['\u202e', '\u2066', '\u0000', '\u001b', '\ud800', '\ufeff'];

test.for(unreadable)(
  'what nobody can read, such as ‘%j’, is not said again, and does not get in the way',
  async (sign) => {
    const asked = await reader.say(`${sign} /ask albania-iran when${sign}was the attack${sign}?`);
    expect(asked.message).toMatchObject({
      kind: 'answer',
      title: expect.stringMatching(/^When .*was the attack *\?$/),
    });
    const filled = await reader.fill('ask', { story: 'albania-iran', question: `${sign}who was the goalkeeper` });
    const others = await Promise.all(places.map((place) => reader.say(place.replace('%', `zz${sign}y`))));
    for (const each of [asked, filled, ...others])
      expect(JSON.stringify(each)).not.toContain(JSON.stringify(sign[0]).slice(1, -1));
  },
);
