import { describe, expect, it } from 'vitest';
import { keeping } from '../../src/ask/words/keeping.ts';

describe('what is kept', () => {
  it('is read once, until there is too much of it: then all is read anew', () => {
    const read: string[] = [];
    const lengthOf = keeping(2, (text) => {
      read.push(text);
      return text.length;
    });
    expect(['one', 'three', 'one', 'three'].map((text) => lengthOf(text))).toEqual([3, 5, 3, 5]);
    expect(read).toEqual(['one', 'three']);
    expect(lengthOf('seventeen')).toBe(9);
    expect(lengthOf('seventeen')).toBe(9);
    expect(lengthOf('one')).toBe(3);
    expect(read).toEqual(['one', 'three', 'seventeen', 'one']);
  });
});
