/** What is known of statements beside a question, before it is weighed. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rankStatements } from '../../src/ask/answer/rank/rank-statements.ts';
import { readQuestion } from '../../src/ask/answer/rank/read-question.ts';
import { namesOf, rowOf } from '../../src/ask/answer/rank/row.ts';
import { signStatements } from '../../src/ask/answer/rank/signs.ts';
import { StoryIndex } from '../../src/ask/answer/story/story-index.ts';
import { evenly } from '../../src/ask/answer/tell/sides.ts';
import { type Statement, type Story, StoryLibrary } from '../../src/story/index.ts';

let index: StoryIndex;

beforeAll(async () => {
  const library = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  index = new StoryIndex(library.find('albania-iran') as Story);
});

describe('names and numbers of the question that a statement does not have', () => {
  const strange = (asks: string, id: string) => {
    const signed = signStatements(index, readQuestion(index, asks, []));
    const { strangeNames, strangeNumbers } = signed.find(({ statement }) => statement.id === id)?.signs.words ?? {};
    return [strangeNames, strangeNumbers];
  };

  it('are counted', () => {
    expect(strange('Were diplomats expelled in 2018?', 'diplomats-expelled')).toEqual([0, 0]);
    expect(strange('Were diplomats expelled in 2016?', 'diplomats-expelled')).toEqual([0, 1]);
    expect(strange('Did Macron expel diplomats?', 'diplomats-expelled')).toEqual([0.5, 0]);
    expect(strange('Did Rama see evidence?', 'iran-behind-attack/rama')).toEqual([0, 0]);
  });
});

describe('what the listed questions tell together', () => {
  const signsOf = (asks: string, of = index) =>
    new Map(signStatements(of, readQuestion(of, asks, [])).map(({ statement, signs }) => [statement.id, signs.listed]));

  it('is how likely each statement answers, and how likely none does', () => {
    const signs = signsOf('Which dog breed was it?');
    const all = [...signs.values()].reduce((sum, { likely }) => sum + likely, 0);
    const { unlikely = 0 } = signs.get('attack') ?? {};
    expect(all + unlikely).toBeCloseTo(1);
    expect(unlikely).toBeGreaterThan(0.5);
  });

  it('puts the likeliest first, and the others behind it', () => {
    const signs = signsOf('How many people sat in the cars?');
    expect(signs.get('last-cars')?.likely).toBeGreaterThan(0.5);
    expect(signs.get('last-cars')?.likelyLead).toBe(1);
    const other = signs.get('attack/nato')?.likelyLead ?? 1;
    expect(other).toBeLessThan(1);
    expect(other).toBeGreaterThanOrEqual(0);
  });

  it('counts what is listed behind what was told, and that it asks the same', () => {
    const [told] = index.story.events;
    if (!told) throw new Error('the story tells nothing');
    const thenAsked = [{ asks: 'Any stamp collectors?', answers: ['cordon'], behind: told.id }];
    const of = new StoryIndex({ ...index.story, thenAsked });
    const signsBehind = (last: readonly Statement[]) =>
      signStatements(of, readQuestion(of, 'any stamp collectors', last)).find(
        ({ statement }) => statement.id === 'cordon',
      )?.signs.listed;
    expect(signsBehind([told])).toMatchObject({ same: 1, listedBehind: 0.25 });
    expect(signsBehind([])).toMatchObject({ same: 0, listedBehind: 0 });
  });

  it('is nothing where none are listed', () => {
    const none = { readersAsk: [], alsoAsked: [], notTold: [], thenAsked: [], openQuestions: [] };
    const signs = signsOf('How many people sat in the cars?', new StoryIndex({ ...index.story, ...none }));
    for (const { likely, likelyLead, unlikely } of signs.values())
      expect([likely, likelyLead, unlikely]).toEqual([0, 0, 0]);
  });
});

describe('how the best statement stands', () => {
  it('tells what the words that it does not have have been learnt to tell of it, apart from all others', () => {
    const reading = readQuestion(index, 'Which diplomats had a picnic?', []);
    const words = new Map([
      ['picnic', new Map([['=none', -50]])],
      ['diplomat', new Map([['=own', 30]])],
    ]);
    const candidates = rankStatements(index, reading, undefined, words);
    const [best] = candidates;
    const names = best ? namesOf(best) : [];
    const row = rowOf({ index, reading, candidates }, new Map());
    const numbers = ['learnt', 'learntWorst', 'learntOfMissing', 'learntWorstOfMissing', 'isBehind'];
    expect(best?.statement.id).toBe('diplomats-expelled');
    expect(numbers.map((name) => Number(row[names.indexOf(name)]?.toFixed(2)))).toEqual([-0.2, -0.5, -0.5, -0.5, 0]);
  });
});

describe('how well a statement answers', () => {
  it('is what the words have been learnt to tell of it, and what each sign counts', () => {
    const order = { share: 3, handle: 1, fit: -2, doer: 0.5, expected: 4, likely: -1 };
    const words = new Map([['car', new Map([['=own', 70]])]]);
    const reading = readQuestion(index, 'How many people sat in the cars?', []);
    for (const { score, signs } of rankStatements(index, reading, order, new Map())) {
      const { share, handle } = signs.words;
      const { fit, doer } = signs.matter;
      const { expected, likely } = signs.listed;
      expect(score).toBeCloseTo(3 * share + handle - 2 * fit + 0.5 * doer + 4 * expected - likely);
    }
    const [plain] = rankStatements(index, reading, order, new Map());
    const [learnt] = rankStatements(index, reading, order, words);
    expect((learnt?.score ?? 0) - (plain?.score ?? 0)).toBeCloseTo(0.7);
  });
});

describe('statements that are shown besides', () => {
  it('are as many as may be, no side without the other', () => {
    const ids = (most: number, ...of: string[]) =>
      evenly(
        index,
        of.flatMap((id) => index.byId.get(id) ?? []),
        most,
      ).map(({ id }) => id);
    const [side, other] = ['iran-behind-attack/rama', 'iran-behind-attack/iran-mfa'];
    expect(ids(3, 'attack', 'order', 'summit', 'movement')).toEqual(['attack', 'order', 'summit']);
    expect(ids(3, 'attack', 'order', side, 'summit')).toEqual(['attack', 'order', 'summit']);
    expect(ids(3, 'attack', side, 'summit')).toEqual(['attack', side, other]);
  });
});
