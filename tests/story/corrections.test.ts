import { describe, expect, test } from 'vitest';
import { bridge, edited, load, problemsOf } from './fixture.ts';

type Fields = Record<string, string>;
const correction = (fields: Fields) => {
  const all = {
    when: '2024-05-03',
    statement: 'age',
    was: 'The bridge is new.',
    why: 'It is not.',
    evidence: '3 the bridge is old',
    ...fields,
  };
  return Object.entries(all)
    .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`)
    .join('');
};
const corrected = (...list: readonly Fields[]) => `${bridge}corrections:\n${list.map(correction).join('')}`;
const later = ['published: 2024-05-02', 'published: 2024-05-02\n  later:\n    published: 2024-05'] as const;
const named = [
  ['1 The bridge', 'report 1 The bridge'],
  ['2 the mayor', 'report 2 the mayor'],
  ['3 the bridge', 'report 3 the bridge'],
] as const;

describe('what replaced the words of then', () => {
  test('is what the statement says today', () => {
    expect(load(corrected({})).corrections).toMatchObject([
      { when: '2024-05-03', field: 'what', was: 'The bridge is new.', now: 'The bridge is old.', why: 'It is not.' },
    ]);
  });

  test('is what the next correction of the same words says, whatever their order in the file', () => {
    const list = [
      { when: '2024-05-09', was: 'The bridge is older.' },
      { when: '2024-05-05' },
      { when: '2024-05-07', was: 'The bridge is newish.' },
    ];
    const { corrections, facts } = load(corrected(...list));
    expect(corrections.map(({ when, now }) => [when, now])).toEqual([
      ['2024-05-05', 'The bridge is newish.'],
      ['2024-05-07', 'The bridge is older.'],
      ['2024-05-09', 'The bridge is old.'],
    ]);
    expect(facts[0]?.corrections).toEqual(corrections);
  });

  test('may be a date or a place', () => {
    const closing = { statement: 'closing', evidence: '1 The bridge closed today' };
    const place = edited(['what: The bridge closed.', 'what: The bridge closed.\n    where: Skarn']);
    const typed = [
      { ...closing, field: 'when', was: '2024-04-30' },
      { ...closing, field: 'where', was: 'Skarnes' },
    ];
    const { corrections } = load(`${place}corrections:\n${typed.map(correction).join('')}`);
    expect(corrections.map(({ field, was, now }) => [field, was, now])).toEqual([
      ['when', '2024-04-30', '2024-05-01'],
      ['where', 'Skarnes', 'Skarn'],
    ]);
  });

  test('may belong to a position', () => {
    const { corrections } = load(corrected({ statement: 'safe/mayor', was: 'Ada Lind said no.' }));
    expect(corrections).toMatchObject([{ statement: 'safe/mayor', now: 'Mayor Ada Lind said so.' }]);
  });
});

describe('a correction is refused', () => {
  test.each([
    [
      'that changes nothing',
      { was: 'The bridge is old.' },
      '34:10',
      '`was` is what the statement still says; change the statement to what is right',
    ],
    [
      'of what the statement does not have',
      { field: 'where', was: 'Oslo' },
      '37:12',
      '‘age’ has no `where` to correct',
    ],
    [
      'from before the statement was reported',
      { when: '2024-05-01' },
      '32:11',
      'the statement was first reported later, on 2024-05-02',
    ],
    ['that was made in a month', { when: '2024-06' }, '32:11', '‘2024-06’ is no day; write it as 2022-09-08'],
    [
      'of a date that was none',
      { statement: 'closing', field: 'when', was: 'last week' },
      '34:10',
      '‘last week’ is no date; a corrected date was one',
    ],
  ])('%s', (_why, fields, at, message) => {
    const found = problemsOf(corrected(fields));
    expect(found).toContain(`bridge.yaml:${at}: ${message}`);
  });

  test('of a statement that was withdrawn and keeps its words: that alone tells it', () => {
    const of = (was: string) => correction({ statement: 'safe/mayor', was });
    const fact = edited(['what: The bridge is old.', 'what: The bridge is old.\n    withdrawn: 2024-05-04']);
    const answer = edited([
      'what: Mayor Ada Lind said so.',
      'what: Mayor Ada Lind said so.\n        withdrawn: 2024-05-04',
    ]);
    const tells = '`was` is what the statement still says; leave the correction out: `withdrawn` tells that it is gone';
    expect(problemsOf(`${fact}corrections:\n${correction({ was: 'The bridge is old.' })}`)).toEqual([
      `bridge.yaml:35:10: ${tells}, and \`updated_by\` may name what tells why`,
    ]);
    expect(problemsOf(`${answer}corrections:\n${of('Mayor Ada Lind said so.')}`)).toEqual([
      `bridge.yaml:35:10: ${tells}`,
    ]);
    expect(problemsOf(`${answer}corrections:\n${of('Ada Lind said no.')}`)).toEqual([]);
  });

  test('that came before its report could be known', () => {
    const text = `${edited(later, ...named)}corrections:\n${correction({ when: '2024-05-30', evidence: 'later 1 the bridge is old' })}`;
    expect(problemsOf(text)).toEqual(['bridge.yaml:34:11: its report ‘later’ was published later, on 2024-05-31']);
    expect(problemsOf(text.replace('2024-05-30', '2024-05-31'))).toEqual([]);
  });
});
