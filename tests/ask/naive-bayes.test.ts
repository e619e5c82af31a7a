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

  it('is told by what was told before, where it is asked behind that, and by the words together with it', () => {
    const behind = (asks: string, told: string, ...answers: string[]) => ({
      ...listed(asks, ...answers),
      behind: [told],
    });
    const talking = new NaiveBayes([
      behind('Who was that?', 'door', 'agents'),
      behind('Who was that?', 'cars', 'drive'),
      behind('And then?', 'door', 'dog'),
      behind('What did it cost?', 'door'),
    ]);
    const likeliest = (asks: string, told?: string) => {
      const scores = talking.scores(wordsOf(asks), told);
      return [...talking.places].toSorted(([, a], [, b]) => (scores[b] ?? 0) - (scores[a] ?? 0))[0]?.[0];
    };
    expect(likeliest('who was it', 'cars')).toBe('drive');
    expect(likeliest('who was it', 'door')).toBe('agents');
    expect(likeliest('then what', 'door')).toBe('dog');
    expect(likeliest('the costs?', 'door')).toBe(nothing);
    expect(likeliest('zebra', 'cars')).toBe('drive');
    // Behind what nothing is listed for, the words alone tell.
    expect(likeliest('and then', 'elsewhere')).toBe(likeliest('and then'));
  });

  it('is told by a word and what was told together, where neither tells alone', () => {
    const talking = new NaiveBayes(
      [
        ['Who?', 'cars', 'a'],
        ['When?', 'cars', 'b'],
        ['Who?', 'door', 'b'],
        ['When?', 'door', 'a'],
      ].map(([asks = '', told = '', answer = '']) => ({ ...listed(asks, answer), behind: [told] })),
    );
    const ahead = (asks: string, told: string) => {
      const scores = talking.scores(wordsOf(asks), told);
      return (scores[talking.places.get('a') ?? 0] ?? 0) - (scores[talking.places.get('b') ?? 0] ?? 0);
    };
    expect(ahead('who', 'cars')).toBeGreaterThan(0.1);
    expect(ahead('when', 'door')).toBeGreaterThan(0.1);
    expect(ahead('who', 'door')).toBeLessThan(-0.1);
    expect(ahead('when', 'cars')).toBeLessThan(-0.1);
  });

  it('is not told by words that were never seen: then the most asked is the likeliest', () => {
    expect(scoresOf('cars zebra')).toEqual(scoresOf('cars'));
    expect(first('zebra')[0]).toBe('cars');
    expect(scoresOf('cars', new NaiveBayes([]))).toEqual(new Map());
  });
});
