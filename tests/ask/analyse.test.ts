import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/ask/answer/question/analyse.ts';

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
    ['did NATO say anything', 'words'],
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

  it.each([
    ['What did the search cost?', 'isMoney'],
    ["What's the mayor's salary?", 'isMoney'],
    ['What percentage voted?', 'isShare'],
    ['How old is the bridge?', 'isAge'],
  ] as const)('takes %s for a question about a figure: %s', (question, feature) => {
    const asked = analyse(question);
    expect(asked.for).toBe('how many');
    expect(asked[feature]).toBe(true);
  });

  it('tells what will be from what has been', () => {
    expect(analyse('When will the bridge open?')).toMatchObject({ isFuture: true, isPast: false });
    expect(analyse('When did the bridge open?')).toMatchObject({ isFuture: false, isPast: true });
    expect(analyse('What happened at the bridge?').isPast).toBe(true);
  });

  it.each([
    ['Who was thrown out?', true],
    ['Who did they arrest?', true],
    ['Who has been fined?', true],
    ['Who threw them out?', false],
    ['Who was behind it?', false],
    ['Who is the prime minister?', false],
  ])('knows whether somebody is asked for to whom it was done: %s', (question, isUndergoing) => {
    expect(analyse(question).isUndergoing).toBe(isUndergoing);
  });
});
