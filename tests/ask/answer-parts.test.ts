/** The parts of an answer by themselves, where whole answers would not tell which of them did it. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/ask/answer/analyse.ts';
import { nearness } from '../../src/ask/answer/follow-up.ts';
import { mend } from '../../src/ask/answer/mend.ts';
import { pointOf } from '../../src/ask/answer/point.ts';
import { sidesOf } from '../../src/ask/answer/told.ts';
import { type OpenQuestion, type Position, type Story, StoryLibrary } from '../../src/story/index.ts';

let story: Story;
let question: OpenQuestion;
let rama: Position;
let denial: Position;

beforeAll(async () => {
  const library = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  story = library.find('albania-iran') as Story;
  question = story.openQuestions[0] as OpenQuestion;
  [rama, denial] = question.positions as [Position, Position];
});

describe('the sides of a matter', () => {
  it('begin with one of either, however many there are', () => {
    const many = Array.from({ length: 8 }, (_, n): Position => ({ ...rama, id: `${rama.id}-${n}` }));
    const crowded = { ...question, positions: [...many, denial] };
    expect(sidesOf(crowded, [], []).statements.map(({ id }) => id)[1]).toBe(denial.id);
    expect(sidesOf(crowded, many.slice(0, 1), []).statements.map(({ id }) => id)[1]).toBe(denial.id);
    expect(sidesOf(crowded, [], []).statements).toHaveLength(9);
  });

  it('stay as they are where all are on one side', () => {
    const one = { ...question, positions: [rama, { ...rama, id: 'second' }] };
    expect(sidesOf(one, [], []).statements.map(({ id }) => id)).toEqual([rama.id, 'second']);
  });
});

describe('the short answer', () => {
  it('gives the day of a position only where it was asked when that was said', () => {
    const pointTo = (asked: string) => pointOf(analyse(asked), rama, undefined, []);
    expect(pointTo('When was there undeniable evidence?')).toBeUndefined();
    expect(pointTo('When did Rama say that there was evidence?')?.kind).toBe('day');
    expect(pointTo('When?')?.kind).toBe('day');
  });
});

describe('nearness to the last answer', () => {
  it('falls for what was shown itself where another is asked for', () => {
    expect(nearness('why?', rama, [rama], story)).toBe(1);
    expect(nearness('and who else?', rama, [rama], story)).toBeLessThan(
      nearness('and who else?', denial, [rama], story),
    );
  });
});

describe('mending', () => {
  it('joins a name and its number, and mends towards the story before the language', () => {
    const words = new Set(['petrel2', 'embassy']);
    expect(mend('how much did petrel 2 cost', words)).toBe('how much did petrel-2 cost');
    expect(mend('page 2 of it', words)).toBe('page 2 of it');
    expect(mend('who forced the Embasy', words)).toBe('who forced the Embassy');
    expect(mend('whats realy new', words)).toBe('what is really new');
    expect(mend('summarise the colour programme', words)).toBe('summarise the colour programme');
  });
});
