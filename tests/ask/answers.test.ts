import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Answers, type StoryAnswer } from '../../src/ask/index.ts';
import { plainAnswer } from '../../src/briefing/index.ts';
import { type Story, StoryLibrary } from '../../src/story/index.ts';

const root = join(import.meta.dirname, '../..');
const answers = new Answers();
let stories: readonly Story[];
let albania: Story;
let water: Story;

beforeAll(async () => {
  const own = await StoryLibrary.open(join(root, 'briefings'));
  const invented = await StoryLibrary.open(join(root, 'tests/stories'));
  stories = [...own.stories, ...invented.stories];
  albania = own.find('albania-iran') as Story;
  water = invented.find('invented-water') as Story;
});

const ids = ({ statements }: StoryAnswer) => statements.map(({ id }) => id);
const ask = (question: string, last: readonly string[] = []) => answers.ask(albania, question, last);

describe('an answer', () => {
  it.each([
    ['when was the attack', 'attack', '15 July 2022'],
    ['Who forced the embassy’s door?', 'door-forced', 'Elite agents (agents of Albania’s government; not named)'],
    ['how many people left in the last cars', 'last-cars', 'About 10 passengers'],
    ['How long did the staff have to leave?', 'order', '24 hours'],
    ['When did Albania expel Iranian diplomats?', 'diplomats-expelled', '2018 and 2020 (years only)'],
    [
      'who is edi rama',
      'iran-behind-attack/rama',
      'Edi Rama: prime minister of Albania · speaks for Albania’s government',
    ],
  ])('begins with what was asked for: %s', (question, first, short) => {
    const answer = ask(question);
    expect(ids(answer)[0]).toBe(first);
    expect(plainAnswer(albania, answer).split('\n')[0]?.replaceAll("'", '’')).toBe(short);
  });

  it.each(['was iran behind the attack', 'Was Iran behind it?', 'who denied it'])(
    'of a contested matter has both sides: %s',
    (question) => {
      const { contested, statements } = ask(question);
      expect(contested?.id).toBe('iran-behind-attack');
      const stances = statements.flatMap((each) => (each.kind === 'position' ? [each.stance] : []));
      expect(stances).toContain('asserts');
      expect(stances).toContain('denies');
    },
  );

  it('to whether something is so tells where each side stands', () => {
    expect(plainAnswer(albania, ask('was iran behind the attack')).split('\n')[0]).toBe(
      "Was the Iranian government behind the attack of 15 July? Asserted by Edi Rama and Albania's government; denied by Iran's Foreign Ministry",
    );
  });

  it('to why tells the causes, and a contested one with its sides', () => {
    expect(ids(ask('why was the summit cancelled'))[0]).toBe('summit-ground');
    const answer = ask('Why did Albania order the embassy staff to leave?');
    // Its own sentence gives the reason.
    expect(ids(answer).slice(0, 2)).toEqual(['order', 'attack']);
    expect(ids(answer)).toContain('iran-behind-attack/iran-mfa');
  });

  it('knows other names, mistyped ones, and everyday words', () => {
    expect(ids(ask('what does Tehran say'))[0]).toBe('iran-behind-attack/iran-mfa');
    expect(ids(ask('when did albania take in the mujahedeen'))[0]).toBe('mek-arrival');
    expect(ids(ask('who forced the dooor of the embasy'))[0]).toBe('door-forced');
    expect(ids(ask('have iranian diplomats been thrown out before'))[0]).toBe('diplomats-expelled');
    expect(ids(ask('dog?'))[0]).toBe('officers-enter');
  });

  it('to a timeline holds the events, by day', () => {
    const { statements } = ask('timeline of the embassy');
    expect(statements.length).toBeGreaterThan(2);
    expect(statements.every(({ kind }) => kind === 'event')).toBe(true);
    expect(ask('what happened?').statements.length).toBeGreaterThan(2);
    expect(ids(ask('What is this about?'))).toEqual(['order', 'iran-behind-attack/iran-mfa', 'first-known-case']);
    expect(ids(ask('whats the latest?'))[0]).toBe(albania.events.at(-1)?.id);
    expect(ids(ask('What happened in 2014?'))).toEqual(['mek-arrival']);
    expect(ids(ask('what happened at the embassy'))).toContain('door-forced');
  });

  it('is the same each time', () => {
    const again = new Answers();
    for (const question of ['when was the attack', 'rama quotes', 'what about nothing at all'])
      expect(plainAnswer(albania, again.ask(albania, question))).toBe(plainAnswer(albania, ask(question)));
  });
});

