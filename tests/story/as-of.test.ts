import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOf, reportingDays, type Story, statementsOf } from '../../src/story/index.ts';
import { loadFile, whatOf } from './fixture.ts';

/** A day on which something was reported: what it added, in short then, and the events as they stood, by day. */
interface Reported {
  readonly day: string;
  readonly added: string;
  readonly short: string;
  readonly corrected: string;
  readonly order: string;
}

const satellite: readonly Reported[] = [
  {
    day: '2025-09-16',
    added: `petrel-1 launch silence signal press-conference panels/hanh panels/veresov healthy-rocket weight cost only-one`,
    short: 'silence',
    corrected: '',
    order: 'petrel-1 launch silence signal press-conference',
  },
  {
    day: '2025-09-19',
    added: `press-called-off press-called-off/valnes signal-withdrawn software/engineers software/wang software/sosa slow-clock
      nothing-certain restart-commands insured`,
    short: 'silence',
    corrected: 'silence',
    order: 'petrel-1 launch silence signal press-called-off press-conference signal-withdrawn',
  },
  {
    day: '2025-09-26',
    added: `orbit-drop pictures petrel-3 panels/hanh-takes-back panels/veresov-again replacement/hrolfdal replacement/minister turning`,
    short: 'silence',
    corrected: 'silence cost',
    order:
      'petrel-1 launch silence signal press-called-off press-conference signal-withdrawn orbit-drop pictures petrel-3',
  },
  {
    day: '2025-10-10',
    added: `given-up given-up/minister given-up/hrolfdal inquiry burn-up software/wang-admits software/veresov
      replacement/minister-agrees commands-unanswered`,
    short: 'silence software/veresov',
    corrected: 'silence cost launch',
    order: `petrel-1 launch silence signal press-called-off press-conference signal-withdrawn orbit-drop pictures given-up
      inquiry petrel-3 burn-up`,
  },
];

const water: readonly Reported[] = [
  {
    day: '2026-03-11',
    added: `built uv-vote rain first-ill samples boil-notice lift farm/straumsnes farm/asbo ill no-danger eidet door-note sand-only`,
    short: 'boil-notice',
    corrected: '',
    // The samples were thought to be of 9 March, two days after the first fell ill.
    order: 'built uv-vote rain first-ill samples boil-notice lift',
  },
  {
    day: '2026-03-13',
    added: `boil-notice/tornkvist boil-notice/innkeepers new-samples water-handed-out lift-called-off eidet-withdrawn
      farm/zurawska too-late/krakmo too-late/zurawska sewer/employees`,
    short: 'boil-notice',
    corrected: 'samples',
    order:
      'built uv-vote rain samples first-ill boil-notice new-samples water-handed-out lift-called-off eidet-withdrawn lift',
  },
  {
    day: '2026-03-18',
    added: `crack-opens crack-found inlet-shut school-closed meeting auditors-report farm/straumsnes-takes-back too-late/auditors
      sewer/ekremsaeter sewer/naessmark damages/asbo sewer-route school-taps`,
    short: 'boil-notice sewer/naessmark',
    corrected: 'samples ill',
    order: `built uv-vote rain crack-opens samples first-ill boil-notice new-samples water-handed-out lift-called-off
      eidet-withdrawn lift crack-found inlet-shut school-closed meeting auditors-report`,
  },
  {
    day: '2026-03-30',
    added: `crack-sealed lamps-ordered east-lifted lamps-on too-late/zurawska-admits sewer/ekremsaeter-finds sewer/hytter no-new-cases`,
    short: 'boil-notice sewer/naessmark',
    corrected: 'samples ill ill',
    order: `built uv-vote rain crack-opens samples first-ill boil-notice new-samples water-handed-out lift-called-off
      eidet-withdrawn lift crack-found inlet-shut school-closed crack-sealed lamps-ordered east-lifted meeting auditors-report lamps-on`,
  },
];

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const on = (story: Story, day: string): Story => {
  const then = asOf(story, day);
  if (!then) throw new Error(`nothing was known on ${day}`);
  return then;
};

describe.each([
  ['invented-satellite', satellite],
  ['invented-water', water],
])('%s', (id, days) => {
  const story = loadFile('tests', 'stories', `${id}.yaml`);

  test('has its reporting days, each with what it adds', () => {
    const found = reportingDays(story);
    expect(found.map(({ day, statements }) => [day, statements])).toEqual(
      days.map(({ day, added }) => [day, words(added).length]),
    );
  });

  test.each(days)('on $day is exactly what had been reported by then', ({ day }) => {
    const added = days.filter((each) => each.day <= day).flatMap((each) => words(each.added));
    expect(ids(statementsOf(on(story, day))).sort()).toEqual(added.sort());
  });

  test.each(days)(
    'on $day has in short, in corrections and in the order of events what was so then',
    ({ day, short, corrected, order }) => {
      const then = on(story, day);
      expect(ids(then.inShort)).toEqual(words(short));
      expect(then.corrections.map(({ statement }) => statement)).toEqual(words(corrected));
      expect(ids(then.events)).toEqual(words(order));
    },
  );

  test.each(days)('on $day names nothing of a later report', ({ day }) => {
    const then = on(story, day);
    const later = story.sources.filter(({ published }) => published.last > day);
    const text = JSON.stringify(then);
    expect(later.filter((source) => text.includes(source.id))).toEqual([]);
    const known = new Set([...ids(statementsOf(then)), ...ids(then.openQuestions)]);
    const because = then.events.flatMap((event) => [
      ...event.because,
      ...(event.calledOffBy ? [event.calledOffBy] : []),
    ]);
    const refs = [...because, ...then.openQuestions.flatMap(({ about }) => about)];
    expect(refs.filter((ref) => !known.has(ref))).toEqual([]);
    expect(statementsOf(then).every(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(then.openQuestions.every(({ positions }) => positions.length > 0)).toBe(true);
    const asked = [...then.readersAsk, ...then.alsoAsked];
    expect(asked.every(({ answers }) => answers.length > 0)).toBe(true);
    const told = [...asked, ...then.thenAsked].flatMap(({ answers }) => answers);
    expect([...told, ...then.thenAsked.map(({ behind }) => behind)].filter((ref) => !known.has(ref))).toEqual([]);
    const untold = ({ thenAsked }: Story) => thenAsked.filter(({ answers }) => answers.length === 0);
    expect(untold(then)).toEqual(untold(story).filter(({ behind }) => known.has(behind)));
  });

  test('between two reports is as the earlier one left it, before the first is nothing, after the last is all', () => {
    const dayOf = (offset: number) =>
      new Date(Date.parse(`${days[0]?.day}T00:00Z`) + offset * 864e5).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 60 }), (offset) => {
        const day = dayOf(offset);
        const last = days.findLast((each) => each.day <= day)?.day;
        expect(asOf(story, day)).toEqual(last === undefined ? undefined : asOf(story, last));
      }),
    );
    expect(asOf(story, '9999-12-31')).toBe(story);
  });

  test('does not say how things stood then, since the file says only how they stand now', () => {
    for (const { day } of days.slice(0, -1)) expect(on(story, day)).not.toHaveProperty('state');
    expect(story.state).toBeDefined();
  });

  test('never changes a story for looking at it', () => {
    const before = JSON.stringify(story);
    for (const { day } of days) asOf(story, day);
    expect(JSON.stringify(story)).toBe(before);
  });
});

test('a statement that is in no view is in no story', () => {
  expect(whatOf(on(loadFile('tests', 'stories', 'invented-water.yaml'), '2026-03-11'), 'crack-found')).toBeUndefined();
});
