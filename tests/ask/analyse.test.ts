import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/ask/answer/analyse.ts';

describe('what a question asks for', () => {
  it.each([
    ['When was the attack?', 'when'],
    ['what year did they arrive', 'when'],
    ['the attack was when?', 'when'],
    ['Where did the staff go?', 'where'],
    ['embassy location', 'where'],
    ['who forced the door', 'who'],
    ['Which ministry denied it?', 'who'],
    ['How many people were aboard?', 'how many'],
    ['number of passengers', 'how many'],
    ['how tall is the tower', 'how many'],
    ['How long did they have to leave?', 'how long'],
    ['Why was the summit cancelled?', 'why'],
    ['how come they left', 'why'],
    ['What did Rama say?', 'words'],
    ['rama quotes', 'words'],
    ['How did NATO react?', 'words'],
    ['Was Iran behind the attack?', 'whether'],
    ['and did they leave?', 'whether'],
    ['was anybody inside when the agents came?', 'whether'],
    ['did Rama say when it began?', 'when'],
    ['timeline of the embassy', 'overview'],
    ['what happened?', 'overview'],
    ['What did the attack take down?', 'what'],
    ['dog?', 'what'],
  ])('%s → %s', (question, kind) => {
    expect(analyse(question).for).toBe(kind);
  });

  it('tells what is counted', () => {
    expect(analyse('How many officers entered the building?').counted.map(({ text }) => text)).toEqual([
      'officers',
      'entered',
      'building',
    ]);
    expect(analyse('How many of the officers were there?').counted.map(({ text }) => text)).toEqual(['officers']);
  });

  it('makes words that only ask count for little', () => {
    const shares = new Map(
      analyse('On what day did the attack happen?').words.map(({ word, share }) => [word.text, share]),
    );
    expect(shares.get('attack')).toBe(1);
    expect(shares.get('day')).toBeLessThan(0.5);
    expect(shares.has('happen')).toBe(false);
  });

  it('reads a phrase as what it means', () => {
    const [phrase] = analyse('Did they kick the diplomats out?').words;
    expect(phrase?.word.meanings).toContain('expel');
  });

  it('tells a question about money, about where something stands, and about a claim', () => {
    expect(analyse('How much did the repair cost?').isMoney).toBe(true);
    expect(analyse('How much rain fell?').isMoney).toBe(false);
    expect(analyse('Where is the embassy?').isStanding).toBe(true);
    expect(analyse('Where did it happen?').isStanding).toBe(false);
    expect(analyse('Who says that it was Iran?').isClaim).toBe(true);
    expect(analyse('Who did it?').isClaim).toBe(false);
  });
});
