/** The parts of an answer by themselves, where whole answers would not tell which of them did it. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/ask/answer/question/analyse.ts';
import { KnownWords } from '../../src/ask/answer/question/known-words.ts';
import { mend } from '../../src/ask/answer/question/mend.ts';
import { mostAlike } from '../../src/ask/answer/rank/editors-questions.ts';
import { nearness } from '../../src/ask/answer/rank/follow-up.ts';
import { pointOf } from '../../src/ask/answer/rank/point.ts';
import { type Candidate, rankStatements } from '../../src/ask/answer/rank/rank-statements.ts';
import { readQuestion } from '../../src/ask/answer/rank/read-question.ts';
import { namesOf, placesOf, rowOf } from '../../src/ask/answer/rank/row.ts';
import { StoryIndex } from '../../src/ask/answer/story/story-index.ts';
import { sidesOf } from '../../src/ask/answer/tell/sides.ts';
import { tellAll } from '../../src/ask/answer/tell/told.ts';
import { Answers } from '../../src/ask/index.ts';
import {
  type Actor,
  type Event,
  type OpenQuestion,
  type Position,
  type Statement,
  type Story,
  StoryLibrary,
} from '../../src/story/index.ts';

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

let training: Promise<StoryLibrary> | undefined;

/** The hundreds of stories to learn from, read once. */
function trainingLibrary(): Promise<StoryLibrary> {
  training ??= StoryLibrary.open(join(import.meta.dirname, 'training'));
  return training;
}

