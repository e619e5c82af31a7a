import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Answers } from '../../src/ask/index.ts';
import type { InboxItem } from '../../src/commands/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';
import { draftWordings } from '../../src/terminal/index.ts';
import { load } from '../story/fixture.ts';

const folder = join(import.meta.dirname, '../stories');
const stories = await StoryLibrary.open(folder);
const answers = new Answers();
const story = 'invented-water';

function asked(words: string, more: Partial<InboxItem> = {}): InboxItem {
  return { id: 1, kind: 'question', story, words, times: 1, first: '2026-11-19', last: '2026-11-19', ...more };
}

/** The story’s file with what is drafted in place of its own wordings. */
function withDraft(lines: readonly string[]) {
  const text = readFileSync(join(folder, `${story}.yaml`), 'utf8');
  return text.replace(/^also_asked:\n(?: .*\n)+/m, `${lines.join('\n')}\n`);
}

test('a draft puts questions under what comes nearest, and is fit for the story’s file', () => {
  const lines = draftWordings(
    [
      asked('Are the lamps "blue": or ultraviolet?\u001b[31m'),
      asked('How far is Zanzibar?'),
      asked(`Whose ultraviolet lamps are they, ${'and whose '.repeat(12)}?`),
      asked('Whose ultraviolet lamps?'),
      asked('It was Tuesday.', { kind: 'mistake', statement: 'farm' }),
      asked('Who knows?', { story: 'gone-story' }),
    ],
    stories,
    answers,
  );
  expect(lines).toEqual([
    '# invented-water: asked in vain, under what comes nearest. Put what it answers under its id in the file; what no source',
    '# answers goes to not_told.',
    'also_asked:',
    '  lamps-on:',
    '    - "Are the lamps \\"blue\\": or ultraviolet? [31m"',
    '    - "Whose ultraviolet lamps?"',
    '# Too long, or near to nothing:',
    '#    - "How far is Zanzibar?"',
    expect.stringMatching(/^# {4}- "Whose ultraviolet lamps are they, and/),
    '# gone-story: no such story that loads.',
    '#    - "Who knows?"',
  ]);
  expect(load(withDraft(lines), `${story}.yaml`).alsoAsked).toEqual([
    { asks: 'Are the lamps "blue": or ultraviolet? [31m', answers: ['lamps-on'] },
    { asks: 'Whose ultraviolet lamps?', answers: ['lamps-on'] },
  ]);
});

test('a draft of nothing says so', () => {
  expect(draftWordings([], stories, answers)).toEqual(['# No question waits in the inbox.']);
});
