import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/ask/answer/rank/figures.ts';

const said = (sentence: string) => figuresIn(sentence).map(({ text, kind }) => `${text} (${kind})`);

describe('figures of a sentence', () => {
  it.each([
    ['The last cars left with about 10 passengers.', ['about 10 passengers (count)']],
    ['It took in some 3,000 members of the group.', ['some 3,000 members (count)']],
    ['They had 24 hours to leave.', ['24 hours (time)']],
    ['The battery lasted between nine and eleven hours.', ['between nine and eleven hours (time)']],
    ['It is insured for between 90 and 110 million crowns.', ['between 90 and 110 million crowns (money)']],
    ['The fine was $2.5 million.', ['$2.5 million (money)']],
    ['Some 12 percent of trade passes there.', ['Some 12 percent (share)']],
    ['Twenty-one people left.', ['Twenty-one people (count)']],
    ['Two embassy cars left.', ['Two embassy cars (count)']],
  ])('%s', (sentence, figures) => {
    expect(said(sentence)).toEqual(figures);
  });

  it.each([
    'In 2018 and 2020 it expelled diplomats.',
    'It began on 15 July.',
    'On July 15 it began.',
    'Petrel-2 fell silent.',
    'Nothing was said.',
  ])('has none in: %s', (sentence) => {
    expect(said(sentence)).toEqual([]);
  });

  it('tells what each may count', () => {
    const [figure] = figuresIn('About 9,400 people must boil their water.');
    expect(figure?.counts.map(({ text }) => text)).toContain('people');
  });
});
