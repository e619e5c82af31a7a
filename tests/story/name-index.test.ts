import { describe, expect, test } from 'vitest';
import { NameIndex } from '../../src/story/folder/name-index.ts';
import type { Story } from '../../src/story/index.ts';
import { edited, load } from './fixture.ts';

/** A story of one event, under other names. */
function story(
  id: string,
  name: string,
  {
    also = [],
    topics = [],
    title = 'x',
    when = '2024-05-01',
  }: { also?: string[]; topics?: string[]; title?: string; when?: string } = {},
): Story {
  const text = edited(
    ['title: A bridge closes', `title: ${JSON.stringify(title)}`],
    [
      'name: Bridge',
      `name: ${JSON.stringify(name)}\nalso_known_as: ${JSON.stringify(also)}\ntopics: ${JSON.stringify(topics)}`,
    ],
    ['when: 2024-05-01', `when: ${when}`],
  );
  return load(text, `${id}.yaml`);
}

function indexOf(...stories: readonly Story[]): NameIndex {
  const index = new NameIndex();
  for (const each of stories) index.put(each);
  return index;
}

const albania = story('albania-iran', 'Albania–Iran', { also: ['Albania', 'Tirana embassy'], topics: ['diplomacy'] });
const suez = story('suez', 'Suez blockage', {
  also: ['Ever Given', '海燕'],
  title: 'A container ship blocks the canal',
});
const water = story('water', 'Skarnvåg’s water', { also: ['Albania'], when: '2024-05-02' });
const ids = (stories: readonly Story[]) => stories.map(({ id }) => id);

describe('a story is found', () => {
  const index = indexOf(albania, suez, water);

  test.each([
    ['albania-iran', 'albania-iran'],
    ['Albania Iran', 'albania-iran'],
    ['TIRANA  EMBASSY', 'albania-iran'],
    ['ever given', 'suez'],
    ['海燕', 'suez'],
    ['skarnvags water', undefined],
    ['Skarnvag’s water', 'water'],
  ])('by ‘%s’', (typed, id) => expect(index.find(typed)?.id).toBe(id));

  test.each(['', ' ', 'ever', 'given', 'constructor', '__proto__', 'panama'])('not by ‘%s’', (typed) => {
    expect(index.find(typed)).toBeUndefined();
  });

  test('not by a name that two stories have', () => expect(index.find('albania')).toBeUndefined());

  test('by its id, even where that is another story’s other name', () => {
    const named = story('other', 'Other', { also: ['suez'] });
    expect(indexOf(suez, named).find('suez')?.id).toBe('suez');
  });

  test('by no name of signs alone, which anything else would match', () => {
    const signs = indexOf(story('party', '🎉', { also: ['!!!'] }));
    expect(['', '🎉', '!'].map((typed) => signs.find(typed))).toEqual([undefined, undefined, undefined]);
    expect(signs.find('party')?.id).toBe('party');
  });
});

describe('the beginning of what was typed that is a name', () => {
  const index = indexOf(albania, suez, story('ever', 'Ever'));
  test.each([
    [['ever', 'given', 'why'], 2],
    [['ever', 'why'], 1],
    [['albania-iran', 'timeline'], 1],
    [['albania', 'iran', 'timeline'], 2],
    [['why', 'ever'], 0],
    [[], 0],
  ])('of %j has so many words', (words, length) => expect(index.nameAtStart(words)).toBe(length));
});

describe('a search', () => {
  const index = indexOf(albania, suez, water);
  test.each([
    ['suez', ['suez']],
    ['giv', ['suez']],
    ['albania', ['water', 'albania-iran']],
    ['alb', ['water', 'albania-iran']],
    ['diplo', ['albania-iran']],
    ['canal ship', ['suez']],
    ['skarn', ['water']],
    ['sues', ['suez']],
    ['tirana embasy', ['albania-iran']],
    ['panama', []],
  ])('for ‘%s’ gives %j', (typed, expected) => expect(ids(index.search(typed, 5))).toEqual(expected));

  test('for nothing gives all, the latest development first', () => {
    expect(ids(index.search('', 5))).toEqual(['water', 'albania-iran', 'suez']);
    expect(ids(index.search(' ! ', 2))).toEqual(['water', 'albania-iran']);
  });

  test('puts a whole name before its beginning, and that before a word within it', () => {
    const ranked = indexOf(
      story('a', 'The north sea'),
      story('b', 'North sea'),
      story('c', 'North'),
      story('d', 'x', { title: 'Up north' }),
    );
    expect(ids(ranked.search('north', 9))).toEqual(['c', 'b', 'a', 'd']);
  });
});

describe('what is put again or removed', () => {
  test('is found by its new names only', () => {
    const index = indexOf(albania, suez);
    index.put(story('suez', 'Canal', { also: ['Tirana embassy'] }));
    expect(index.find('ever given')).toBeUndefined();
    expect(index.find('canal')?.name).toBe('Canal');
    expect(index.find('tirana embassy')).toBeUndefined();
    expect(ids(index.stories)).toEqual(['albania-iran', 'suez']);
  });

  test('leaves the other story its name', () => {
    const index = indexOf(albania, water);
    index.remove('water');
    index.remove('water');
    expect(index.find('albania')?.id).toBe('albania-iran');
    expect(ids(index.search('', 9))).toEqual(['albania-iran']);
    index.remove('albania-iran');
    expect(index.stories).toEqual([]);
  });

  test('stays in the order of the names', () => {
    expect(indexOf(suez, water, albania).stories.map(({ name }) => name)).toEqual([
      'Albania–Iran',
      'Skarnvåg’s water',
      'Suez blockage',
    ]);
  });
});
