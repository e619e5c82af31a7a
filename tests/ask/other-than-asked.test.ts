/** What comes near a question and is not what was asked for. */
import { describe, expect, it, test } from 'vitest';
import { isDoneToAnother, isOffTarget } from '../../src/ask/answer/rank/off-target.ts';
import { readQuestion } from '../../src/ask/answer/rank/read-question.ts';
import { StoryIndex } from '../../src/ask/answer/story/story-index.ts';
import { Answers, type StoryAnswer } from '../../src/ask/index.ts';
import { type Event, parseWhen, type Statement } from '../../src/story/index.ts';
import { albania, storyOf } from '../briefing/stories.ts';

const answers = new Answers();
const ids = ({ statements }: StoryAnswer) => statements.map(({ id }) => id);
const index = new StoryIndex(albania);
const toAlbania = (question: string, ...last: string[]) => answers.ask(albania, question, last);

const library = storyOf(`
title: An invented library
name: Library
in_short: [leak]
sources: { report: { published: 2026-05-20 }, later: { published: 2026-06-20 } }
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
  decision:
    when: 2026-05-12
    who: [council]
    because: [leak, blame/hale]
    what: The town council decided to sue Norden Roofing.
    evidence: report 2 The town council decided
  meeting:
    when: 2026-07-09
    who: [council]
    where: the town hall
    status: planned
    what: The town council will hold a public meeting in the town hall.
    evidence: report 3 The town council will
  reading:
    when: 2026-06-01
    who: [council]
    status: called off
    what: The town council planned a reading for children.
    evidence: report 4 The town council planned
who_says_what:
  blame:
    asks: Who is to blame for the leak?
    about: [leak]
    positions:
      - { actor: hale, stance: asserts, what: Councillor Tom Hale blamed the firm., evidence: report 5 Councillor Tom Hale }
      - { actor: norden, stance: denies, what: Norden Roofing denied it in a statement., evidence: report 6 Norden Roofing denied }
facts:
  first-estimate:
    by: council
    updated_by: [new-estimate]
    what: "Repairs will cost about 240,000 euros, according to the town council."
    evidence: report 7 Repairs will cost
  new-estimate:
    by: council
    what: The town council now puts the cost of the repairs at 310,000 euros.
    evidence: later 1 The town council now
`);
const football = storyOf(`
title: An invented club
name: Club
in_short: [dismissal]
sources: { report: { published: 2026-05-20 } }
actors:
  club: { name: Marlock Town }
  okafor: { name: Simon Okafor, role: doctor }
events:
  offers:
    when: 2026-05-02
    who: [club, not stated]
    what: Marlock Town and a group of supporters offered to buy the stadium.
    evidence: report 3 Marlock Town and a group
  dismissal:
    when: 2026-05-12
    who: [club]
    what: "Marlock Town dismissed its doctor, Simon Okafor."
    evidence: report 1 Marlock Town dismissed
  meeting:
    when: 2026-07-09
    who: [club]
    where: the old gym
    status: planned
    what: The shareholders of Marlock Town will meet on 9 July.
    evidence: report 2 The shareholders will meet
`);
const toLibrary = (question: string, ...last: string[]) => answers.ask(library, question, last);

describe('another year', () => {
  it('is no answer', () => {
    expect(ids(toAlbania('How many Iranian diplomats did Albania expel in 2022?'))).toEqual([]);
    expect(ids(toAlbania('How many Iranian diplomats did Albania expel in 2018?'))).toEqual(['diplomats-expelled']);
    expect(ids(toAlbania('Which diplomats did Albania expel in July of 2022?'))).not.toContain('diplomats-expelled');
    expect(ids(toAlbania('Had Albania expelled Iranian diplomats before 2022?'))).toEqual(['diplomats-expelled']);
  });
});

describe('what happened on a day', () => {
  it.each(['What happened in August?', 'what happened in June 2022', 'What happened in 2016?'])(
    '%s is not told, where nothing did',
    (question) => {
      expect(toAlbania(question)).toMatchObject({ isAnswered: false, isNotTold: true, confidence: 0 });
    },
  );

  it('is told where something did', () => {
    expect(ids(toAlbania('What happened in July?'))).toContain('attack');
    expect(ids(toAlbania('What happened in 2014?'))).toEqual(['mek-arrival']);
    expect(toAlbania('What happened after 2016?').isNotTold).toBe(false);
    expect(toAlbania('What happened to the embassy?').isNotTold).toBe(false);
  });

  it('may be told by what went on meanwhile', () => {
    const [first, ...others] = albania.events as [Event, ...Event[]];
    const asOf = (...texts: string[]) => ({
      ...albania,
      events: [{ ...first, when: parseWhen(texts, 'Europe/Tirane') }, ...others],
    });
    const isNotTold = (question: string, when: string) => answers.ask(asOf(when), question).isNotTold;
    expect(isNotTold('What happened in November 2021?', '2021-10/2021-12')).toBe(false);
    expect(isNotTold('What happened in November?', '2021-10/2021-12')).toBe(false);
    expect(isNotTold('What happened in August 2021?', '2021-10/2021-12')).toBe(true);
    expect(isNotTold('What happened in January 2022?', '2021-10/2021-12')).toBe(true);
    expect(isNotTold('What happened in 2019?', '2018-10/2020-12')).toBe(false);
    expect(isNotTold('What happened in 2021?', '2018-10/2020-12')).toBe(true);
    expect(isNotTold('What happened in 2021?', '2018-10/..')).toBe(false);
    expect(isNotTold('What happened in May 2017?', '2018-10/..')).toBe(true);
  });
});

