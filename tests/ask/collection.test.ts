import { describe, expect, it } from 'vitest';
import { Collection } from '../../src/ask/text/collection.ts';

const towns = [
  'Brackwater',
  'Ostmark',
  'Lindhaven',
  'Torrey',
  'Vale',
  'Quill',
  'Marrow',
  'Sand',
  'Pellan',
  'Ghent',
  'Ruun',
  'Asker',
  'Dun',
  'Olm',
  'Fenwick',
];
const paragraphs = towns.flatMap((town, n) => [
  {
    id: `${town}-flood`,
    text: `The river rose in ${town} on Monday. About ${100 + n} houses were flooded, the council said.`,
  },
  {
    id: `${town}-school`,
    text: `The school of ${town} has ${500 + n} pupils. Its new library was opened by the mayor.`,
  },
]);
const collection = new Collection(paragraphs);
const first = (question: string) => collection.rank(question)[0]?.id;

describe('a collection', () => {
  it.each([
    ['How many houses were flooded in Torrey?', 'Torrey-flood'],
    ['How many pupils are there in Quill?', 'Quill-school'],
    ['Who opened the library of Lindhaven?', 'Lindhaven-school'],
    ['When did the rivers rise in ghent?', 'Ghent-flood'],
  ])('%s', (question, id) => {
    expect(first(question)).toBe(id);
  });

  it('puts what has the words together before what has them apart', () => {
    const two = new Collection([
      { id: 'apart', text: 'Rain fell all day. The minister of a prime example arrived.' },
      { id: 'together', text: 'The example of rain fell all day. A prime minister arrived.' },
    ]);
    expect(two.rank('When did the prime minister arrive?')[0]?.id).toBe('together');
  });

  it('finds at most as many as wanted, and nothing where no word is shared', () => {
    expect(collection.rank('Which school has pupils?', 4)).toHaveLength(4);
    expect(collection.rank('volcano')).toEqual([]);
    expect(collection.rank('what is it?')).toEqual([]);
    expect(new Collection([]).rank('flood')).toEqual([]);
  });

  it('finds every paragraph by what is its own', () => {
    const right = paragraphs.filter(({ id }) => {
      const [town, what] = id.split('-');
      return first(what === 'flood' ? `flooded houses ${town}` : `pupils of the school ${town}`) === id;
    });
    expect(paragraphs.length).toBeGreaterThan(20);
    expect(right).toHaveLength(paragraphs.length);
  });
});
