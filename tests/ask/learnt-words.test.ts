/** What words of questions tell of statements: how it is read off, how it counts, and how it is learnt. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { learntCounts } from '../../src/ask/answer/rank/learnt-words.ts';
import { rankStatements } from '../../src/ask/answer/rank/rank-statements.ts';
import { readQuestion } from '../../src/ask/answer/rank/read-question.ts';
import { eachTrait } from '../../src/ask/answer/rank/traits.ts';
import { StoryIndex } from '../../src/ask/answer/story/story-index.ts';
import { type Story, StoryLibrary } from '../../src/story/index.ts';
import { learnWords, type Question } from '../bench/ask/learn-words.ts';
import { Chance } from '../crash/chance.ts';

let index: StoryIndex;

beforeAll(async () => {
  const library = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  index = new StoryIndex(library.find('albania-iran') as Story);
});

/** The candidate of an id, and the question read. */
function beside(asks: string, id: string, last: readonly string[] = []) {
  const shown = last.flatMap((each) => index.byId.get(each) ?? []);
  const reading = readQuestion(index, asks, shown);
  const candidate = rankStatements(index, reading).find(({ statement }) => statement.id === id);
  if (!candidate) throw new Error(`no such statement: ${id}`);
  return { reading, candidate };
}

/** The traits of a statement, by the question's word. */
function traitsOf(asks: string, id: string, last: readonly string[] = []): Record<string, string[]> {
  const { reading, candidate } = beside(asks, id, last);
  const traits: Record<string, string[]> = {};
  const asked = reading.keys;
  eachTrait(index, asked, candidate, (at, trait) => {
    const word = asked.keys[at] ?? '';
    traits[word] = [...(traits[word] ?? []), trait];
  });
  return traits;
}

describe('a statement beside the words of a question', () => {
  it('is known by how well it has each, by its kind, and by its own words for one that it lacks', () => {
    // “In 2018 and 2020 Albania expelled four Iranian diplomats for “threatening national security.””
    const traits = traitsOf('How many diplomats had a picnic?', 'diplomats-expelled');
    expect(traits['diplomat']).toEqual(['+happened', '=own']);
    expect(traits['picnic']).toEqual(expect.arrayContaining(['+happened', '=none', 'expel', 'diplomat', '#', 'for']));
    expect(traits['^how many']).toEqual(['+happened']);
    // “2018”, “2020” and “four” are one.
    expect(traits['picnic']?.filter((trait) => trait === '#')).toHaveLength(1);
  });

  it('is known by its own words for one that it has only in meaning, too', () => {
    const expulsion = traitsOf('Which diplomats were ejected?', 'diplomats-expelled')['eject'];
    expect(expulsion).toEqual(expect.arrayContaining(['=near', 'expel', 'threaten']));
  });

  it('is not known by whom the question names: that one is in no other story', () => {
    expect(Object.keys(traitsOf('Did Albania leave?', 'diplomats-expelled')).sort()).toEqual([
      '^did albania',
      'did',
      'leav',
    ]);
  });

  it('is known by its stance, and by whether it has happened', () => {
    expect(traitsOf('why', 'iran-behind-attack/iran-mfa')['why']).toContain('+denies');
    expect(traitsOf('why', 'embassy-location')['why']).toContain('+fact');
    expect(traitsOf('why', 'attack')['why']).toContain('+happened');
  });

  it('is known by how near it is to what was last shown', () => {
    const nearIn = (id: string, last: readonly string[]) =>
      traitsOf('why', id, last)['why']?.filter((trait) => trait.startsWith('~'));
    expect(nearIn('attack', ['attack'])).toEqual(['~itself']);
    expect(nearIn('iran-behind-attack/iran-mfa', ['iran-behind-attack/rama'])).toEqual(['~matter']);
    expect(nearIn('iran-behind-attack/albania-government', ['diplomats-expelled'])).toEqual(['~actor']);
    expect(nearIn('embassy-location', ['attack'])).toEqual(['~none']);
    expect(nearIn('attack', [])).toEqual([]);
    expect(traitsOf('and why', 'attack', ['attack'])['^and why']).toEqual(['+happened', '~itself']);
  });

  it('gains what each trait counts beside each word, in hundredths', () => {
    const { reading, candidate } = beside('How many diplomats had a picnic?', 'diplomats-expelled');
    const counts = (weights: Record<string, Record<string, number>>) => {
      const words = Object.entries(weights).map(([word, traits]) => [word, new Map(Object.entries(traits))] as const);
      return learntCounts(index, reading, new Map(words))(candidate);
    };
    // how, many, diplomats, had, a, picnic, and how it opens.
    expect([...counts({})]).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const [, , , , , picnic, opening] = counts({
      picnic: { expel: 70, '=none': -20, stay: 500 },
      '^how many': { '+happened': 5, expel: 300 },
    });
    expect(picnic).toBeCloseTo(0.5);
    expect(opening).toBeCloseTo(0.05);
    // A word that it has itself says little against it, one that it lacks as much as was learnt.
    const [, , diplomats, , , lacking] = counts({ diplomat: { '=own': -200 }, picnic: { '=none': -200 } });
    expect(diplomats).toBeCloseTo(-0.8);
    expect(lacking).toBeCloseTo(-2);
  });
});

describe('the order of statements', () => {
  it('follows what the words have been learnt to tell', () => {
    const reading = readQuestion(index, 'What about the picnic?', []);
    const firstBy = (trait: string) => {
      const words = new Map([['picnic', new Map([[trait, 900]])]]);
      return rankStatements(index, reading, undefined, words)[0]?.statement.id;
    };
    expect(firstBy('center')).toBe('embassy-location');
    expect(firstBy('expel')).toBe('diplomats-expelled');
  });
});

describe('learning words', () => {
  /** Traits of made-up questions: the first tells of the answer, the second speaks against it, the third stands anywhere, the last once. */
  const [telling, against, chancy, rare] = [0, 1, 2, 3];
  const chance = new Chance(5);
  const questions = Array.from({ length: 3000 }, (_, n): Question => {
    const noise = () => (chance.is(0.5) ? [chancy] : []);
    const first = [telling, ...noise(), ...(n === 7 ? [rare] : [])];
    const isAnswered = n % 3 > 0;
    // One in ten is marked wrongly.
    const isGold = chance.is(0.1) ? !isAnswered : isAnswered;
    return [
      { score: 0, traits: Uint32Array.from(isAnswered ? first : noise()), isGold },
      { score: 0, traits: Uint32Array.from([against, ...noise()]), isGold: false },
    ];
  });
  const learnt = learnWords(questions, 4);

  it('finds what tells of the answer, and what speaks against it', () => {
    expect(learnt[telling]).toBeGreaterThan(1);
    expect(learnt[against]).toBeLessThan(-0.2);
    expect(Math.abs(learnt[chancy] ?? 9)).toBeLessThan(0.2);
  });

  it('counts what was seen once as nothing', () => {
    expect(learnt[rare]).toBe(0);
  });

  it('takes scores that are far below those of an answer', () => {
    const far = questions.map((question) => question.map((choice) => ({ ...choice, score: choice.score - 1000 })));
    expect(learnWords(far, 4).every(Number.isFinite)).toBe(true);
  });

  it('gives the same for the same questions', () => {
    expect(learnWords(questions, 4)).toEqual(learnt);
  });
});
