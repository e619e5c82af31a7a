/** The short answer to “how much?” and “how old?” */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/ask/answer/question/analyse.ts';
import { amountIn } from '../../src/ask/answer/tell/amount.ts';

function amount(question: string, what: string): string | undefined {
  const point = amountIn({ what }, { question, asked: analyse(question) });
  return point?.kind === 'figure' ? point.text : undefined;
}

describe('how much', () => {
  it('is the only amount of the sentence beside how long', () => {
    const fine = 'The panel banned the captain for two years and fined the club £250,000.';
    expect(amount('How much was the club fined?', fine)).toBe('£250,000');
    expect(amount('and by how much', 'Fares rose by 6% within a year.')).toBe('6%');
  });

  it('is none where it counts something, where several could be meant, and of what did not happen', () => {
    expect(amount('How much rain fell?', 'The storm did damage of £2 million.')).toBeUndefined();
    expect(amount('How much did she pay?', 'She paid £20 of the £50 that he asked for.')).toBeUndefined();
    expect(amount('How much is rice now?', 'Rice went up from 48 to 71 pesos a kilo.')).toBeUndefined();
    expect(amount('How much did he pay?', 'He refused to pay £2 million.')).toBeUndefined();
  });
});

describe('how old', () => {
  it.each([
    ['Robbie Hale is 29 years old and has played 214 matches.', '29 years old'],
    ['A girl eleven days old was saved.', 'eleven days old'],
    ['Mardov, 41, has worked for the paper since 2012.', '41'],
    ['The police arrested a man, aged 34, in the harbour.', 'aged 34'],
    ['The bone is about 2,300 years old.', '2,300 years old'],
  ])('%s', (what, age) => {
    expect(amount('How old?', what)).toBe(age);
  });

  it('is none where it is another figure, or may be another one’s age', () => {
    expect(amount('How old is the mine?', 'A fire in the mine killed 22.')).toBeUndefined();
    expect(amount('How old is the bridge?', 'The bridge was free of charge for thirty years.')).toBeUndefined();
    expect(amount('How old is Ada?', 'Karen is 44 years old, Ada 31.')).toBeUndefined();
    expect(amount('How old are they?', 'Two students, aged 20 and 22, were arrested.')).toBeUndefined();
    expect(amount('How old are they?', 'The pupils are between six and eleven years old.')).toBeUndefined();
  });
});
