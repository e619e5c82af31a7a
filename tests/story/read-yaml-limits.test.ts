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
    expect(problems).toHaveLength(9 + 8 * 9);
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
    ['unknown keys', Array.from({ length: 20_000 }, (_, index) => `k${index}: b\n`).join(''), 20_007],
    ['keys that stand twice', 'a: b\n'.repeat(20_000), 19_999],
    ['quotation marks on one line', '"'.repeat(40_000), 19_999],
  ])(
    'tens of thousands of %s are counted, and the first hundred told, within the time of a few',
    (_what, text, count) => {
      const problems = problemsOf(text);
      expect(problems).toHaveLength(100);
      expect(problems.at(-1)).toMatch(new RegExp(` \\(and ${count - 100} more problems\\)$`));
    },
    5_000,
  );
});
