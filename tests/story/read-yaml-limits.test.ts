import { describe, expect, test } from 'vitest';
import { problemsOf } from './fixture.ts';

const mark = 'is read by YAML as a mark, not as text; put the text in quotation marks';

describe('a file that would take long', () => {
  const deep = 'the file is nested too deeply';

  test('an alias bomb is refused without being set off', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
    const bomb = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => level(name, `*${'abcdefgh'[index]}`));
    const problems = problemsOf(`${level('a', 'lol')}${bomb.join('')}`);
    expect(problems[0]).toBe(`bridge.yaml:1:7: ‘&a’ ${mark}`);
    expect(problems[2]).toMatch(/^bridge\.yaml:2:\d+: ‘\*a’ .* \(and 8 more on this line\)$/);
    expect(problems).toHaveLength(9 + 8);
  });

  test.each([
    ['a dozen and more lists', '- '.repeat(14), `1:27: ${deep}`],
    [
      'a dozen and more maps',
      Array.from({ length: 14 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
      `14:14: ${deep}`,
    ],
  ])('%s within each other are too deep', (_what, text, problem) => {
    expect(problemsOf(`${text} x\n`)).toEqual([`bridge.yaml:${problem}`]);
  });

  test.each(['[', '{a: ', '- ', '? '])('thousands of ‘%s’ are too deep', (open) => {
    const problems = problemsOf(open.repeat(8_000));
    expect(problems).not.toEqual([]);
    for (const problem of problems) expect(problem).toMatch(/^bridge\.yaml:1:\d+: the file is nested too deeply/);
  });

  test.each([
    [
      'unknown keys',
      Array.from({ length: 20_000 }, (_, index) => `k${index}: b\n`).join(''),
      100,
      / \(and 19907 more problems\)$/,
    ],
    [
      'keys that stand twice',
      'a: b\n'.repeat(20_000),
      1,
      / \(also in lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 19988 more\)$/,
    ],
    ['quotation marks on one line', '"'.repeat(40_000), 1, / \(and 19998 more on this line\)$/],
  ])(
    'tens of thousands of %s are counted, and no more than a hundred told, within the time of a few',
    (_what, text, told, counted) => {
      const problems = problemsOf(text);
      expect(problems).toHaveLength(told);
      expect(problems.at(-1)).toMatch(counted);
    },
    5_000,
  );
});
