import { describe, expect, it } from 'vitest';
import { readAsked } from '../../src/ask/text/asked.ts';
import { Vocabulary } from '../../src/ask/text/vocabulary.ts';
import { wordsOf } from '../../src/ask/words/words.ts';

/** What the first word of a question meets in a text: by the text's words, how like they are. */
function partners(question: string, text: string): Record<string, number> {
  const vocabulary = new Vocabulary();
  const named = new Map(wordsOf(text).map((word) => [vocabulary.add(word), word.text]));
  const [first, second] = readAsked(question).words;
  if (!first) throw new Error(`${question} has no content word`);
  const { likeness } = vocabulary.partners(first, second);
  return Object.fromEntries([...likeness].map(([term, like]) => [named.get(term) ?? '', like]));
}

describe('a vocabulary', () => {
  it('knows the forms of a word', () => {
    expect(partners('expelled', 'Tirana expels diplomats')).toEqual({ expels: 1 });
    expect(partners('left', 'They leave')).toEqual({ leave: 1 });
  });

  it('takes related words, and words that begin alike, for less', () => {
    expect(partners('blame', 'They accuse Iran')['accuse']).toBeGreaterThan(0.2);
    expect(partners('blame', 'They accuse Iran')['accuse']).toBeLessThan(1);
    expect(partners('Albanian', 'Albania')['albania']).toBeGreaterThan(0.4);
    expect(partners('blame', 'The sea is calm')).toEqual({});
  });

  it('finds what is written apart in one and together in the other', () => {
    expect(Object.keys(partners('seagate', 'a sea gate'))).toEqual(['sea', 'gate']);
    expect(Object.keys(partners('the sea gate', 'a seagate'))).toEqual(['seagate']);
  });

  it('finds what a phrase means', () => {
    expect(partners('called off', 'The summit was cancelled')['cancelled']).toBeGreaterThan(0.5);
  });

  it('reads mistyped words, but not those that are words themselves', () => {
    expect(partners('frieghter', 'a freighter')).toEqual({ freighter: 0.8 });
    expect(partners('goats', 'the boats')).toEqual({});
  });

  it('knows opposites', () => {
    const vocabulary = new Vocabulary();
    const [closed] = wordsOf('closed').map((word) => vocabulary.add(word));
    const [open] = readAsked('open').words;
    expect(open && [...vocabulary.partners(open, undefined).opposites]).toEqual([closed]);
  });
});
