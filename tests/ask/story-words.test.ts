/** What a story has for a question's words. */
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readQuestion } from '../../src/ask/answer/rank/read-question.ts';
import { signStatements } from '../../src/ask/answer/rank/signs.ts';
import { StoryIndex } from '../../src/ask/answer/story/story-index.ts';
import { type Story, StoryLibrary } from '../../src/story/index.ts';

let index: StoryIndex;

beforeAll(async () => {
  const library = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  index = new StoryIndex(library.find('albania-iran') as Story);
});

/** What is sought by the last word of a question. */
const soughtBy = (asks: string) => readQuestion(index, asks, []).sought.at(-1);

it('is its own term, and what means as much', () => {
  const expelled = soughtBy('Who was expelled?');
  expect(expelled?.likeness.get(expelled.term)).toBe(1);
  expect(soughtBy('Who saw a unicorn?')?.term).toBe(-1);
  expect(Math.min(...(soughtBy('Who asked them to leave?')?.likeness.values() ?? []))).toBeGreaterThanOrEqual(0.25);
});

it('is less for a name than for a word that is written like it, whichever is asked first', () => {
  const sizes = ['Who met Blame?', 'whom did they blame?', 'Who met Blame?'].map(
    (asks) => soughtBy(asks)?.likeness.size,
  );
  expect(sizes[0]).toBe(sizes[2]);
  expect(sizes[1]).toBeGreaterThan(sizes[0] ?? Number.POSITIVE_INFINITY);
});

it('tells how much of its own words a statement has in the question', () => {
  const reverseOf = (asks: string) =>
    signStatements(index, readQuestion(index, asks, [])).find(({ statement }) => statement.id === 'diplomats-expelled')
      ?.signs.words.reverse;
  expect(reverseOf('Who saw a unicorn?')).toBe(0);
  expect(reverseOf('Were two diplomats expelled?')).toBeGreaterThan(0.1);
});