describe('a short answer', () => {
  const first = (story: Story, question: string) => plainAnswer(story, answers.ask(story, question)).split('\n')[0];

  it('says of a plan that it is one, and of one that was called off, that it was', () => {
    expect(first(water, 'When will the warning be lifted?')).toBe('16 March 2026 (called off)');
    expect(ids(answers.ask(water, 'When will the warning be lifted?'))).toContain('lift-called-off');
  });

  it('is a day that its statement does not say again, and others do', () => {
    const answer = ask('when was the attack');
    const [short = '', ...lines] = plainAnswer(albania, answer).split('\n');
    expect(lines[0]).toMatch(/^A cyberattack temporarily took down /);
    expect(answer.point).toMatchObject({ kind: 'day' });
    expect(lines.filter((each) => each.startsWith(short))).toEqual([]);
    expect(plainAnswer(albania, ask('what did the attack take down'))).toMatch(/^[^:\n]*2022[^:\n]*: A cyberattack /);
  });

  it('is the day of speaking where that was asked for', () => {
    expect(first(albania, 'When did Rama say that?')).toContain('7 September 2022');
  });
});

describe('who', () => {
  it.each([
    'Who was behind the attack?',
    'who is responsible for the cyberattack',
    'Who attacked the websites?',
    'who did it?',
  ])('is answered with the sides where it is contested: %s', (question) => {
    const { contested, point, statements } = ask(question);
    expect(contested?.id).toBe('iran-behind-attack');
    expect(statements.map(({ id }) => id)).toContain('iran-behind-attack/iran-mfa');
    expect(point).toBeUndefined();
  });

  it('is not answered by itself where several deeds are contested', () => {
    const [matter] = albania.openQuestions;
    const attack = albania.events.find(({ id }) => id === 'attack');
    if (!matter || !attack) throw new Error('the story has changed');
    const another = { ...matter, id: 'another', about: ['second'] };
    const second = { ...attack, id: 'second', because: ['another'] };
    const two = { ...albania, events: [...albania.events, second], openQuestions: [matter, another] };
    expect(new Answers().ask(two, 'who did it?').statements).toEqual([]);
  });

  it('is not answered with who did it, where somebody is asked for to whom it was done', () => {
    for (const asked of ['Who was kicked out in 2020?', 'Who was expelled in 2020?']) {
      const answer = ask(asked);
      expect(ids(answer)[0]).toBe('diplomats-expelled');
      expect(answer.point).toBeUndefined();
    }
    expect(ask('Who ordered the staff to leave?').point?.kind).toBe('actors');
  });
});

describe('a refusal', () => {
  it.each([
    'How much did the attack cost?',
    'What was the name of the dog?',
    'When does the world cup begin?',
    'How many police officers were hurt?',
  ])('is given where the story does not tell: %s', (question) => {
    const { statements, confidence, nearest } = ask(question);
    expect(statements).toEqual([]);
    expect(confidence).toBeLessThan(0.5);
    expect(nearest.length).toBeGreaterThan(0);
  });

  it.each(['Когда была атака?', '攻撃はいつでしたか', 'kur ndodhi sulmi kibernetik kundër qeverisë shqiptare'])(
    'is given to another language, and says so: %s',
    (question) => {
      expect(ask(question).foreign).toBe(true);
    },
  );

  it('is not given for a name in another script that the story has', () => {
    const satellite = stories.find(({ id }) => id === 'invented-satellite') as Story;
    expect(answers.ask(satellite, 'Никита').foreign).toBeUndefined();
  });
});

describe('a follow-up', () => {
  it.each([
    ['when was that?', ['attack'], 'attack'],
    ['why?', ['summit'], 'summit-ground'],
    ['and who denied it?', ['iran-behind-attack/rama'], 'iran-behind-attack/iran-mfa'],
    ['who doubts him?', ['iran-behind-attack/rama'], 'iran-behind-attack/iran-mfa'],
    ['on what grounds?', ['diplomats-expelled'], 'diplomats-expelled'],
    ['what did he say about the damage?', ['iran-behind-attack/rama'], 'attack-failed'],
    ['and NATO?', ['attack/watson'], 'attack/nato'],
  ])('is read in the light of the last answer: %s', (question, last, first) => {
    expect(ids(ask(question, last))[0]).toBe(first);
  });

  it('says what it took for granted', () => {
    expect(ask('when was that?', ['attack']).about?.id).toBe('attack');
    expect(ask('When did Albania expel Iranian diplomats?', ['attack']).about).toBeUndefined();
    const latest = answers.ask(water, 'What’s the latest?', ['meeting']);
    expect(latest.isAnswered).toBe(true);
    expect(latest.about).toBeUndefined();
  });

  it('may be short and have no pronoun', () => {
    for (const question of ['how many of them', 'from which country']) {
      expect(ids(ask(question, ['mek-arrival']))[0]).toBe('mek-arrival');
      expect(ids(ask(question))).toEqual([]);
    }
  });

  it('stands alone where it does not lean on anything', () => {
    expect(ids(ask('how long did the staff have to leave', ['attack']))[0]).toBe('order');
  });
});

