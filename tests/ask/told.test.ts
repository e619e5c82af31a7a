/** What is told with an answer: the sides of what a question takes for granted, and how things stand since. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rankStatements } from '../../src/ask/answer/rank/rank-statements.ts';
import { readQuestion } from '../../src/ask/answer/rank/read-question.ts';
import { StoryIndex } from '../../src/ask/answer/story/story-index.ts';
import { contestedBy } from '../../src/ask/answer/tell/contested.ts';
import { settledBy } from '../../src/ask/answer/tell/settled.ts';
import { Answers, type StoryAnswer } from '../../src/ask/index.ts';
import { type Event, isGivenUp, type OpenQuestion, type Story, StoryLibrary } from '../../src/story/index.ts';
import { storyOf } from '../briefing/stories.ts';
import { questionsOf, storiesById } from './judge.ts';

const answers = new Answers();
let albania: Story;
let water: Story;
let satellite: Story;
let ferry: Story;
let mammoth: Story;

beforeAll(async () => {
  const own = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  const invented = await StoryLibrary.open(join(import.meta.dirname, '../stories'));
  albania = own.find('albania-iran') as Story;
  water = invented.find('invented-water') as Story;
  satellite = invented.find('invented-satellite') as Story;
  const others = await StoryLibrary.open(join(import.meta.dirname, 'stories'));
  ferry = others.find('invented-ferry') as Story;
  mammoth = others.find('invented-mammoth') as Story;
});

const ids = ({ statements }: StoryAnswer) => statements.map(({ id }) => id);

describe('how things stand since', () => {
  it('comes first where that is asked, else behind', () => {
    expect(ids(answers.ask(water, 'Is the crack still open?'))[0]).toBe('crack-sealed');
    expect(ids(answers.ask(water, 'What did inspectors find in the sewer?'))).toEqual(['crack-found', 'crack-sealed']);
    // When it was found stays so.
    expect(ids(answers.ask(water, 'When was the crack found?'))).toEqual(['crack-found']);
  });

  it('comes behind what has the figure that is asked for, where it has none itself', () => {
    const answer = answers.ask(water, 'For how many minutes must the water be boiled?');
    expect(ids(answer)[0]).toBe('boil-notice');
    expect(ids(answer)).toContain('east-lifted');
    expect(answer.point).toMatchObject({ kind: 'figure' });
  });

  it('gives the figure of now', () => {
    const answer = answers.ask(water, 'How many people have to boil their water?');
    expect(ids(answer)).toEqual(['east-lifted', 'lift-called-off', 'boil-notice']);
    expect(answer.point).toEqual({ kind: 'figure', text: 'about 2,100 people' });
  });

  it('is what came of a plan that was called off', () => {
    for (const question of ['When was the warning lifted?', 'When was the boil notice lifted?']) {
      const answer = answers.ask(water, question);
      expect(ids(answer)[0], question).toBe('east-lifted');
      expect(answer.point?.kind, question).toBe('day');
    }
  });

  it('comes before what was withdrawn, of which no day is given', () => {
    const answer = answers.ask(satellite, 'When did Brax pick up the signal?');
    expect(ids(answer)).toEqual(['signal-withdrawn', 'signal']);
    expect(answer.point).toBeUndefined();
  });
});

describe('what a question takes for granted', () => {
  it('is told with all sides where it is contested', () => {
    const taken = answers.ask(albania, 'Who condemned Iran’s attack?');
    expect(ids(taken)[0]).toBe('attack/watson');
    expect(ids(taken)).toContain('iran-behind-attack/iran-mfa');
    expect(answers.ask(albania, 'Who condemned the attack?').contested).toBeUndefined();
    expect(answers.ask(albania, 'Does NATO support Iran?').contested).toBeUndefined();
  });
});

describe('who denied it', () => {
  it('is told of what was shown before', () => {
    const before = ids(answers.ask(albania, 'who condemned the attack'));
    const answer = answers.ask(albania, 'and who denied it?', before);
    expect(ids(answer)[0]).toBe('iran-behind-attack/iran-mfa');
    expect(answer.contested?.id).toBe('iran-behind-attack');
    expect(ids(answers.ask(albania, 'who says so?', ['attack']))[0]).toBe('iran-behind-attack/rama');
  });
});

it('tells a side of a contested cause once, where it is named as the cause, too', () => {
  const told = ids(answers.ask(ferry, 'why?', ['dismissal']));
  expect(told).toContain('lookout/mate-admits');
  expect(told).toEqual([...new Set(told)]);
});

describe('a side that was given up', () => {
  const order = (id: string) => ids(answers.ask(water, 'why?', [id]));

  it('stands behind those that hold, whatever was said first', () => {
    expect(order('samples')).toEqual(['farm/asbo', 'farm/zurawska', 'farm/straumsnes-takes-back', 'farm/straumsnes']);
    expect(ids(answers.ask(satellite, 'Should Petrel-2 be replaced?')).at(-1)).toBe('replacement/minister');
  });

  it('is told first where it is what was asked for', () => {
    const [first, ...others] = ids(answers.ask(water, 'What did Straumsnes say about the sheep at first?'));
    expect(first).toBe('farm/straumsnes');
    expect(others).toContain('farm/straumsnes-takes-back');
  });

  it('is none that its actor told anew, or in a report that says both', () => {
    const sides = (...own: readonly (readonly [stance: string, reported: string])[]) =>
      own.map(([stance, reported]) => ({ stance, reported, actor: 'mayor' })) as unknown as OpenQuestion['positions'];
    const givenUp = (positions: OpenQuestion['positions']) => positions.map((each) => isGivenUp(each, positions));
    expect(givenUp(sides(['suggests', '2026-03-01'], ['denies', '2026-03-02']))).toEqual([true, false]);
    expect(givenUp(sides(['suggests', '2026-03-01'], ['asserts', '2026-03-02']))).toEqual([false, false]);
    expect(givenUp(sides(['asserts', '2026-03-01'], ['declines', '2026-03-02']))).toEqual([false, false]);
    expect(givenUp(sides(['asserts', '2026-03-01'], ['doubts', '2026-03-02'], ['asserts', '2026-03-03']))).toEqual([
      false,
      true,
      false,
    ]);
    const both = sides(['asserts', '2026-03-01'], ['denies', '2026-03-02'], ['asserts', '2026-03-02']);
    expect(givenUp(both)).toEqual([false, false, false]);
    const [first, ...others] = sides(['asserts', '2026-03-01'], ['denies', '2026-03-01']);
    if (first) expect(givenUp([{ ...first, withdrawn: '2026-03-02' }, ...others])).toEqual([true, false]);
  });
});

describe('a contested matter', () => {
  it.each(['did iran do it', 'Is Iran guilty?', 'Is it certain that Iran did it?', 'Did Tehran hack Albania?'])(
    'is asked for by whom it is about: %s',
    (question) => expect(answers.ask(albania, question).contested?.id).toBe('iran-behind-attack'),
  );

  it('is asked for by what is blamed', () => {
    expect(answers.ask(water, 'Was it the sheep?').contested?.id).toBe('farm');
    expect(answers.ask(water, 'Did the sheep die?').contested).toBeUndefined();
  });

  it('is not asked for where somebody else did it, or it was done to that one', () => {
    for (const question of ['Did Albania attack Iran?', 'Was Iran attacked?'])
      expect(ids(answers.ask(albania, question)), question).toEqual([]);
  });

  it('is not asked for where something may happen yet', () => {
    for (const question of ['Could Iran attack again?', 'Will Iran attack Albania again?'])
      expect(ids(answers.ask(albania, question)), question).toEqual([]);
  });

  it('is told where “who did it?” asks for the doer of what was shown', () => {
    expect(answers.ask(albania, 'Who did it?', ['attack']).contested?.id).toBe('iran-behind-attack');
  });

  it('begins with those who say so, where it is asked what that is known from', () => {
    const [first, second] = ids(answers.ask(albania, 'how do they know it was iran'));
    expect([first, second]).toEqual(['iran-behind-attack/rama-investigation', 'iran-behind-attack/iran-mfa']);
    expect(ids(answers.ask(albania, 'how did iran deny it'))[0]).toBe('iran-behind-attack/iran-mfa');
  });

  it('begins with who still stands by it', () => {
    const before = ids(answers.ask(satellite, 'Was the software to blame?'));
    const answer = answers.ask(satellite, 'Who denies it?', before);
    expect(answer.point?.kind === 'actors' && answer.point.actors.map(({ id }) => id)).toEqual(['veresov']);
  });
});

describe('what is told of another doer', () => {
  it('answers nothing, and the editor’s question about that one neither', () => {
    expect(answers.ask(albania, 'Did NATO expel Iranian diplomats?').confidence).toBe(0.4);
    for (const question of ['Did Iran expel Albanian diplomats?', 'Is Iran a member of NATO?'])
      expect(ids(answers.ask(albania, question)), question).toEqual([]);
    expect(ids(answers.ask(albania, 'Is Albania a member of NATO?'))).toEqual(['nato-member']);
  });
});

describe('what an editor listed for another one', () => {
  it('is not told', () => {
    expect(ids(answers.ask(albania, 'Who condemned Albania?'))).toEqual([]);
    expect(ids(answers.ask(albania, 'Who condemned the attack on Albania?'))).toEqual(['attack/watson', 'attack/nato']);
  });

  it('is not told where it is like in a word or two alone, and something else comes nearer', () => {
    expect(ids(answers.ask(albania, 'Was the summit held?'))[0]).toBe('summit');
    expect(ids(answers.ask(albania, 'Has the summit been held since?'))).toEqual([]);
    expect(ids(answers.ask(albania, 'is everything back to normal?'))[0]).toBe('systems-restored');
  });

  it('is not told where the very question is listed as not told', () => {
    expect(answers.ask(albania, 'How did the hackers get in?')).toMatchObject({ isAnswered: false, isNotTold: true });
  });

  it('is not told of another year', () => {
    expect(ids(answers.ask(albania, 'How many Iranian diplomats did Albania expel in 2022?'))).toEqual([]);
  });
});

describe('what was corrected', () => {
  it('is all that was corrected or withdrawn, the last first', () => {
    expect(ids(answers.ask(water, 'What was corrected?'))).toEqual(['ill', 'samples', 'eidet', 'eidet-withdrawn']);
    expect(ids(answers.ask(albania, 'What was corrected?'))).toEqual([]);
  });
});

function withDatedReactions(event: Event): Event {
  return { ...event, positions: event.positions.map((position) => ({ ...position, when: event.when })) };
}

describe('when and where, by themselves', () => {
  it('ask for the day and the place of what was shown, where it has them', () => {
    expect(answers.ask(albania, 'when?', ['attack']).point?.kind).toBe('day');
    expect(answers.ask(albania, 'When was that?', ['attack-failed']).point?.kind).toBe('reported');
    expect(ids(answers.ask(albania, 'since when?', ['nato-member']))).toEqual([]);
    expect(ids(answers.ask(albania, 'until when?', ['cordon']))).toEqual([]);
    expect(ids(answers.ask(albania, 'until when?', ['movement']))).toEqual(['movement']);
    // What somebody said without a day was said to something that has one.
    expect(ids(answers.ask(albania, 'and when?', ['order/nato']))).toEqual(['order']);
    expect(ids(answers.ask(albania, 'until when?', ['order/nato']))).not.toContain('order');
    const dated = { ...albania, events: albania.events.map(withDatedReactions) };
    expect(ids(answers.ask(dated, 'and when?', ['order/nato']))).toEqual(['order/nato']);
    expect(ids(answers.ask(albania, 'where?', ['cordon']))).toEqual(['cordon']);
    expect(ids(answers.ask(albania, 'where?', ['attack-failed']))).toEqual([]);
  });
});

describe('what happened next', () => {
  it('is the next events behind the one that was shown, in their order', () => {
    const next = (question: string, ...last: string[]) => ids(answers.ask(albania, question, last));
    expect(next('What happened after that?', 'order')).toEqual(['movement', 'last-cars', 'door-forced']);
    expect(next('and then?', 'iran-behind-attack/rama', 'door-forced')).toEqual(['officers-enter', 'cordon']);
    expect(next('What happened next?', 'order/nato')).toEqual(['movement', 'last-cars', 'door-forced']);
    expect(next('and right after that?', 'last-cars')).toEqual(['door-forced', 'officers-enter', 'cordon']);
    expect(next('What happened next?')).toEqual([]);
    expect(next('then what?', albania.events.at(-1)?.id ?? '')).toEqual([]);
  });

  it('or before, the last of them first', () => {
    const earlier = (question: string, ...last: string[]) => ids(answers.ask(albania, question, last));
    expect(earlier('What had happened just before it?', 'door-forced')).toEqual(['last-cars', 'movement', 'order']);
    expect(earlier('and before that?', 'order/nato')[0]).toBe('attack');
    expect(earlier('what went on beforehand?', 'mek-arrival')).toEqual([]);
  });
});

describe('and somebody else', () => {
  it('asks what that one says', () => {
    expect(ids(answers.ask(albania, 'and NATO?', ['order/united-states']))).toEqual(['order/nato', 'attack/nato']);
    expect(ids(answers.ask(albania, 'What about the US?', ['attack/nato']))[0]).toBe('attack/watson');
    expect(ids(answers.ask(albania, 'and Iran?', ['iran-behind-attack/rama']))[0]).toBe('iran-behind-attack/iran-mfa');
  });
});

describe('who says so, by itself', () => {
  it.each([
    ['says who?', 'iran-behind-attack/rama'],
    ['according to whom?', 'systems-restored'],
    ['who claims that?', 'attack-failed'],
    ['who vouches for that?', 'systems-restored'],
    ['and who reports that?', 'where-staff-went/local-media'],
  ])('%s asks for who said what was shown: %s', (question, last) => {
    expect(ids(answers.ask(albania, question, [last]))[0]).toBe(last);
  });

  it('is all who do where the matter is open', () => {
    const said = ids(answers.ask(albania, 'who says that?', ['iran-behind-attack/rama']));
    expect(said).toContain('iran-behind-attack/albania-government');
  });

  it('asks it of the others that were shown, too', () => {
    const { statements, point } = answers.ask(albania, 'says who?', ['order/nato', 'attack/nato']);
    expect(statements[0]?.kind === 'position' && statements[0].actor.id).toBe('nato');
    expect(point?.kind).toBe('actors');
  });

  it('is nobody, where nobody in particular does', () => {
    for (const asked of ['says who?', 'who claims that?'])
      expect(ids(answers.ask(albania, asked, ['diplomats-expelled']))).toEqual([]);
    expect(ids(answers.ask(albania, 'who reported that?', ['movement']))).toEqual([]);
  });
});

describe('what an editor listed, and a statement by itself', () => {
  it('are told as fully as where they are asked for in words', () => {
    const number = 1 + albania.readersAsk.findIndex(({ asks }) => asks === 'Who condemned the attack?');
    const listed = answers.editors(albania, number);
    expect(listed?.answer.point).toEqual(answers.ask(albania, 'Who condemned the attack?').point);
    expect(ids(answers.show(satellite, 'signal') as StoryAnswer)).toEqual(['signal-withdrawn', 'signal']);
    expect(answers.show(satellite, 'nosuch')).toBeUndefined();
  });
});

describe('who did something', () => {
  it('is everybody, where several statements are the answer', () => {
    const { point } = answers.ask(albania, 'Who condemned the attack?');
    expect(point?.kind === 'actors' && point.actors.map(({ id }) => id)).toEqual(['watson', 'nato']);
    expect(answers.ask(albania, 'Who condemned Iran’s attack?').point).toEqual(point);
  });

  it('is nobody of another body', () => {
    expect(ids(answers.ask(albania, 'What did the prime minister of Albania say?'))[0]).toMatch(/rama/);
    expect(ids(answers.ask(albania, 'What did the prime minister of Iran say?'))).toEqual([]);
  });
});

describe('what somebody or something is', () => {
  it('is told by what names its role', () => {
    for (const question of ['What is the MEK?', 'Who are the MEK?'])
      expect(ids(answers.ask(albania, question))[0], question).toBe('mek-arrival');
  });
});

describe('the time of day', () => {
  it('is that of an instant', () => {
    expect(answers.ask(satellite, 'At what time was Petrel-2 launched?').point?.kind).toBe('instant');
    expect(ids(answers.ask(water, 'What time does the public meeting start?'))).toEqual([]);
  });

  it('is asked of what tells it', () => {
    const cars = answers.ask(albania, 'At what time did the last cars leave?');
    expect(ids(cars)).toEqual(['last-cars']);
    expect(cars.point).toBeUndefined();
    expect(ids(answers.ask(albania, 'At what time was the attack?'))).toEqual([]);
  });
});

describe('a question about the whole story', () => {
  it('is answered by why it matters, where that is asked', () => {
    expect(ids(answers.ask(albania, 'Why is this important?'))).toEqual(['first-known-case']);
    expect(ids(answers.ask(albania, 'What is the story about?'))[0]).toBe('order');
  });
});

describe('what is near besides', () => {
  it('never has one side of a contested matter without the other', () => {
    for (const question of ['when was the attack', 'What did the attack take down?', 'who are you', 'evidence?']) {
      const { nearest, statements } = answers.ask(albania, question);
      expect(nearest.length, question).toBeLessThanOrEqual(3);
      const sides = nearest.filter((each) => each.kind === 'position' && each.on === 'iran-behind-attack');
      const stances = new Set(sides.map((each) => each.kind === 'position' && each.stance === 'denies'));
      const isTold = statements.some(({ id }) => id.startsWith('iran-behind-attack/'));
      expect(sides.length === 0 || isTold || stances.size === 2, question).toBe(true);
    }
  });
});

describe('a refusal', () => {
  it('says that the story does not say only where that is nearly sure', () => {
    expect(answers.ask(albania, 'Who won the football match?').isUnsure).toBe(false);
    const unsure = answers.ask(albania, 'Were the police inside the embassy?');
    expect([ids(unsure), unsure.isUnsure]).toEqual([[], true]);
  });
});

describe('the latest', () => {
  it('is the last that happened, with what may be of the week before it, and nothing older', () => {
    const bridge = storyOf(`
events:
  built: { when: 1961, what: The bridge was built., evidence: 2 The bridge was built }
  crack: { when: 2026-05-11, what: A crack was found in the bridge., evidence: 2 A crack was found }
  closing: { when: 2026-05-12, what: The bridge was closed., evidence: 2 The bridge was closed }
  works: { when: 2026-05, what: Works on the bridge began., evidence: 2 Works on the bridge began }
  opening: { when: 2026-05-19, what: The bridge was opened again., evidence: 3 The bridge was opened }
`);
    const latest = answers.ask(bridge, "What's the latest?");
    expect(ids(latest)).toEqual(['opening', 'closing', 'works']);
    expect(latest.nearest).toEqual([]);
  });
});

describe('what happened', () => {
  it('is what the editor has in short, where no more is asked', () => {
    const { inShort } = albania;
    expect(ids(answers.ask(albania, 'What happened?')).slice(0, inShort.length)).toEqual(inShort.map(({ id }) => id));
  });

  it('to a thing does not begin with the first day on which it is told of', async () => {
    const mammoth = (await storiesById()).get('invented-mammoth') as Story;
    expect(ids(answers.ask(mammoth, 'What happened to the tusk?'))[0]).not.toBe('find');
  });
});

describe('a question behind an answer', () => {
  it('is not answered by all that somebody says, where that is not surely meant', async () => {
    const mammoth = (await storiesById()).get('invented-mammoth') as Story;
    expect(ids(answers.ask(mammoth, 'what does he say to that?', ['moved']))).toEqual([]);
    expect(ids(answers.ask(mammoth, 'and Saxe?', ['scratches/winther']))[0]).toBe('scratches/saxe');
  });
});

describe('a plan that was called off', () => {
  const auction = storyOf(`
title: An invented auction
name: Auction
in_short: [withdrawal]
sources: { report: { published: 2026-05-20 } }
actors:
  perlhof: { name: Perlhof, role: auction house }
events:
  auction:
    when: 2026-05-08
    who: [perlhof]
    status: planned
    called_off_by: withdrawal
    what: Perlhof was to auction the Gospel.
    evidence: report 1 Perlhof was to auction
  withdrawal:
    when: 2026-05-07
    who: [perlhof]
    what: Perlhof withdrew the Gospel.
    evidence: report 2 Perlhof withdrew
`);

  it('comes before its end, where its day is asked, and behind, where that of the end is', () => {
    expect(ids(answers.ask(auction, 'When did Perlhof want to auction the Gospel?'))[0]).toBe('auction');
    expect(ids(answers.ask(auction, 'When did Perlhof withdraw the Gospel?'))).toEqual(['withdrawal', 'auction']);
  });
});

describe('what surely answers', () => {
  const read = (story: Story, question: string, first: string) => {
    const index = new StoryIndex(story);
    const reading = readQuestion(index, question, []);
    const ranked = rankStatements(index, reading);
    const best = ranked.filter(({ statement }) => statement.id === first);
    return { index, reading, candidates: [...best, ...ranked.filter((each) => !best.includes(each))] };
  };

  it('comes before the sides of a matter, and is told once, where it is one', () => {
    const told = (first: string, isSure: boolean) => {
      const { index, reading, candidates } = read(albania, 'Was it Iran?', first);
      return contestedBy(index, reading, candidates, isSure ? candidates[0] : undefined);
    };
    expect(told('attack', true)?.statements[0]?.id).toBe('attack');
    expect(told('attack', true)?.contested?.id).toBe('iran-behind-attack');
    expect(told('attack', false)?.statements[0]?.kind).toBe('position');
    const sides = told('iran-behind-attack/rama', true)?.statements ?? [];
    expect(sides).toHaveLength(new Set(sides).size);
  });

  it('tells who somebody is, else what names their role does', () => {
    const first = (isSure: boolean) => {
      const { index, reading, candidates } = read(satellite, 'Who is Nikita Veresov?', 'panels/veresov-again');
      return settledBy(index, { ...reading, given: undefined }, candidates, { isSure, isLikely: true })?.statements[0]
        ?.id;
    };
    expect([first(true), first(false)]).toEqual(['panels/veresov-again', 'panels/veresov']);
  });
});

it('takes what comes nearest for what is meant next only where it is likely enough', () => {
  const unsure = questionsOf('passers')
    .map(({ question }) => answers.ask(mammoth, question))
    .filter(({ isUnsure }) => isUnsure);
  const [likely, others] = [
    unsure.filter((each) => each.confidence >= 0.25),
    unsure.filter((each) => each.confidence < 0.25),
  ];
  expect([likely.length, others.length].every((length) => length > 3)).toBe(true);
  expect(likely.every(({ inView, nearest }) => inView.length === Math.min(1, nearest.length))).toBe(true);
  expect(others.every(({ inView }) => inView.length === 0)).toBe(true);
});
