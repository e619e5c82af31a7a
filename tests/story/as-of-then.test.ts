import { describe, expect, test } from 'vitest';
import { asOf, lastDevelopment, parseWhen, type Story, statementsOf } from '../../src/story/index.ts';
import { edited, load, loadFile, whatOf } from './fixture.ts';

const water = loadFile('tests', 'stories', 'invented-water.yaml');
const satellite = loadFile('tests', 'stories', 'invented-satellite.yaml');
const on = (story: Story, day: string): Story => {
  const then = asOf(story, day);
  if (!then) throw new Error(`nothing was known on ${day}`);
  return then;
};
const event = (story: Story, id: string) => story.events.find((each) => each.id === id);
const statement = (story: Story, id: string) => statementsOf(story).find((each) => each.id === id);

describe('a corrected statement has the words of the day', () => {
  const ill = (count: string) =>
    `According to municipal doctor Rania Haddawi, ${count} people called the emergency clinic with stomach pains.`;

  test.each([
    ['2026-03-11', 'some 120'],
    ['2026-03-17', 'some 120'],
    ['2026-03-18', 'between 80 and 95'],
    ['2026-03-29', 'between 80 and 95'],
    ['2026-03-30', '78'],
  ])('on %s %s fell ill', (day, count) => expect(whatOf(on(water, day), 'ill')).toBe(ill(count)));

  test('with the corrections of then, each with what replaced the words', () => {
    const of = (day: string) => statement(on(water, day), 'ill')?.corrections.map(({ was, now }) => [was, now]);
    expect(of('2026-03-11')).toEqual([]);
    expect(of('2026-03-18')).toEqual([[ill('some 120'), ill('between 80 and 95')]]);
    expect(of('2026-03-30')).toEqual([
      [ill('some 120'), ill('between 80 and 95')],
      [ill('between 80 and 95'), ill('78')],
    ]);
  });

  test('and the evidence of then', () => {
    const of = (day: string) => statement(on(water, day), 'ill')?.evidence.map(({ source }) => source);
    expect(of('2026-03-11')).toEqual(['tidende-2026-03-11']);
    expect(of('2026-03-18')).toEqual(['tidende-2026-03-11', 'tidende-2026-03-18']);
    expect(of('2026-03-30')).toHaveLength(3);
  });

  test('a date, too', () => {
    expect(event(on(water, '2026-03-11'), 'samples')?.when).toEqual(parseWhen(['2026-03-09'], 'Europe/Oslo'));
    expect(event(on(water, '2026-03-13'), 'samples')?.when).toEqual(parseWhen(['2026-03-05'], 'Europe/Oslo'));
  });

  test('a place, too', () => {
    expect(event(on(satellite, '2025-09-26'), 'launch')?.where).toBe('the southern pad of Cape Tarrow');
    expect(event(on(satellite, '2025-10-10'), 'launch')?.where).toBe('the northern pad of Cape Tarrow');
  });

  test('without today’s headline, which may tell what came later', () => {
    expect(event(on(satellite, '2025-09-16'), 'silence')).toMatchObject({
      what: expect.stringContaining('41 minutes'),
    });
    expect(event(on(satellite, '2025-09-16'), 'silence')).not.toHaveProperty('short');
    expect(event(on(satellite, '2025-09-19'), 'silence')).toMatchObject({
      what: expect.stringContaining('47 minutes'),
      short: 'Petrel-2 falls silent after 47 minutes',
    });
  });
});

test('a statement is withdrawn from the day on which it was, and not before', () => {
  expect(statement(on(water, '2026-03-12'), 'eidet')).not.toHaveProperty('withdrawn');
  expect(statement(on(water, '2026-03-13'), 'eidet')?.withdrawn).toBe('2026-03-13');
  expect(statement(on(satellite, '2025-09-18'), 'signal')).not.toHaveProperty('withdrawn');
  expect(statement(on(satellite, '2025-09-19'), 'signal')?.withdrawn).toBe('2025-09-19');
});

test('a planned event is called off from the day on which that was reported, and not before', () => {
  expect(event(on(water, '2026-03-11'), 'lift')).toMatchObject({ status: 'planned' });
  expect(event(on(water, '2026-03-11'), 'lift')).not.toHaveProperty('calledOffBy');
  expect(event(on(water, '2026-03-13'), 'lift')).toMatchObject({ status: 'planned', calledOffBy: 'lift-called-off' });
  expect(event(on(satellite, '2025-09-16'), 'press-conference')).not.toHaveProperty('calledOffBy');
  expect(event(on(satellite, '2025-09-19'), 'press-conference')?.calledOffBy).toBe('press-called-off');
});