test.for([
  ['Who supports Iran?', []],
  ['Who condemned Albania?', []],
  ['Who supports Albania?', ['order/united-states', 'order/nato']],
  ['Who condemned the attack on Albania?', ['attack/watson', 'attack/nato']],
  ['Who blames Iran?', ['iran-behind-attack/albania-government']],
] as const)('%s', ([question, expected]) => {
  expect(ids(toAlbania(question)).slice(0, Math.max(1, expected.length))).toEqual(expected);
});

describe('done to another one', () => {
  const isDone = (question: string, what: string) =>
    isDoneToAnother(index, { ...(index.statements[0] as Statement), what }, readQuestion(index, question, []));

  it('is what names another first, or is against whoever is named', () => {
    expect(isDone('Who supports Iran?', 'NATO supports Albania and warned Iran.')).toBe(true);
    expect(isDone('Who supports Albania?', 'NATO supports Albania and warned Iran.')).toBe(false);
    expect(isDone('Who condemned Albania?', 'NATO condemned the attack against Albania.')).toBe(true);
    expect(isDone('Who condemned Albania?', 'Iran condemned Albania.')).toBe(false);
    expect(isDone('Who condemned the attack on Albania?', 'NATO condemned the attack against Albania.')).toBe(false);
  });
});

describe('whoever is only counted', () => {
  const counts = (question: string, what: string) =>
    isOffTarget(index, { ...(index.statements[0] as Statement), what }, readQuestion(index, question, []));

  it('is not named', () => {
    expect(counts('Who are the witnesses?', 'The panel heard nine witnesses behind closed doors.')).toBe(true);
    expect(counts('who were the two managers', 'A case was opened against two managers.')).toBe(true);
    expect(counts('Who are the witnesses?', 'Lomax and Drury are the witnesses.')).toBe(false);
    expect(counts('Who heard the witnesses?', 'The panel heard nine witnesses.')).toBe(false);
  });
});

describe('who speaks for somebody', () => {
  it('is told by who does in the story', () => {
    const { point, isAnswered } = toAlbania('Who speaks for Albania?');
    expect(point?.kind === 'actors' && point.actors.map(({ id }) => id)).toEqual(['rama']);
    expect(isAnswered).toBe(true);
    expect(toAlbania('Who speaks for NATO?')).toMatchObject({ isAnswered: false, isNotTold: true });
  });
});

describe('whether somebody did it', () => {
  it.each(['Did Iran do it?', 'Did Iran attack Albania?', 'Was it Iran?', 'Is Iran to blame?'])(
    '%s is the open question',
    (question) => {
      expect(toAlbania(question).contested?.id).toBe('iran-behind-attack');
    },
  );

  it.each(['Is Iran in NATO?', 'Is Iran in Albania?', 'Did Iran attack NATO?'])('%s is another', (question) => {
    expect(toAlbania(question)).toMatchObject({ isAnswered: false });
  });

  it('is not asked of others: “is it them that Iran was after?”', () => {
    expect(toAlbania('Is it them Iran was after with the cyberattack?', 'mek-arrival').contested).toBeUndefined();
  });

  it('is asked by what could have been, too', () => {
    expect(toAlbania('Could it have been Iran?').contested?.id).toBe(toAlbania('Was it Iran?').contested?.id);
    expect(toAlbania('Could Iran have done it?').contested?.id).toBe('iran-behind-attack');
  });

  it('is asked of what was told, where no more is asked', () => {
    expect(toAlbania('Is that certain?', 'iran-behind-attack/rama').contested?.id).toBe('iran-behind-attack');
    expect(toAlbania('Is that certain?', 'attack').contested?.id).toBe('iran-behind-attack');
    expect(toAlbania('Is that certain?', 'systems-restored').contested).toBeUndefined();
  });

  it('has no verdict where the open question is no yes or no', () => {
    const { contested, point } = toLibrary('Is Norden Roofing to blame?');
    expect([contested?.id, point]).toEqual(['blame', undefined]);
    expect(toAlbania('Was Iran behind the attack?').point?.kind).toBe('sides');
  });
});

