import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Answers } from '../../src/ask/index.ts';
import type { InboxItem } from '../../src/commands/index.ts';
import { parseAsked, StoryLibrary, withAsked } from '../../src/story/index.ts';
import { draftWordings } from '../../src/terminal/draft-wordings.ts';
import { bytesOf } from '../story/fixture.ts';

const folder = join(import.meta.dirname, '../stories');
const stories = await StoryLibrary.open(folder);
const answers = new Answers();
const story = 'invented-water';

function asked(words: string, more: Partial<InboxItem> = {}): InboxItem {
  return { id: 1, kind: 'question', story, words, times: 1, first: '2026-11-19', last: '2026-11-19', ...more };
}

/** What a draft lists, as the file beside the story. */
function listedIn(lines: readonly string[]) {
  const own = stories.find(story);
  if (!own) throw new Error(`no such story: ${story}`);
  const text = lines.join('\n');
  const parsed = parseAsked(`${story}.asked.yaml`, bytesOf(text));
  const { story: listed, problems } = withAsked(own, parsed, () => text);
  expect(problems).toEqual([]);
  return { alsoAsked: listed.alsoAsked, thenAsked: listed.thenAsked };
}

test('a draft puts questions under what comes nearest, and is fit for the file of what readers ask', () => {
  const lines = draftWordings(
    [
      asked('Are the lamps "blue": or ultraviolet?\u001b[31m'),
      asked('How far is Zanzibar?'),
      asked(`Whose ultraviolet lamps are they, ${'and whose '.repeat(12)}?`),
      asked('Whose ultraviolet lamps?'),
      asked('And the lamps?', { statement: 'rain' }),
      asked('And those?', { statement: 'gone' }),
      asked('It was Tuesday.', { kind: 'mistake', statement: 'farm' }),
      asked('Who knows?', { story: 'gone-story' }),
    ],
    stories,
    answers,
  );
  expect(lines).toEqual([
    '# For invented-water.asked.yaml: asked in vain, each under the statement that comes nearest. Put each under the one that',
    '# answers it; what no source answers goes under not_told, and from then_asked under the not_told of the same statement.',
    'also_asked:',
    '  lamps-on:',
    '    - "Are the lamps \\"blue\\": or ultraviolet? [31m"',
    '    - "Whose ultraviolet lamps?"',
    'then_asked:',
    '  rain:',
    '    lamps-on:',
    '      - "And the lamps?"',
    '# Too long, near to nothing, or behind what is gone:',
    '#    - "How far is Zanzibar?"',
    expect.stringMatching(/^# {4}- "Whose ultraviolet lamps are they, and/),
    '#    - "And those?" behind gone',
    '# gone-story: no such story that loads.',
    '#    - "Who knows?"',
  ]);
  expect(listedIn(lines)).toEqual({
    alsoAsked: [
      { asks: 'Are the lamps "blue": or ultraviolet? [31m', answers: ['lamps-on'] },
      { asks: 'Whose ultraviolet lamps?', answers: ['lamps-on'] },
    ],
    thenAsked: [{ asks: 'And the lamps?', answers: ['lamps-on'], behind: 'rain' }],
  });
});

test('a draft of nothing says so', () => {
  expect(draftWordings([], stories, answers)).toEqual(['# No question waits in the inbox.']);
});