describe('an editor’s question', () => {
  it('is answered by what the editor gave, by its number and in other words', () => {
    for (const [at, { asks, answers: given }] of albania.readersAsk.entries()) {
      const expected = given.flatMap(
        (id) => albania.openQuestions.find((each) => each.id === id)?.positions.map((each) => each.id) ?? [id],
      );
      expect(ids(answers.editors(albania, at + 1)?.answer as StoryAnswer).slice(0, expected.length)).toEqual(expected);
      expect(ids(ask(asks)).slice(0, expected.length)).toEqual(expected);
    }
    expect(ids(ask('what has edi rama said'))).toContain('systems-restored');
    expect(answers.editors(albania, 99)).toBeUndefined();
  });
});

describe('a further wording of what readers ask', () => {
  const asks = 'Is there a ban on stamp collecting?';
  const worded = (answer: string): Story => ({ ...albania, alsoAsked: [{ asks, answers: [answer] }] });

  it('is answered by what it stands under, in other words, too, and by both sides of what is contested', () => {
    expect(ids(ask(asks))).toEqual([]);
    expect(ids(answers.ask(worded('cordon'), asks))[0]).toBe('cordon');
    expect(ids(answers.ask(worded('cordon'), 'are stamp collections banned'))[0]).toBe('cordon');
    const { contested, statements } = answers.ask(worded('iran-behind-attack'), asks);
    expect(contested?.id).toBe('iran-behind-attack');
    expect(statements.map(({ id }) => id)).toContain('iran-behind-attack/iran-mfa');
  });

  it('that has more of the question in common comes first, of two that ask the same', () => {
    const alsoAsked = [
      { asks: 'Did it work?', answers: ['attack-failed'] },
      { asks: 'Are they working again?', answers: ['systems-restored'] },
    ];
    const story = { ...albania, readersAsk: [], alsoAsked };
    expect(ids(answers.ask(story, 'and are they working again'))[0]).toBe('systems-restored');
    expect(ids(answers.ask(story, 'so did it work'))[0]).toBe('attack-failed');
  });

  it('is never offered, and answers nothing else', () => {
    const story = worded('cordon');
    for (const question of [asks, 'Where is the embassy?', 'stamps', ''])
      expect(JSON.stringify(answers.ask(story, question).next)).not.toContain('stamp');
    expect(ids(answers.ask(story, 'Was alcohol banned?'))).toEqual([]);
  });
});

describe('a question that is listed as not told', () => {
  const asks = 'How many officers went into the building?';
  const listed = (): Story => ({ ...albania, notTold: [asks] });

  it('is refused for sure, in other words, too, and only it', () => {
    for (const question of [asks, 'so how many officers went in the building']) {
      const answer = answers.ask(listed(), question);
      expect(answer).toMatchObject({ statements: [], isNotTold: true, isUnsure: false, confidence: 0 });
      expect(answer.nearest[0]?.id).toBe('officers-enter');
    }
    expect(answers.ask(listed(), 'How many cars left the embassy?').isNotTold).toBe(false);
  });

  it('is not what has hardly more than one word of it, nor what leans on an answer', () => {
    const ransom = { ...albania, alsoAsked: [], notTold: ['Was it ransomware?'] };
    expect(answers.ask(ransom, 'was it ransomware').isNotTold).toBe(true);
    expect(answers.ask(ransom, 'Was there a hack?').isNotTold).toBe(false);
    expect(answers.ask(albania, 'Was it because of the hack?', ['order']).isNotTold).toBe(false);
  });

  it('is answered all the same where the editor lists the very same as told', () => {
    const both: Story = { ...listed(), alsoAsked: [{ asks, answers: ['officers-enter'] }] };
    expect(ids(answers.ask(both, asks))[0]).toBe('officers-enter');
  });
});

