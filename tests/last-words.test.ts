import { expect, test } from 'vitest';
import { lastWords } from '../src/last-words.ts';
import { OperatorProblem } from '../src/operator/index.ts';

test('the last words on what the operator can mend are its sentence alone', () => {
  expect(lastWords(new OperatorProblem('Set PORT.', { cause: new Error('in use') }))).toBe('Set PORT.');
});

test('those on any other error tell where it broke, also where it has a cause', () => {
  expect(lastWords(new Error('fetch failed', { cause: new Error('reset') }))).toMatch(/^Error: fetch failed\n +at /);
  expect(lastWords('nothing to read')).toBe('nothing to read');
});
