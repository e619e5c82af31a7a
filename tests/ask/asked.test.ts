import { describe, expect, it } from 'vitest';
import { readAsked } from '../../src/ask/text/asked.ts';
import { hasMeasure } from '../../src/ask/text/measure.ts';

describe('a question', () => {
  it.each([
    ['Who opened the bridge?', 'person'],
    ['Which minister resigned?', 'person'],
    ['Where was the bridge built?', 'place'],
    ['What old city did the army lose?', 'place'],
    ['When did it open?', 'date'],
    ['In what year was it begun?', 'date'],
    ['How many boats sank?', 'number'],
    ['What was the price of the tickets?', 'number'],
    ['Why did the boats sink?', 'reason'],
    ['How did the boats sink?', 'manner'],
    ['What sank?', 'thing'],
    ['Did the boats sink?', 'yesno'],
    ['boats', 'thing'],
  ])('%s asks for a %s', (text, kind) => {
    expect(readAsked(text).kind).toBe(kind);
  });

  it.each([
    ['What year was it begun?', 'year', 'It was begun in 1907.', 'It was begun 20 years ago.'],
    ['How long did it burn?', 'duration', 'It burned for two hours.', 'It burned at noon.'],
    ['How much did the bridge cost?', 'money', 'It cost £40.', 'It cost 40 lives.'],
    ['What percentage of boats sank?', 'share', 'Some 12% sank.', 'Some 12 sank.'],
  ] as const)('%s wants a %s', (text, measure, has, hasNot) => {
    expect(readAsked(text).measure).toBe(measure);
    expect(hasMeasure(has, measure)).toBe(true);
    expect(hasMeasure(hasNot, measure)).toBe(false);
  });

  it('wants no measure where it names none', () => {
    expect(readAsked('How much did the minister say about years past?').measure).toBeUndefined();
  });

  it('has each content word once, and the function words that tell something', () => {
    const { words, functionWords } = readAsked('Who was in the boat before the boats were sunk?');
    expect(words.map(({ text }) => text)).toEqual(['boat', 'sunk']);
    expect([...functionWords]).toEqual(['in', 'the', 'before']);
  });

  it('knows what a phrase means', () => {
    const [word] = readAsked('Why was it called off?').words;
    expect(word?.meanings).toContain('cancel');
  });

  it('notices that it is negated', () => {
    expect(readAsked('Who did not sink?').isNegated).toBe(true);
    expect(readAsked('Who sank?').isNegated).toBe(false);
  });
});