describe('the sides of a matter', () => {
  it('are told with the day, where a question takes for granted who did it', () => {
    const answers = new Answers();
    const ids = (asked: string) => answers.ask(story, asked).statements.map(({ id }) => id);
    for (const asked of ['when did Iran attack?', 'when did Iran hack Albania?']) {
      expect(ids(asked)[0]).toBe('attack');
      expect(ids(asked)).toEqual(expect.arrayContaining([rama.id, denial.id]));
    }
    expect(ids('when did Iran attack the embassy?')).toEqual([]);
    expect(ids('when did Albania attack Iran?')).toEqual([]);
    // No source gives a reason of Iran’s.
    expect(ids('why did Iran attack Albania?')).toEqual([]);
  });

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

describe('what is told with the best statement', () => {
  const told = async (id: string, best: string, asked: string) => {
    const library = await trainingLibrary();
    const index = new StoryIndex(library.find(id) as Story);
    const reading = readQuestion(index, asked, []);
    const candidates = rankStatements(index, reading);
    const found = candidates.find(({ statement }) => statement.id === best) as Candidate;
    return tellAll(index, found, candidates, reading);
  };

  it('is, behind why, the open question about an event that asks for its cause', async () => {
    const { statements, contested } = await told('invented-flood', 'north-breach', 'Why did the levee break?');
    expect(contested?.id).toBe('why-broke');
    expect(statements.map(({ id }) => id.split('/')[0])).toEqual([
      ...Array(statements.length - 1).fill('why-broke'),
      'rain',
    ]);
  });

  it('is, for a plan, what called it off: first where the question is whether or why', async () => {
    const ids = async (asked: string) =>
      (await told('invented-n-pipeline', 'talks', asked)).statements.map(({ id }) => id);
    expect(await ids('Will the cod talks take place?')).toEqual(['talks-off', 'talks']);
    expect(await ids('When were the cod talks to be?')).toEqual(['talks', 'talks-off']);
  });
});

describe('what is known of the best statement', () => {
  it('is a number for each name, then one for each word', () => {
    const index = new StoryIndex(story);
    const reading = readQuestion(index, 'When will Rama talk about the dog?', []);
    const candidates = rankStatements(index, reading);
    const [best] = candidates as [Candidate];
    const words = ['when', 'dog', 'gun'];
    const row = rowOf({ index, reading, candidates }, placesOf(words));
    const names = namesOf(best);
    const of = (name: string) => row[names.indexOf(name)];
    expect(row).toHaveLength(names.length + words.length);
    expect([...row].every(Number.isFinite)).toBe(true);
    expect([of('asksWhen'), of('asksOfFuture'), of('lacksFuture'), of('names')]).toEqual([1, 1, 1, 1]);
    expect([...row.slice(-3)]).toEqual([2, best.statement.id === 'officers-enter' ? 2 : 1, 0]);
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

describe('the short answer to until when', () => {
  it('is no day on which something began', () => {
    const answers = new Answers();
    const pointOn = (id: string) => answers.ask(story, 'until when was that?', [id]).point?.kind;
    expect(answers.ask(story, 'until when was that?', ['attack']).statements[0]?.id).toBe('attack');
    expect(['attack', 'movement'].map(pointOn)).toEqual([undefined, 'day']);
    expect(answers.ask(story, 'by when was that?', ['last-cars']).point?.kind).toBe('day');
  });

  it('is not the day of something else than was shown', () => {
    const byDate = (id: string) => new Answers().ask(story, 'By what date?', [id]);
    expect(byDate('order/united-states').isAnswered).toBe(false);
    expect(byDate('last-cars').statements[0]?.id).toBe('last-cars');
  });
});

describe('the short answer to who and where', () => {
  const pointTo = (asked: string, id: string) => {
    const index = new StoryIndex(story);
    return pointOf(analyse(asked), index.byId.get(id) as Statement, undefined, []);
  };

  it('names who says so before who did it, and also of what is denied', () => {
    const expelled = new StoryIndex(story).byId.get('diplomats-expelled') as Event;
    const said: Event = { ...expelled, what: `${expelled.what} Nobody was hurt.`, by: rama.actor };
    const actorsTo = (asked: string, of = said, named: readonly Actor[] = []) => {
      const mentions = named.map((actor) => ({ actor, words: [] }));
      const point = pointOf(analyse(asked), of, undefined, mentions);
      return point?.kind === 'actors' ? point.actors : [];
    };
    expect(actorsTo('who says that they were expelled?')).toEqual([rama.actor]);
    expect(actorsTo('who expelled them?')).toEqual([]);
    const plain: Event = { ...said, what: expelled.what };
    expect(actorsTo('who expelled them?', plain)).toEqual(expelled.who);
    // Whoever is named is not asked for.
    expect(actorsTo('who says that they were expelled?', plain, [rama.actor])).toEqual(expelled.who);
  });

  it('names a speaker only where it is asked who says so', () => {
    expect(pointTo('who denied it?', 'iran-behind-attack/iran-mfa')?.kind).toBe('actors');
    expect(pointTo('who was behind it?', 'iran-behind-attack/rama')).toBeUndefined();
    expect(pointTo('who is to blame?', 'iran-behind-attack/albania-government')).toBeUndefined();
  });

  it('names no doer of what stands in another clause, or of what was called off', () => {
    expect(pointTo('who forced the door?', 'door-forced')?.kind).toBe('actors');
    expect(pointTo('who left the embassy?', 'door-forced')).toBeUndefined();
    expect(pointTo('who planned the summit?', 'summit')?.kind).toBe('actors');
    expect(pointTo('who cancelled the summit?', 'summit')).toBeUndefined();
    expect(pointTo('who came to the summit?', 'summit')).toBeUndefined();
    expect(pointTo('who says so?', 'order')).toBeUndefined();
    expect(pointTo('whose door was forced?', 'door-forced')).toBeUndefined();
  });

  it('gives no figure where another could be meant, and none that is denied or one side’s', async () => {
    const figure = async (id: string, statement: string, asked: string, contested?: OpenQuestion) => {
      const libraries = await Promise.all([StoryLibrary.open(join(import.meta.dirname, 'stories')), trainingLibrary()]);
      const of = libraries.flatMap(({ stories }) => stories).find((each) => each.id === id) as Story;
      const point = pointOf(analyse(asked), new StoryIndex(of).byId.get(statement) as Statement, contested, []);
      return point?.kind === 'figure' ? point.text : undefined;
    };
    expect(await figure('invented-strike', 'strike-begins', 'How many dockers are on strike?')).toMatch(/2,300/);
    expect(await figure('invented-strike', 'plan-announced', 'How many cranes are to be replaced?')).toBeUndefined();
    expect(await figure('invented-strike', 'accident', 'How many workers were badly hurt?')).toBeUndefined();
    expect(await figure('invented-strike', 'accident-cause/okafor', 'For how long were they shown it?')).toBe(
      'no more than two hours',
    );
    const howLong = 'For how long were they shown it?';
    expect(await figure('invented-strike', 'accident-cause/okafor', howLong, question)).toBeUndefined();
    expect(await figure('invented-election', 'march', 'How many people were hurt?')).toBeUndefined();
  });

  it('gives no figure of several years, of each, or of others', () => {
    expect(pointTo('How many diplomats were expelled?', 'diplomats-expelled')?.kind).toBe('figure');
    expect(pointTo('How many diplomats were expelled in 2018?', 'diplomats-expelled')).toBeUndefined();
    expect(pointTo('How many Albanian diplomats were expelled?', 'diplomats-expelled')).toBeUndefined();
    expect(pointTo('How many passengers were there?', 'last-cars')?.kind).toBe('figure');
    expect(pointTo('How many passengers were in each car?', 'last-cars')).toBeUndefined();
    expect(pointTo('How many embassies?', 'last-cars')).toBeUndefined();
    expect(pointTo('How many lamps?', 'mek-arrival')).toBeUndefined();
    expect(pointTo('How often?', 'mek-arrival')).toBeUndefined();
  });

  it('tells a question of the editor’s from one that names another, or asks for another kind of thing', () => {
    const likest = (asked: string, listed: string) => {
      const alone = { ...story, readersAsk: [], alsoAsked: [{ asks: listed, answers: ['last-cars'] }], notTold: [] };
      return mostAlike(readQuestion(new StoryIndex(alone), asked, []).alike)?.likeness ?? 0;
    };
    const [capital, cars] = ['What is the capital of Albania?', 'How many cars left the embassy that night?'];
    expect(likest(capital, capital)).toBe(1);
    expect(likest('What is Albania’s capital?', capital)).toBeGreaterThanOrEqual(0.88);
    expect(likest('What is the capital of Iran?', capital)).toBe(0.87);
    expect(likest('how many cars left the embassy that night', cars)).toBe(1);
    expect(likest('How big were the cars that left the embassy that night?', cars)).toBe(0.87);
    expect(likest('Why did cars leave the embassy that night?', cars)).toBeLessThan(0.8);
  });

  it('tells a question of the editor’s from one that says “not”', () => {
    const likest = (asked: string, listed: string) => {
      const alone = { ...story, readersAsk: [], alsoAsked: [{ asks: listed, answers: ['last-cars'] }], notTold: [] };
      return mostAlike(readQuestion(new StoryIndex(alone), asked, []).alike)?.likeness ?? 0;
    };
    const hacked = 'Is Iran saying it hacked Albania?';
    expect(likest('is Iran saying it hacked Albania', hacked)).toBe(1);
    for (const no of ['Is Iran saying it never hacked Albania?', 'is iran saying it didnt hack albania'])
      expect(likest(no, hacked)).toBeLessThan(0.88);
    expect(likest('Isn’t Iran saying it hacked Albania?', hacked)).toBeGreaterThanOrEqual(0.88);
  });

  it('tells a question of the editor’s from one that asks for another day or hour', () => {
    const index = new StoryIndex({ ...story, alsoAsked: [] });
    const likest = (asked: string) => mostAlike(readQuestion(index, asked, []).alike)?.likeness ?? 0;
    expect(likest('When was the embassy’s staff told to leave?')).toBe(1);
    // Its words are nearly all of the other's, less what asking for something else takes off.
    expect(likest('When did the embassy’s staff leave?')).toBeLessThan(0.65);
    expect(likest('At what time was the embassy’s staff told to leave?')).toBeLessThan(0.88);
  });

  it('gives the day of an order as that of the order alone', () => {
    expect(pointTo('When was the staff told to leave?', 'order')?.kind).toBe('day');
    expect(pointTo('When did the staff leave?', 'order')).toBeUndefined();
  });

  it('gives the hour that stands beside a sentence', async () => {
    const library = await StoryLibrary.open(join(import.meta.dirname, '../stories'));
    const water = new StoryIndex(library.find('invented-water') as Story);
    const notice = water.byId.get('boil-notice') as Statement;
    const pointTo = (asked: string) => pointOf(analyse(asked), notice, undefined, []);
    expect(pointTo('At what time?')).toEqual({ kind: 'hour', text: 'on Tuesday evening, shortly before nine' });
    expect(pointTo('When?')?.kind).toBe('day');
  });

  it('is the day of a plan, not that on which it was called off', async () => {
    const library = await StoryLibrary.open(join(import.meta.dirname, 'stories'));
    const border = new Answers().ask(library.find('invented-border') as Story, 'When did the foreign ministers meet?');
    expect(border.point).toMatchObject({ kind: 'day', status: 'called off' });
  });

  it('gives the place of an event, and no place that it came from or led to', () => {
    expect(pointTo('where was that?', 'mek-arrival')).toMatchObject({ kind: 'place', text: 'Albania' });
    expect(pointTo('where did they come from?', 'mek-arrival')).toBeUndefined();
    expect(pointTo('from which country?', 'mek-arrival')).toBeUndefined();
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
  it('knows each word of the story from when it is added on', () => {
    const words = new KnownWords();
    words.add('embassy');
    expect([words.nearest('embasy'), words.nearest('plice')]).toEqual(['embassy', undefined]);
    words.add('police');
    expect([words.nearest('plice'), words.has('police'), words.has('plice')]).toEqual(['police', true, false]);
  });

  it('joins a name and its number, and mends towards the story before the language', () => {
    const words = new KnownWords();
    for (const word of ['petrel2', 'embassy', 'wat']) words.add(word);
    expect(mend('how much did petrel 2 cost', words)).toBe('how much did petrel-2 cost');
    expect(mend('page 2 of it', words)).toBe('page 2 of it');
    expect(mend('who forced the Embasy', words)).toBe('who forced the Embassy');
    expect(mend('whats realy new', words)).toBe('what is really new');
    expect(mend('wat is new', words)).toBe('what is new');
    expect(mend('hwo hav the staf, hwo many wer there', words)).toBe('who have the staff, how many were there');
    expect(mend('is it hers, or MNY secrets', words)).toBe('is it hers, or MNY secrets');
    expect(mend('what did the us tell us', words)).toBe('what did the US tell us');
    expect(mend('summarise the colour programme', words)).toBe('summarise the colour programme');
  });
});
