import { describe, expect, test } from 'vitest';
import { edited, load, problemsOf } from './fixture.ts';

type Edit = readonly [from: string, to: string];
const position = '        evidence: 2 the mayor said so\n';
const by = (actor: string, stance: string, more = '') =>
  `      - actor: ${actor}\n        stance: ${stance}\n        what: ${actor} said so.\n${more}${position}`;
const builder: Edit = ['  mayor:', '  builder: { name: builder }\n  mayor:'];
const inShort = (typed: string): Edit => ['[closing]', typed];
const answered = (...positions: readonly string[]): Edit => [position, `${position}${positions.join('')}`];
const because = (ref: string): Edit => ['what: The bridge closed.', `what: The bridge closed.\n    because: ${ref}`];
const denied = answered(by('builder', 'denies'));
/** The sentence, with the pairs that would be right. */
function owed(id: string, ...denials: readonly string[]) {
  const why =
    id === 'closing' ? 'gives the open question ‘safe’ as its cause' : 'is one side of the open question ‘safe’';
  const pairs = ['safe/builder', ...denials].map((denial) => `[${id}, ${denial}]`).join(' or ');
  return `‘${id}’ ${why}, so the other statement in short is a denial of it: ${pairs}; or name a statement that takes no side`;
}

describe('what rests on an open question stands in short only beside its denial', () => {
  test('a position does', () => {
    expect(problemsOf(edited(builder, denied, inShort('[safe/mayor]')))).toEqual([
      `bridge.yaml:6:12: ${owed('safe/mayor')}`,
    ]);
    expect(problemsOf(edited(builder, denied, inShort('[closing, safe/mayor]')))).toEqual([
      `bridge.yaml:6:21: ${owed('safe/mayor')}`,
    ]);
    expect(problemsOf(edited(builder, denied, inShort('[safe/mayor, safe/builder]')))).toEqual([]);
  });

  test('an event does that has the question, or an answer to it, as its cause', () => {
    for (const cause of ['safe', 'safe/mayor', '[age, safe]']) {
      expect(problemsOf(edited(builder, denied, because(cause)))).toEqual([`bridge.yaml:6:12: ${owed('closing')}`]);
      expect(problemsOf(edited(builder, denied, because(cause), inShort('[safe/builder, closing]')))).toEqual([]);
    }
    expect(problemsOf(edited(builder, denied, because('age')))).toEqual([]);
  });

  test('an event and the side that it rests on are told of both, each with the pair that would be right', () => {
    expect(problemsOf(edited(builder, denied, because('safe'), inShort('[closing, safe/mayor]')))).toEqual([
      `bridge.yaml:6:12: ${owed('closing')}`,
      `bridge.yaml:6:21: ${owed('safe/mayor')}`,
    ]);
    for (const pair of ['[closing, safe/builder]', '[safe/mayor, safe/builder]'])
      expect(problemsOf(edited(builder, denied, because('safe'), inShort(pair)))).toEqual([]);
  });

  test('a denial alone does not', () => {
    expect(problemsOf(edited(builder, denied, inShort('[safe/builder]')))).toEqual([]);
  });

  test('nor anything where nobody denies it, or nobody does any more', () => {
    expect(problemsOf(edited(builder, answered(by('builder', 'doubts')), inShort('[safe/mayor]')))).toEqual([]);
    const withdrawn = answered(by('builder', 'denies', '        withdrawn: 2024-05-03\n'));
    expect(problemsOf(edited(builder, withdrawn, inShort('[safe/mayor]')))).toEqual([]);
  });

  test('where several deny it, any of them will do', () => {
    const several = answered(by('builder', 'denies'), by('mayor', 'denies', '        id: mayor-again\n'));
    expect(problemsOf(edited(builder, several, inShort('[safe/mayor]')))).toEqual([
      `bridge.yaml:6:12: ${owed('safe/mayor', 'safe/mayor-again')}`,
    ]);
    expect(problemsOf(edited(builder, several, inShort('[safe/mayor, safe/mayor-again]')))).toEqual([]);
  });
});

test('in short is in the order of the file', () => {
  const { inShort: found } = load(edited(builder, denied, inShort('[safe/builder, safe/mayor]')));
  expect(found.map(({ id }) => id)).toEqual(['safe/builder', 'safe/mayor']);
});
