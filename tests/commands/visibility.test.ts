import { expect, test } from 'vitest';
import { openStories, readerOf } from './typing.ts';

const stories = await openStories();
const reader = readerOf(stories);

test.for([
  '/briefing albania-iran',
  '/briefing albania-iran timeline',
  '/briefing albania-iran as-of:2022-09-08',
  '/briefing albania-iran private:no',
  'albania-iran',
])('the channel sees a briefing that was found: ‘%s’', async (line) => {
  expect(await reader.say(line)).toMatchObject({ to: 'channel', message: { kind: 'briefing' } });
});

test.for([
  '/briefing albania-iran private',
  '/briefing private albania-iran timeline',
  '/briefing albania-iran PRIVATE',
  '/briefing albania-iran private:yes',
  '/briefing albania-iran as-of:8 sep private page:2',
])('a briefing that is asked for privately is the reader’s alone: ‘%s’', async (line) => {
  expect(await reader.say(line)).toMatchObject({ to: 'reader', message: { kind: 'briefing' } });
});

test('a form’s flag makes a briefing private, or not', async () => {
  expect((await reader.fill('briefing', { story: 'albania-iran', private: 'true' })).to).toBe('reader');
  expect((await reader.fill('briefing', { story: 'albania-iran', private: 'false' })).to).toBe('channel');
});

test.for([
  '/briefing',
  '/stories',
  '/stories iran',
  '/help',
  '/help briefing',
  '/briefing albana-iran',
  '/briefing albania-iran timelin',
  '/briefing albania-iran as-of:nonsense',
  '/briefing albania-iran as-of:2022-09-07',
  '/nonsense',
  '/',
  'x'.repeat(100_000),
])('everything else is the reader’s alone', async (line) => {
  expect((await reader.say(line)).to).toBe('reader');
});

test.for(['/briefing albania-iran', '/briefing albania-iran timeline page:2', '/stories'])(
  'whoever presses a button sees the answer alone: ‘%s’',
  async (command) => {
    expect((await reader.press(command)).to).toBe('reader');
  },
);

test('a page is turned in its place, back to the first one too; anything else is a new message', async () => {
  expect((await reader.press('/briefing albania-iran timeline page:1')).place).toBe('same');
  expect((await reader.press('/stories page:2')).place).toBe('same');
  expect((await reader.press('/briefing albania-iran timeline')).place).toBe('new');
});
