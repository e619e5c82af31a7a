import { describe, expect, it } from 'vitest';
import { NearWords } from '../../src/ask/words/spelling.ts';

const vocabulary = ['embassy', 'attack', 'attach', 'minister', 'ministry', 'police', 'expelled', 'dog', 'rama'];

describe('the nearest word', () => {
  it.each([
    ['embasy', 'embassy'],
    ['embassay', 'embassy'],
    ['plice', 'police'],
    ['poilce', 'police'],
    ['expelld', 'expelled'],
    ['minsiter', 'minister'],
    ['dgo', 'dog'],
    ['expalzed', 'expelled'],
    ['polize', 'police'],
  ])('%s may be %s', (mistyped, meant) => {
    expect(new NearWords(vocabulary).nearest(mistyped)).toBe(meant);
  });

  it.each([
    ['staf', ['star', 'staff', 'stay', 'stafe'], 'staff'],
    ['ministre', ['ministry', 'minister'], 'minister'],
    ['forcd', ['force', 'forced'], 'forced'],
    ['leavve', ['leave', 'leaves'], 'leave'],
  ])('%s is the likeliest of %s', (mistyped, words, meant) => {
    expect(new NearWords(words).nearest(mistyped)).toBe(meant);
    expect(new NearWords(words.toReversed()).nearest(mistyped)).toBe(meant);
  });

  it('is the first of those that are as near, where that is wanted', () => {
    expect(new NearWords(vocabulary).nearest('attacc', true)).toBe('attack');
    expect(new NearWords(vocabulary).nearest('pulcie', true)).toBeUndefined();
  });

  it('may be one that came later', () => {
    const words = ['embassy'];
    const near = new NearWords(words);
    expect(near.nearest('plice')).toBeUndefined();
    words.push('police');
    expect(near.nearest('plice')).toBe('police');
  });

  it.each([
    ['attacc', 'two are as near'],
    ['pulcie', 'it has too many slips'],
    ['gog', 'it is too short to tell'],
    ['satellite', 'nothing is like it'],
  ])('%s is nothing: %s', (mistyped) => {
    expect(new NearWords(vocabulary).nearest(mistyped)).toBeUndefined();
  });
});
