import { describe, expect, it } from 'vitest';
import { placedWordsOf, wordsOf } from '../../src/ask/words/words.ts';

const stemsOf = (text: string) => wordsOf(text).map(({ stem }) => stem);
const contentOf = (text: string) =>
  wordsOf(text)
    .filter(({ isStop }) => !isStop)
    .map((word) => word.text);

describe('words', () => {
  it.each([
    ['colour', 'color'],
    ['organisations', 'organization'],
    ['travelled', 'traveling'],
    ['cancelled', 'canceling'],
    ['killed', 'kill'],
    ['installed', 'installs'],
    ['forestalled', 'forestalls'],
    ['controlled', 'control'],
    ['freed', 'frees'],
    ['the centre', 'the center'],
    ['defence', 'defense'],
    ['programme', 'programs'],
    ['grey', 'gray'],
    ['three', '3'],
    ['third', '3rd'],
    ['a dozen', 'a 12'],
    ['3,000', '3000'],
    ['Đặng Thị Hạnh', 'Dang Thi Hanh'],
    ['Łucja’s', "Lucja's"],
    ['Iran’s ministry', 'Iran ministry'],
    ['the U.S.', 'the US'],
    ['began', 'begins'],
    ['women', 'woman'],
  ])('%s is %s', (one, other) => {
    expect(stemsOf(one)).toEqual(stemsOf(other));
  });

  it.each([
    ['our', 'or'],
    ['filled', 'file'],
    ['four', 'for'],
    ['1,000', '1.000'],
    ['university', 'universe of'],
  ])('%s is not %s', (one, other) => {
    expect(stemsOf(one)).not.toEqual(stemsOf(other));
  });

  it('tells where each word begins, also behind letters with marks', () => {
    const text = 'Nguyễn’s “cyber-attack” cost $1,100.50!';
    const words = placedWordsOf(text);
    expect(words.map(({ text: folded }) => folded)).toEqual(['nguyen', 'cyber', 'attack', 'cost', '1100.50']);
    expect(words.map(({ at }) => text.slice(at, at + 2))).toEqual(['Ng', 'cy', 'at', 'co', '1,']);
  });

  it.each([
    'Łucja’s brother',
    'The U.S. said “$1,100.50 is enough” in 2.5 hours – or 12 days’ pay.',
    'Petrel-2, Petrel-2000 and X-15 aren’t one',
    'Orbán’s café in Ærø: ÅÄÖ-7, naïve … º½',
    'Orbán’s café in Ærø',
    "O'Neill's 3rd term; e-mail",
    'N.A.T.O. 1.000.000 a-1b',
  ])('are the same whether or not another script stands beside them: %s', (text) => {
    const alone = placedWordsOf(text);
    expect(placedWordsOf(`${text} привет`).slice(0, -1)).toEqual(alone);
    expect(alone.length).toBeGreaterThan(1);
  });

  it('sets function words, question words and auxiliaries apart', () => {
    expect(contentOf('Who did the minister say was behind it, and why?')).toEqual(['minister', 'say']);
  });

  it('keeps what only looks like a function word: acronyms, but not in a text that is all capitals', () => {
    expect(contentOf('Did the WHO or the US know?')).toEqual(['who', 'us', 'know']);
    expect(contentOf('WHO BLAMED US')).toEqual(['blamed']);
  });

  it('keeps a name with its number together', () => {
    expect(wordsOf('Petrel-2 and COVID-19').map(({ text }) => text)).toEqual(['petrel2', 'and', 'covid19']);
  });

  it('marks capitals and numbers; ordinals do not count anything', () => {
    const marks = wordsOf('On Monday seven of 12 men came first').map(({ isCapital, isNumber }) => [
      isCapital,
      isNumber,
    ]);
    expect(marks).toEqual([
      [true, false],
      [true, false],
      [false, true],
      [false, false],
      [false, true],
      [false, false],
      [false, false],
      [false, false],
    ]);
  });

  it('finds none in nothing, punctuation and emoji', () => {
    expect(wordsOf('')).toEqual([]);
    expect(wordsOf('?! — … 🐕')).toEqual([]);
  });
});
