/** Who does something and to whom it is done, in questions and in statements. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/ask/answer/rank/read-question.ts';
import { doerFit, undergoerFit } from '../../src/ask/answer/rank/roles-fit.ts';
import { actorsOf } from '../../src/ask/answer/story/doers.ts';
import { StoryIndex } from '../../src/ask/answer/story/story-index.ts';
import { placedWordsOf, type Word, wordsOf } from '../../src/ask/words/words.ts';
import { type Statement, type Story, StoryLibrary } from '../../src/story/index.ts';

let index: StoryIndex;

beforeAll(async () => {
  const library = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  index = new StoryIndex(library.find('albania-iran') as Story);
});

const statement = (id: string) => index.byId.get(id) as Statement;
const read = (question: string, last: readonly string[] = []) => readQuestion(index, question, last.map(statement));

describe('whom a text names by a role', () => {
  it.each([
    ['The prime minister resigned, and so did the prime minister of Greece.', 1],
    ['The prime minister said so. A minister of Greece denied it.', 1],
    ['The prime minister of Greece met another minister.', 1],
    ['The prime minister of Greece met the prime minister.', 1],
    ['The prime minister of Greece resigned.', 0],
  ])('is told place by place: %s', (text, count) => {
    for (const words of [wordsOf(text), placedWordsOf(text)])
      expect(index.names.mentionsIn<Word>(words).filter(({ actor }) => actor.name === 'Edi Rama')).toHaveLength(count);
  });
});

describe('the roles of those whom a question names', () => {
  it.each([
    ['Did Albania expel Iran?', 'albania-government', 'iran-government'],
    ['When will NATO help Albania?', 'nato', 'albania-government'],
    ['Was Iran condemned by NATO?', 'nato', 'iran-government'],
    ['Has Iran been condemned?', undefined, 'iran-government'],
    ['Is Iran a member of the alliance?', 'iran-government', undefined],
    ['Who condemned Iran?', undefined, 'iran-government'],
    ['Who did Albania expel?', 'albania-government', undefined],
    // What is somebody's is not that one.
    ['Did Iran’s embassy close?', undefined, undefined],
    ['What about Iran?', undefined, undefined],
  ])('are read: %s', (question, doer, undergoer) => {
    const { roles } = read(question);
    expect([roles.doer?.id, roles.undergoer?.id]).toEqual([doer, undergoer]);
  });

  it('are those of whom a pronoun means', () => {
    expect(read('Did they hack Albania?', ['attack/nato']).roles).toMatchObject({
      doer: { id: 'nato' },
      undergoer: { id: 'albania-government' },
    });
    expect(read('Who condemned them?', ['mek-arrival']).roles.undergoer?.id).toBe('albania-government');
  });
});

describe('a statement beside the roles of a question', () => {
  const fits = (question: string, id: string) => {
    const { roles } = read(question);
    const [each, named] = [statement(id), index.namedIn(statement(id))];
    const doers = actorsOf(each);
    return [doerFit(doers, named, roles), undergoerFit(doers, named, roles)];
  };

  it('fits where the same does it, and speaks against it where another does', () => {
    expect(fits('Did Albania expel the diplomats?', 'diplomats-expelled')[0]).toBe(1);
    expect(fits('Did NATO expel the diplomats?', 'diplomats-expelled')[0]).toBe(-1);
    expect(fits('Is Albania a member?', 'nato-member')[0]).toBe(1);
    expect(fits('Is Iran a member?', 'nato-member')[0]).toBe(-1);
    expect(fits('When was the attack?', 'attack')).toEqual([0, 0]);
  });

  it('speaks against it where it is done to another, or by that one', () => {
    expect(fits('Did Iran take in the MEK?', 'mek-arrival')).toEqual([-1, 1]);
    expect(fits('Was Albania expelled?', 'diplomats-expelled')[1]).toBe(-1);
  });
});