test('what it is updated by is known from the day on which that was reported, and not before', () => {
  expect(event(on(water, '2026-03-11'), 'boil-notice')?.updatedBy).toEqual([]);
  expect(event(on(water, '2026-03-13'), 'boil-notice')?.updatedBy).toEqual(['lift-called-off']);
  expect(statement(on(water, '2026-03-12'), 'eidet')).toMatchObject({ updatedBy: [] });
  expect(statement(on(water, '2026-03-13'), 'eidet')).toMatchObject({ updatedBy: ['eidet-withdrawn'] });
});

test('a cause is told from the day on which it was reported', () => {
  expect(event(on(water, '2026-03-11'), 'boil-notice')?.because).toEqual(['samples']);
  expect(event(on(water, '2026-03-13'), 'boil-notice')?.because).toEqual(['samples', 'sewer']);
  expect(event(on(satellite, '2025-09-16'), 'silence')?.because).toEqual([]);
  expect(event(on(satellite, '2025-09-19'), 'silence')?.because).toEqual(['software']);
});

test('an open question has the positions of then, and is none before the first', () => {
  const positions = (day: string) =>
    on(satellite, day).openQuestions.map(({ id, positions }) => [id, positions.length]);
  expect(positions('2025-09-16')).toEqual([['panels', 2]]);
  expect(positions('2025-09-19')).toEqual([
    ['panels', 2],
    ['software', 3],
  ]);
  expect(positions('2025-10-10')).toEqual([
    ['panels', 4],
    ['software', 5],
    ['replacement', 3],
  ]);
});

describe('in short as of a day', () => {
  const position = (id: string, stance: string, source: string, more = '') =>
    `      - id: ${id}\n        actor: mayor\n        stance: ${stance}\n        what: Lind said so.\n        evidence: ${source} 2 the mayor said so\n${more}`;
  const story = (inShort: string, ...positions: readonly string[]) =>
    load(
      edited(
        ['[closing]', inShort],
        ['published: 2024-05-02', 'published: 2024-05-02\n  later:\n    published: 2024-05-09'],
        ['1 The bridge', 'report 1 The bridge'],
        ['2 the mayor said so\n', `report 2 the mayor said so\n${positions.join('')}`],
        ['3 the bridge', 'report 3 the bridge'],
        ['what: The bridge closed.', 'what: The bridge closed.\n    because: safe'],
      ),
    );
  const short = (of: Story, day: string) => on(of, day).inShort.map(({ id }) => id);

  test('has no denial that came later', () => {
    const one = story('[closing, safe/no]', position('no', 'denies', 'later'));
    expect(short(one, '2024-05-02')).toEqual(['closing']);
    expect(short(one, '2024-05-09')).toEqual(['closing', 'safe/no']);
  });

  test('has an earlier denial where today’s came later', () => {
    const two = story('[closing, safe/no]', position('never', 'denies', 'report'), position('no', 'denies', 'later'));
    expect(short(two, '2024-05-02')).toEqual(['closing', 'safe/never']);
    expect(short(two, '2024-05-09')).toEqual(['closing', 'safe/no']);
  });

  test('has the denial of then beside what it denies, though it was withdrawn since', () => {
    const gone = story('[age, closing]', position('never', 'denies', 'report', '        withdrawn: 2024-05-09\n'));
    expect(short(gone, '2024-05-02')).toEqual(['closing', 'safe/never']);
    expect(short(gone, '2024-05-09')).toEqual(['age', 'closing']);
  });
});

describe('a report that is dated by month', () => {
  test('is known by the end of the month', () => {
    const story = load(edited(['published: 2024-05-02', 'published: 2024-05']));
    expect(asOf(story, '2024-05-30')).toBeUndefined();
    expect(asOf(story, '2024-05-31')).toBe(story);
  });
});

test('the last development is the last day of what has happened, not of what is planned, withdrawn or open-ended', () => {
  expect([water, satellite].map(lastDevelopment)).toEqual(['2026-03-30', '2025-10-10']);
  expect(lastDevelopment(on(water, '2026-03-11'))).toBe('2026-03-10');
  expect(lastDevelopment(on(satellite, '2025-09-18'))).toBe('2025-09-16');
  expect(lastDevelopment(on(satellite, '2025-09-26'))).toBe('2025-09-22');
  expect(lastDevelopment(load(edited(['when: 2024-05-01', 'when: 2024'])))).toBe('2024-05-02');
  const withdrawn =
    '  later:\n    when: 2024-05-02\n    what: It opened.\n    withdrawn: 2024-05-03\n    evidence: 1 The bridge closed\n';
  expect(lastDevelopment(load(edited(['who_says_what:', `${withdrawn}who_says_what:`])))).toBe('2024-05-01');
});