describe('a question that is listed behind what was told', () => {
  const asks = 'Any stamp collectors?';
  const listed = (behind: string, ...given: string[]): Story => ({
    ...albania,
    thenAsked: [{ asks, answers: given, behind }],
  });

  it('is answered by what it stands under, behind that alone, in other spelling, too', () => {
    const story = listed('order', 'cordon');
    expect(ids(answers.ask(story, asks, ['order', 'attack']))[0]).toBe('cordon');
    expect(ids(answers.ask(story, 'any STAMP collectors', ['order']))[0]).toBe('cordon');
    for (const told of [['attack'], ['attack', 'order'], []]) expect(ids(answers.ask(story, asks, told))).toEqual([]);
  });

  it('is the same with courtesy around it and a slip in it, and another one with another number', () => {
    const story = {
      ...albania,
      thenAsked: [{ asks: 'Any stamp collectors in 1921, please?', answers: ['cordon'], behind: 'order' }],
    };
    const given = (question: string) => answers.ask(story, question, ['order']);
    for (const question of ['hey, any stamp collectors in 1921?', 'any stamp collectros in 1921']) {
      expect(ids(given(question))[0]).toBe('cordon');
      expect(given(question).about?.id).toBe('order');
    }
    expect(ids(given('Any stamp collectors in 1922?'))).toEqual([]);
  });

  it('is answered behind every side of what is contested, and by both sides', () => {
    const story = listed('where-staff-went', 'iran-behind-attack');
    for (const told of ['where-staff-went/local-media', 'where-staff-went/government-sources'])
      expect(ids(answers.ask(story, asks, [told]))).toContain('iran-behind-attack/iran-mfa');
  });

  it('is refused for sure where nothing answers it, though it is listed as told by itself', () => {
    const story = { ...listed('order'), alsoAsked: [{ asks, answers: ['cordon'] }] };
    expect(answers.ask(story, asks, ['order'])).toMatchObject({ statements: [], isNotTold: true, confidence: 0 });
    expect(ids(answers.ask(story, asks, ['attack']))[0]).toBe('cordon');
  });
});

describe('questions to ask next', () => {
  it('are two to four, and none that was just answered', () => {
    for (const { asks } of albania.readersAsk) {
      const answer = ask(asks);
      const { next, statements } = answer;
      expect(next.length).toBeGreaterThanOrEqual(2);
      expect(next.length).toBeLessThanOrEqual(4);
      const first = statements[0]?.id ?? '';
      for (const each of next)
        if (each.kind === 'editor') expect(albania.readersAsk[each.number - 1]?.answers[0]).not.toBe(first);
    }
  });
});

describe('a story without an editor’s questions', () => {
  it('offers what it holds open, and answers that with its sides', () => {
    const bare: Story = { ...albania, readersAsk: [] };
    const { next } = answers.ask(bare, 'How long did the staff have to leave the country?');
    expect(next.length).toBeGreaterThanOrEqual(2);
    const matter = next.find(({ kind }) => kind === 'matter');
    expect(matter?.kind === 'matter' && matter.question.id).toBe('iran-behind-attack');
    const shown = answers.show(bare, matter?.kind === 'matter' ? matter.first.id : '');
    expect(shown?.contested?.id).toBe('iran-behind-attack');
    expect(shown?.statements.length).toBe(4);
  });
});

describe('a question to all stories', () => {
  it('finds the one that it is about', () => {
    expect(answers.askAll(stories, 'Who denied that the farm is to blame for the bacteria?')[0]?.story.id).toBe(
      'invented-water',
    );
    expect(answers.askAll(stories, 'when did Petrel-2 fall silent')[0]?.story.id).toBe('invented-satellite');
    expect(answers.askAll(stories, 'was tirana right about the cyberattack')[0]?.story.id).toBe('albania-iran');
    const apart = 'I read of the satellite’s solar panels, when was the cyberattack?';
    expect(answers.askAll(stories, apart)[0]?.story.id).toBe('albania-iran');
  });

  it('takes one that answers surely, though another has more of its words', () => {
    const [first, second] = answers.askAll(stories, 'Where and when is the public meeting?');
    expect([first?.story.id, second?.story.id]).toEqual(['invented-water', 'albania-iran']);
  });

  it('takes one that has more of its words, where another answers hardly more surely', () => {
    const [first, second] = answers.askAll(stories, 'was the government told about the failure of the panels');
    expect([first?.story.id, second?.story.id]).toEqual(['invented-satellite', 'albania-iran']);
    expect(first?.answer.confidence).toBeLessThan(second?.answer.confidence ?? 0);
  });

  it('asks several of a few stories, and of many no more than two', () => {
    const others = Array.from({ length: 60 }, (_, n) => ({ ...(n < 3 ? water : albania), id: `other-${n}` }));
    expect(answers.askAll(stories, 'who denied it')).toHaveLength(3);
    expect(answers.askAll([...stories, ...others], 'bacteria in the water')).toHaveLength(2);
  });

  it('follows stories that are added and taken away', () => {
    const few = stories.filter(({ id }) => id !== 'invented-water');
    expect(answers.askAll(few, 'bacteria in the water of Skarnvåg')[0]?.story.id).not.toBe('invented-water');
    expect(answers.askAll([...few, water], 'bacteria in the water of Skarnvåg')[0]?.story.id).toBe('invented-water');
    expect(answers.askAll([], 'anything')).toEqual([]);
  });
});