describe('where somebody went', () => {
  it('is told by the sides, where the story holds it open', () => {
    expect(toAlbania('Where did the last two cars go?').contested?.id).toBe('where-staff-went');
    expect(ids(toAlbania('From where did the cars leave?'))).not.toContain('where-staff-went/local-media');
  });
});

describe('“and what …?”', () => {
  it('asks for no more than it says, and not for all that somebody said', () => {
    expect(ids(toAlbania('And what were their names?', 'diplomats-expelled'))).toEqual([]);
    expect(ids(toAlbania('And NATO?', 'order'))).toContain('order/nato');
  });
});

describe('who said that, behind an answer', () => {
  it('is who said it, and not who speaks of its cause', () => {
    const { statements, point } = toAlbania('who said that?', 'order/nato');
    expect(statements.map(({ id }) => id)).toEqual(['order/nato']);
    expect(point?.kind === 'actors' && point.actors.map(({ id }) => id)).toEqual(['nato']);
  });

  it('is nobody, where an event is told by nobody in particular', () => {
    expect(ids(toAlbania('who says so?', 'order'))).toEqual([]);
    expect(ids(toLibrary('who said so?', 'leak'))).not.toContain('blame/hale');
  });

  it('is a side, where it is open who did it', () => {
    expect(toAlbania('who says so?', 'attack').contested?.id).toBe('iran-behind-attack');
    expect(ids(toAlbania('who denied it?', 'order'))[0]).toBe('iran-behind-attack/iran-mfa');
  });

  it('is who said what was shown, before others of that side, and last who says nothing', () => {
    for (const asked of ['Who says so?', 'whose words are those?', 'Who makes this accusation?'])
      expect(ids(toAlbania(asked, 'iran-behind-attack/rama-investigation'))[0]).toBe(
        'iran-behind-attack/rama-investigation',
      );
    expect(ids(toAlbania('Who says so?', 'where-staff-went/government-sources'))[0]).toBe(
      'where-staff-went/local-media',
    );
    expect(ids(toAlbania('and who makes the accusation?', 'iran-behind-attack/iran-mfa'))[0]).toBe(
      'iran-behind-attack/rama',
    );
  });
});

describe('a figure that was updated', () => {
  const figure = ({ point }: StoryAnswer) => (point?.kind === 'figure' ? point.text : undefined);

  it('comes behind the new one', () => {
    const answer = toLibrary('How much will the repairs cost?');
    expect(ids(answer)).toEqual(['new-estimate', 'first-estimate']);
    expect(figure(answer)).toBe('310,000 euros');
  });

  it('comes first where what was so at first is asked', () => {
    const answer = toLibrary('How much were the repairs to cost at first?');
    expect(ids(answer)).toEqual(['first-estimate', 'new-estimate']);
    expect(figure(answer)).toBe('about 240,000 euros');
  });
});

describe('a cause that is a side of an open question', () => {
  it('is told with the other side', () => {
    const answer = toLibrary('Why did the council decide to sue Norden Roofing?');
    expect(answer.contested?.id).toBe('blame');
    expect(ids(answer)).toEqual(expect.arrayContaining(['blame/hale', 'blame/norden', 'leak']));
  });
});

describe('he and she', () => {
  it('are somebody whom the last answer names, and no firm', () => {
    const he = (question: string, last: string) =>
      readQuestion(new StoryIndex(football), question, [football.events.find(({ id }) => id === last) as Event]);
    expect(he('what does he say?', 'dismissal').mentions[0]?.actor.id).toBe('okafor');
    expect(he('what do they say?', 'dismissal').mentions[0]?.actor.id).toBe('club');
  });

  it('are not told about where their name or somebody else is asked for', () => {
    const told = (question: string) => ids(answers.ask(football, question, ['dismissal']));
    expect(told('who is he?')).toEqual(['dismissal']);
    expect(told('what is his name?')).toEqual([]);
    expect(told('who treats him?')).toEqual([]);
    // Whoever had the post when it was told may have lost it.
    expect(told('who is the doctor?')).toEqual(['dismissal']);
    expect(told('who is the doctor now?')).toEqual([]);
  });
});

describe('the short answer', () => {
  it('names nobody alone who did it together with others', () => {
    const { statements, point } = answers.ask(football, 'Who offered to buy the stadium?');
    expect([statements.map(({ id }) => id), point]).toEqual([['offers'], undefined]);
  });

  it('is the place of a plan', () => {
    const { point } = answers.ask(football, 'Where will the shareholders meet?');
    expect(point).toEqual({ kind: 'place', text: 'the old gym', status: 'planned' });
  });

  it('names nobody for what was called off', () => {
    expect(toAlbania('Who attended the summit?').point).toBeUndefined();
    expect(toAlbania('Who planned the summit?').point?.kind).toBe('actors');
  });

  it('leaves the weekday where it stands', () => {
    expect(toAlbania('On which weekday was the cyberattack?').point).toBeUndefined();
    expect(toAlbania('On which day was the cyberattack?').point?.kind).toBe('day');
  });
});
