import { expect, test } from 'vitest';
import { idleActors } from '../../src/story/index.ts';
import { edited, load } from './fixture.ts';

/** The ids of the idle actors of the story with more of them, where the event says something else. */
function idle(actors: string, what = 'The bridge closed.', more = '') {
  const story = load(edited(['events:\n', `${actors}events:\n`], ['what: The bridge closed.', `what: ${what}${more}`]));
  return idleActors(story).map(({ id }) => id);
}

const council = '  council: { name: the Town Council, also_known_as: [councillors] }\n';
const guard = '  guard: { name: Per Ås, role: bridge guard }\n';

test('who is named nowhere is idle', () => {
  expect(idle('')).toEqual([]);
  expect(idle(council + guard)).toEqual(['council', 'guard']);
});

test.for([
  ['by name', council, 'The town council closed the bridge.', ''],
  ['by another name', council, 'It closed before the councillors met.', ''],
  ['by the last word of a name', guard, 'The bridge closed while Ås slept.', ''],
  ['by role', guard, 'The bridge guard closed it.', ''],
  ['as the doer', council, 'The bridge closed.', '\n    who: [council]'],
  ['as one for whom somebody speaks', `${council}  lind: { name: Ada Lund, speaks_for: council }\n`, 'Lund came.', ''],
] as const)('one who is named %s is not', ([, actors, what, more]) => {
  expect(idle(actors, what, more)).toEqual([]);
});

test('a name is no part of a word', () => {
  expect(idle('  ferry: { name: Ferry }\n', 'The ferryman closed it.')).toEqual(['ferry']);
});
