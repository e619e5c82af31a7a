/** Questions that say more than they ask, or say it in everyday words: what they ask is answered where they are not. */
import { describe, expect, it, test } from 'vitest';
import { reworded } from '../../src/ask/answer/question/reworded.ts';
import { shorterForms } from '../../src/ask/answer/question/shorter.ts';
import { withLeaderNamed } from '../../src/ask/answer/story/leaders.ts';
import { StoryIndex } from '../../src/ask/answer/story/story-index.ts';
import { Answers, type StoryAnswer } from '../../src/ask/index.ts';
import { albania, storyOf } from '../briefing/stories.ts';
import { leastTimes } from '../least-times.ts';

test.for([
  [
    'My neighbour says that others did so, too, so was Albania the first?',
    [{ question: 'so was Albania the first', topic: 'My neighbour says that others did so, too' }],
  ],
  ['dumb question maybe but is it over', [{ question: 'but is it over', topic: 'dumb question maybe' }]],
  ['I heard that it was stormed. On which day?', [{ question: 'On which day', topic: 'it was stormed' }]],
  [
    'When was it and what did it do?',
    [
      { question: 'When was it', next: 'what did it do?' },
      { question: 'what did it do?', topic: 'When was it' },
    ],
  ],
  ['Is it known for certain why it fell silent?', [{ question: 'why it fell silent?', isStated: true }]],
  ['So it was the sheep, I guess.', [{ question: 'was it the sheep?', isStated: true }]],
  ['so the Americans did nothing', [{ question: 'did the Americans do anything?', isStated: true }]],
  ['so nobody died then', [{ question: 'is it true that anybody died?', isStated: true }]],
] as const)('‘%s’ asks less than it says', ([typed, forms]) => {
  expect(shorterForms(typed)).toEqual(forms);
});

test.for(['Who did it?', 'the embassy', 'attack, then order', 'so', 'And NATO?', 'What and when'])(
  '‘%s’ asks all that it says',
  (typed) => expect(shorterForms(typed).filter(({ isStated }) => !isStated)).toEqual([]),
);

test.for([
  ['Who is responsible for this whole mess?', 'Who is responsible for it?'],
  ['What is the job of this satellite?', 'what is this satellite for?'],
  ['how many fell ill in the end?', 'how many fell ill?'],
  ['What did NATO and the US say?', 'What did NATO say?'],
  ['The Iranians claim what?', 'what does The Iranians claim?'],
  ['Washington wants to do what now?', 'what does Washington want to do?'],
  ['My wife says they had one day. Is she right?', 'is it true that they had one day?'],
  ['what does she say?', 'what does she say?'],
  ['What is the talk between Iran and Albania say?', 'What is the talk between Iran and Albania say?'],
  ['were companies hit as well?', 'were companies hit as well?'],
  ['When did the MEK people come?', 'When did the MEK come?'],
  ['What do the Iranian people say?', 'What do the Iranian people say?'],
] as const)('‘%s’ is ‘%s’', ([typed, asked]) => expect(reworded(typed)).toBe(asked));

test.for(['so ', 'a, ', 'what and ', 'is it known ', 'i guess ', 'the boss of '])(
  'it is read in no time, however often there is ‘%s’',
  async (long) => {
    const typed = long.repeat(500 / long.length);
    const [took] = await leastTimes(() => shorterForms(reworded(typed)));
    expect(took).toBeLessThan(100);
  },
);

test('whoever is in charge of something has a role and speaks for it', () => {
  const index = new StoryIndex(albania);
  const named = (question: string) => withLeaderNamed(index, question);
  expect(named('what does the guy in charge of Albania say?')).toBe('what does Edi Rama say?');
  expect(named('the man who runs Albania')).toBe('Edi Rama');
  expect(named('what does the boss of NATO say?')).toBeUndefined();
  expect(named('what does the man say of Albania?')).toBeUndefined();
});

const library = storyOf(`
title: An invented library
name: Library
in_short: [leak]
sources: { report: { published: 2026-05-20 } }
actors:
  hale: { name: Tom Hale, role: councillor }
  norden: { name: Norden Roofing }
  council: { name: the town council }
events:
  leak:
    when: 2026-05-03
    who: [not stated]
    what: Rain came through the roof of the library in the night.
    evidence: report 1 Rain came through
  meeting:
    when: 2026-07-09
    who: [council]
    where: the town hall
    status: planned
    what: The town council will hold a public meeting in the town hall.
    evidence: report 3 The town council will
who_says_what:
  blame:
    asks: Did the roofers cause the leak?
    about: [leak]
    positions:
      - { actor: hale, stance: asserts, what: Councillor Tom Hale blamed the roofers for the leak., evidence: report 5 Councillor Tom Hale }
      - { actor: norden, stance: denies, what: Norden Roofing denied it in a statement., evidence: report 6 Norden Roofing denied }
facts:
  price:
    what: Repairs will cost about 240,000 euros.
    evidence: report 8 Repairs will cost
`);

describe('an answer to what is asked', () => {
  const ids = ({ statements }: StoryAnswer) => statements.map(({ id }) => id);
  const ask = (question: string, ...last: string[]) => new Answers().ask(library, question, last);

  it('is that to a last clause, and is no follow-up', () => {
    const answer = ask(
      'I pass the building on my way to work and wonder each time, so how much will the repairs cost?',
    );
    expect(ids(answer)).toEqual(['price']);
    expect(answer.isFollowUp).toBe(false);
  });

  it('is none where what stands before it names what the story does not know', () => {
    expect(
      ids(ask('And Quimper, the town in Brittany, with all its libraries, how much will the repairs cost?')),
    ).toEqual([]);
  });

  it('holds both of two answers', () => {
    expect(ids(ask('what will the repairs cost and when will the public meeting be'))).toEqual(['price', 'meeting']);
  });

  it('is both sides of what somebody is blamed for, and of what may not be sure', () => {
    const sides = ['blame/hale', 'blame/norden'];
    for (const question of ['Who is to blame for the leak?', 'whose fault is the leak?'])
      expect(ids(ask(question)), question).toEqual(sides);
    for (const question of ['how sure is that?', 'ok but is that proven'])
      expect(ids(ask(question, 'blame/hale')), question).toEqual(sides);
    expect(ids(ask('who is to blame for the theft?'))).toEqual([]);
  });

  it('is the statement that has what somebody wants to be told about', () => {
    for (const question of [
      'What’s with the repairs?',
      'I want to know about the repairs.',
      'whats the deal with the repairs lol',
    ])
      expect(ids(ask(question)), question).toEqual(['price']);
  });

  it('is the same to “so is it …?” as to “is it …?”, where nothing was told', () => {
    const question = 'will there be a public meeting?';
    expect(ask(`so ${question}`).confidence).toBe(ask(question).confidence);
  });

  it('is none to what would happen if something did, where no case is told', () => {
    expect(ids(ask('What happens if rain comes through the roof of the library?'))).toEqual([]);
    expect(ids(ask('What happened when rain came through the roof of the library?'))).toEqual(['leak']);
  });

  it('is the other side’s first, where that is asked for', () => {
    expect(ids(ask('and the other side, what do they say?', 'blame/hale'))[0]).toBe('blame/norden');
    expect(ids(ask('what about the other side?', 'blame/norden'))[0]).toBe('blame/hale');
  });
});
