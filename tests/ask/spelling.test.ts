import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../src/ask/words/spelling.ts';

const vocabulary = ['embassy', 'attack', 'attach', 'minister', 'ministry', 'police', 'expelled', 'dog', 'rama'];

describe('the nearest word', () => {
  it.each([
    ['embasy', 'embassy'],
    ['embassay', 'embassy'],
    ['plice', 'police'],
    ['poilce', 'police'],
    ['expelld', 'expelled'],
    ['minsiter', 'minister'],
  ])('%s may be %s', (mistyped, meant) => {
    expect(nearestWord(mistyped, vocabulary)).toBe(meant);
  });

  it.each([
    ['ministre', 'two are as near'],
    ['pulcie', 'it has too many slips'],
    ['gog', 'it is too short to tell'],
    ['satellite', 'nothing is like it'],
  ])('%s is nothing: %s', (mistyped) => {
    expect(nearestWord(mistyped, vocabulary)).toBeUndefined();
  });
});
