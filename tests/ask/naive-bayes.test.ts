import { describe, expect, it } from 'vitest';
import { NaiveBayes, nothing } from '../../src/ask/answer/story/naive-bayes.ts';
import { wordsOf } from '../../src/ask/words/words.ts';

const listed = (asks: string, ...answers: string[]) => ({ words: wordsOf(asks), answers });
const bayes = new NaiveBayes([
  listed('Who drove to the border?', 'drive'),
  listed('How many cars left?', 'cars'),
  listed('Did the last cars drive off?', 'cars'),
  listed('Who broke the door?', 'door'),
  listed('Was the door broken?', 'door'),
  listed('What did the door cost?'),
  listed('Who says so?', 'a', 'b'),
]);

function scoresOf(asks: string, of = bayes): Map<string, number> {
  const scores = of.scores(wordsOf(asks));
  return new Map([...of.places].map(([answer, place]) => [answer, scores[place] ?? 0]));
}

/** What answers most likely, and by how much it is ahead. */
function first(asks: string): [answer: string, ahead: number] {
  const [[answer = '', most = 0] = [], [, next = 0] = []] = [...scoresOf(asks)].sort(([, a], [, b]) => b - a);
  return [answer, most - next];
}

describe('what most likely answers a question', () => {
  it.each([
    ['how many of the cars?', 'cars'],
    ['who was it that broke it', 'door'],
    ['what does it cost', nothing],
  ])('is told by its words: %s', (asks, answer) => {
    expect(first(asks)[0]).toBe(answer);
  });

  it('is told by neighbouring words, too: who drove, or what they drove', () => {
    expect(first('drove to')[0]).toBe('drive');
    const [[, apart], [, together]] = [first('cars the last'), first('the last cars')];
    expect(together).toBeGreaterThan(apart);
  });

  it('is shared by those that answer together', () => {
    const scores = scoresOf('says so');
    expect(scores.get('a')).toBe(scores.get('b'));
    expect(scores.get('a')).toBeGreaterThan(scores.get('cars') ?? 0);
  });

  it('is not told by words that were never seen: then the most asked is the likeliest', () => {
    expect(scoresOf('cars zebra')).toEqual(scoresOf('cars'));
    expect(first('zebra')[0]).toBe('cars');
    expect(scoresOf('cars', new NaiveBayes([]))).toEqual(new Map());
  });
});
