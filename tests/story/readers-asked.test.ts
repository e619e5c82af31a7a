import { describe, expect, test } from 'vitest';
import { parseAsked, type Story, withAsked } from '../../src/story/index.ts';
import { bridge, bytesOf, load } from './fixture.ts';

const file = 'bridge.asked.yaml';
const own = load(bridge);

/** What a file beside the story gives: what is wrong with it, a line each, and the story with the rest of it. */
function beside(text: string): { problems: string[]; story: Story } {
  const { story, problems } = withAsked(own, parseAsked(file, bytesOf(text)), () => text);
  return { story, problems: problems.map(({ line, column, message }) => `${line}:${column}: ${message}`) };
}

describe('what readers ask, beside a story', () => {
  test('is listed under what answers it, one wording or many, each once', () => {
    const { story, problems } = beside(
      'also_asked: { closing: [Is it OLD?, Why?], age: Is it old }\nnot_told: How long?\n',
    );
    expect(problems).toEqual([]);
    expect(story.alsoAsked).toEqual([
      { asks: 'Is it OLD?', answers: ['closing', 'age'] },
      { asks: 'Why?', answers: ['closing'] },
    ]);
    expect(story.notTold).toEqual(['How long?']);
  });

  test('is listed behind what was told, with what answers it or that nothing does', () => {
    const { story, problems } = beside(
      'then_asked:\n  closing:\n    safe: [Is that so?]\n    not_told: [Until when?, By whom?]\n',
    );
    expect(problems).toEqual([]);
    expect(story.thenAsked).toEqual([
      { asks: 'Is that so?', answers: ['safe'], behind: 'closing' },
      { asks: 'Until when?', answers: [], behind: 'closing' },
      { asks: 'By whom?', answers: [], behind: 'closing' },
    ]);
  });

  test('leaves the story as it is where the file is none', () => {
    for (const text of ['', 'also_asked: [', '[also_asked]', '# nothing yet\n']) {
      const { story, problems } = beside(text);
      expect(story).toEqual(own);
      expect(problems).toHaveLength(1);
    }
    expect(beside('# nothing yet\n').problems).toEqual(['1:1: the file holds no question']);
  });

  test('names a key that is none, with the nearest', () => {
    expect(beside('then_askd: {}\n').problems).toEqual([
      '1:1: there is no key ‘then_askd’ here; did you mean ‘then_asked’?',
    ]);
  });

  test('names what leads nowhere, with the nearest, and keeps the rest', () => {
    const unknown = (at: string) => `${at}: there is no statement or open question ‘agee’; did you mean ‘age’?`;
    const { story, problems } = beside(`also_asked:
  agee: Is it old?
  age: What age?
then_asked:
  agee: { age: Since when? }
  age: { agee: How old?, closing: Is it shut? }
`);
    expect(problems).toEqual([unknown('2:3'), unknown('5:3'), unknown('6:10')]);
    expect(story.alsoAsked).toEqual([{ asks: 'What age?', answers: ['age'] }]);
    expect(story.thenAsked).toEqual([{ asks: 'Is it shut?', answers: ['closing'], behind: 'age' }]);
  });

  test('is left out where it is wrong, and told with the rest of what is', () => {
    const { story, problems } = beside(`also_asked:
  age: [${'x'.repeat(151)}, Is it old?]
  closing: [Is it shut?]
then_asked:
  age: { closing: { why: not } }
  closing: { agee: Why?, age: How old? }
`);
    expect(problems).toEqual([
      '2:9: item 1 has 151 characters; at most 150 fit',
      '5:10: ‘closing’ wants a question, or a list of questions',
      '6:14: there is no statement or open question ‘agee’; did you mean ‘age’?',
    ]);
    expect(story.alsoAsked).toEqual([{ asks: 'Is it shut?', answers: ['closing'] }]);
    expect(story.thenAsked).toEqual([{ asks: 'How old?', answers: ['age'], behind: 'closing' }]);
  });

  test('is not listed as not told where it is told', () => {
    const both = (at: string, asks: string, by: string) => [
      `${at}: ‘${asks}’ is answered by ‘${by}’, too; keep one of the two`,
    ];
    const listed = (asks: string) => beside(`also_asked: { age: What age? }\nnot_told: [How long?, ${asks}]\n`);
    for (const [asks, by] of [
      ['what AGE?', 'age'],
      ['Is it safe?', 'safe'],
      ['Is the bridge safe?', 'safe'],
    ] as const) {
      expect(listed(asks).problems).toEqual(both('2:23', asks, by));
      expect(listed(asks).story.notTold).toEqual(['How long?']);
    }
    expect(listed('How old?').problems).toEqual([]);
    const behind = beside('then_asked: { age: { closing: Why?, not_told: why } }\n');
    expect(behind.problems).toEqual(both('1:47', 'why', 'closing'));
    expect(behind.story.thenAsked).toEqual([{ asks: 'Why?', answers: ['closing'], behind: 'age' }]);
    expect(beside('then_asked: { age: { closing: Why? }, closing: { not_told: why } }\n').problems).toEqual([]);
  });

  test('is no mistake where it is told and listed as not told, but gives a hint', () => {
    const hintsIn = (text: string) =>
      withAsked(own, parseAsked(file, bytesOf(text)), () => text).problems.map(({ isHint }) => isHint === true);
    expect(hintsIn('also_asked: { age: Why?, agee: How? }\nnot_told: Why?\n')).toEqual([false, true]);
    const many = (wrong: string) =>
      hintsIn(`also_asked:\n  age: Why?\nnot_told:\n${'  - Why?\n'.repeat(120)}then_asked:\n${wrong}`);
    expect(many('  age: { closing: How? }\n')).toEqual(Array(100).fill(true));
    expect(many('  agee: { closing: How? }\n').at(-1)).toBe(false); // the last stands for all that follow
  });
});
