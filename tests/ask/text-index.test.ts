import { describe, expect, it } from 'vitest';
import { TextIndex } from '../../src/ask/text/text-index.ts';

const texts = [
  'The harbour of Brackwater was closed on Monday after a freighter had run aground.',
  'Captain Ines Aldave said that the rudder had failed.',
  'The port authority denied it and blamed the fog.',
  'About 40 people were taken off the ship by helicopter.',
  'Mayor Tomas Ruun called off the lantern festival.',
  'It was to begin on 3 May and draws some 9,000 visitors a year.',
  'Divers found no oil in the water.',
];
const index = new TextIndex(texts.map((text, n) => ({ id: `s${n}`, text })));
const first = (question: string) => index.rank(question)[0];

describe('a text index', () => {
  it.each([
    ['When was the harbor shut?', 's0'],
    ['What did the captain say about the rudder?', 's1'],
    ['Who blamed the fog?', 's2'],
    ['How many people were rescued?', 's3'],
    ['Who cancelled the festival?', 's4'],
    ['When was the festival to begin?', 's5'],
    ['Was oil found?', 's6'],
    ['what did the diver find', 's6'],
    ['lantern festval', 's4'],
  ])('%s', (question, id) => {
    expect(first(question)?.id).toBe(id);
  });

  it('names the words that an answer lacks', () => {
    expect(first('Did the captain apologise to the mayor of Brackwater?')?.missing).toContain('apologise');
    expect(first('Did divers find oil?')?.missing).toEqual([]);
  });

  it('is surer of what the text tells than of what it does not', () => {
    const told = ['When was the harbour closed?', 'How many people were taken off the ship?', 'Did divers find oil?'];
    const untold = [
      'Who won the election in Norway?',
      'How much did the painting cost?',
      'What did the pope say about hunger?',
    ];
    const sure = (question: string) => first(question)?.confidence ?? 0;
    expect(Math.min(...told.map(sure))).toBeGreaterThan(Math.max(...untold.map(sure)));
  });

  it('is less sure when a question turns the text round', () => {
    const sure = (question: string) => first(question)?.confidence ?? 0;
    expect(sure('When was the harbour opened?')).toBeLessThan(sure('When was the harbour closed?'));
    expect(sure('Did 70 people leave the ship by helicopter?')).toBeLessThan(
      sure('Did 40 people leave the ship by helicopter?'),
    );
  });

  it('keeps confidence between 0 and 1, and scores falling', () => {
    const hits = index.rank('Who said what about the ship in Brackwater?');
    expect(hits).toHaveLength(texts.length);
    for (const [n, { confidence, score }] of hits.entries()) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(score).toBeLessThanOrEqual(hits[n - 1]?.score ?? Number.POSITIVE_INFINITY);
    }
  });

  it('counts further words of a unit, though less than its own', () => {
    const units = [
      { id: 'own', text: 'Tehran denied the attack.' },
      { id: 'also', text: 'The ministry denied the attack.', also: 'Tehran' },
      { id: 'none', text: 'The ministry denied the attack.' },
    ];
    const hits = new TextIndex(units).rank('What did Tehran deny?');
    expect(hits.map(({ id }) => id)).toEqual(['own', 'also', 'none']);
  });

  it('gives the same answer twice, at most as many as wanted, and none to a question without content', () => {
    expect(index.rank('Who blamed the fog?', 3)).toEqual(index.rank('Who blamed the fog?', 3));
    expect(index.rank('Who blamed the fog?', 3)).toHaveLength(3);
    for (const nothing of ['', '?!', 'what was it and why?', '🐕']) expect(index.rank(nothing)).toEqual([]);
    expect(new TextIndex([]).rank('Who blamed the fog?')).toEqual([]);
  });

  it('reads a word anew beside another one', () => {
    const units = [
      { id: 'boat', text: 'A lifeboat left the harbour.' },
      { id: 'other', text: 'A ferry left the harbour.' },
    ];
    const of = new TextIndex(units);
    expect(of.rank('the life jacket')[0]?.missing).toContain('life');
    expect(of.rank('the life boat')[0]).toMatchObject({ id: 'boat', missing: [] });
    expect(of.rank('the life jacket')[0]?.missing).toContain('life');
  });

  it('is as sure of the only unit as one can be', () => {
    const [only] = new TextIndex([{ id: 'only', text: 'Divers found no oil in the water.' }]).rank(
      'Did divers find oil?',
    );
    expect(only?.confidence).toBeGreaterThan(0.5);
    expect(only?.confidence).toBeLessThan(1);
  });

  it('stands 10,000 characters', () => {
    expect(index.rank('harbour festival '.repeat(600)).length).toBeGreaterThan(0);
  });
});
