/** In which order an answer shows the sides of a contested matter. */
import { expect, test } from 'vitest';
import { newAsker } from './asking.ts';
import { messageOf, openStories, textOf } from './typing.ts';

const { say } = await newAsker(await openStories());

test.for([
  ['/ask albania-iran who denied it', 'Iran’s Foreign Ministry denied', 'Rama said that there was'],
  ['/ask albania-iran was iran behind the attack', 'Rama said that there was', 'Iran’s Foreign Ministry denied'],
] as const)('%s', async ([asked, first, second]) => {
  const text = textOf(messageOf(await say(asked))).replaceAll("'", '’');
  expect(text.indexOf(first)).toBeGreaterThan(-1);
  expect(text.indexOf(second)).toBeGreaterThan(text.indexOf(first));
});

test('whoever is asked what they say comes first', async () => {
  const text = textOf(messageOf(await say('/ask albania-iran what does Iran say?')));
  expect(text.indexOf('denied in a statement')).toBeGreaterThan(-1);
  expect(text.indexOf('undeniable evidence')).toBeGreaterThan(text.indexOf('denied in a statement'));
});
