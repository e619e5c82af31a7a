/** What is kept of a story's statements once they were read. */
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ActorNames } from '../../src/ask/answer/story/actors.ts';
import { NumberLists } from '../../src/ask/answer/story/number-lists.ts';
import { readStatements } from '../../src/ask/answer/story/read-statements.ts';
import { type Story, StoryLibrary, statementsOf } from '../../src/story/index.ts';

it('is read once for each version of a story', async () => {
  const library = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  const story = library.find('albania-iran') as Story;
  const statements = statementsOf(story);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const given = vi.fn(() => ({ byId, names: new ActorNames(story), asked: new Map() }));
  const read = readStatements(story, given);
  expect(readStatements(story, given)).toBe(read);
  expect(given).toHaveBeenCalledTimes(1);
  expect(readStatements({ ...story }, given)).not.toBe(read);
  const [first] = read.wordsAt(read.sentences, 0);
  expect(statements[0]?.what.toLowerCase().startsWith(first?.text ?? '-')).toBe(true);
});

it('gives lists of numbers as they were, however large they are', () => {
  for (const lists of [[], [[]], [[1, 2], [], [3]], [[2 ** 16, 0], [7]]]) {
    const kept = new NumberLists(lists);
    expect(lists.map((_, place) => kept.at(place))).toEqual(lists);
  }
});
