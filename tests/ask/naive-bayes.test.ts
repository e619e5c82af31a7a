import { describe, expect, it } from 'vitest';
import { NaiveBayes, nothing } from '../../src/ask/answer/story/naive-bayes.ts';
import { wordsOf } from '../../src/ask/words/words.ts';

const listed = (asks: string, ...answers: string[]) => ({ words: wordsOf(asks), answers });
const bayes = new NaiveBayes([
  listed('How many cars left?', 'cars'),
  listed('Did the last cars drive off?', 'cars'),
  listed('Who drove to the border?', 'drive'),
  listed('Who broke the door?', 'door'),
  listed('Was the door broken?', 'door'),
  listed('What did the door cost?'),
  listed('Who says so?', 'a', 'b'),
]);

/** What answers most likely, and by how much it is ahead. */
function first(asks: string): [answer: string, ahead: number] {
  const [[answer = '', most = 0] = [], [, next = 0] = []] = [...bayes.scores(wordsOf(asks))].sort(
    ([, a], [, b]) => b - a,
  );
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
    const scores = bayes.scores(wordsOf('says so'));
    expect(scores.get('a')).toBe(scores.get('b'));
    expect(scores.get('a')).toBeGreaterThan(scores.get('cars') ?? 0);
  });

  it('is not told by words that were never seen: then the most asked is the likeliest', () => {
    expect(bayes.scores(wordsOf('cars zebra'))).toEqual(bayes.scores(wordsOf('cars')));
    expect(first('zebra')[0]).toBe('cars');
    expect(new NaiveBayes([]).scores(wordsOf('cars'))).toEqual(new Map());
  });
});
