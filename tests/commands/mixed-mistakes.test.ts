import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageAnswer } from '../../src/commands/index.ts';
import { meant, openStories, readerOf, sentenceOf } from './typing.ts';

const stories = await openStories();
const reader = readerOf(stories);

const words = fc.constantFrom(
  ...['albania-iran', 'tirana', 'embassy', 'albana-iran', 'petrel', '2', 'story:petrel', 'story:nobody', 'story:'],
  ...['timeline', 'Who', 'says', 'what', 'timelin', 'section:people', 'section:peple', 'section:'],
  ...['as-of:8', 'as-of:', 'sep', '2022', '2022-09-08', 'yesterday', 'last', 'friday', 'as-of:never', 'asof:today'],
  ...['private', 'PRIVATE', 'private:no', 'private:perhaps', 'page:2', 'page:0', 'page:x', '#3', '"', '“8 sep”'],
  ...[
    '@everyone',
    '<!channel>',
    '`code`',
    'https://example.org/',
    'lang:de',
    'x:y',
    '__proto__',
    'toString:1',
    ':',
    '🛰',
  ],
);
const line = fc.tuple(
  fc.constantFrom('/briefing', '/briefing', '/briefing', '/stories', '/help', '/brifing', '/nonsense', ''),
  fc.array(words, { maxLength: 7 }),
);

/** What is no slip of the same kind: a day before the first report, or no question; and free text is looked up only then. */
function isNext({ message }: MessageAnswer, mended: MessageAnswer): boolean {
  if (/^(?:Nothing was reported by|Type a question behind|\/ask takes no) /.test(mended.message.summary)) return true;
  const lookedUp = ['No such command', 'No story found'];
  return (
    mended.message.title !== message.title &&
    lookedUp.some((title) => [message.title, mended.message.title].includes(title))
  );
}

test('whatever is typed gets one private sentence, and a button that makes no further mistake', async () => {
  let mistaken = 0;
  await fc.assert(
    fc.asyncProperty(line, async ([command, typed]) => {
      const answered = await reader.say([command, ...typed].join(' '));
      if (answered.message.kind !== 'mistake') return;
      mistaken += 1;
      expect(answered.to).toBe('reader');
      expect(answered.message.blocks).toHaveLength(1);
      expect(sentenceOf(answered).length).toBeLessThan(250);
      expect(sentenceOf(answered)).not.toContain('\n');
      for (const { command: again } of [meant(answered), ...answered.message.buttons]) {
        expect(again.length).toBeLessThanOrEqual(100);
        const mended = await reader.say(again);
        expect(mended.message.kind !== 'mistake' || isNext(answered, mended), again).toBe(true);
      }
    }),
    { numRuns: 2000, seed: 20260410 },
  );
  expect(mistaken).toBeGreaterThan(500);
});

test('a long line of unknown options is answered in an instant', async () => {
  const answered = await reader.say(`/briefing ${'asof:x '.repeat(280)}`);
  expect(sentenceOf(answered)).toContain('/briefing has no option ‘asof’; did you mean ‘as-of’?');
});
