import { describe, expect, test } from 'vitest';
import { sayDay, sayDays, sayLongDay, sayTyped, sayWhen } from '../../src/briefing/dates.ts';
import { composeBriefing } from '../../src/briefing/index.ts';
import { parseWhen } from '../../src/story/index.ts';
import { storyOf, textOf } from './stories.ts';

const say = (when: string, knownYear?: string, timeZone = 'Europe/Tirane') =>
  sayWhen(parseWhen(when.split(', '), timeZone), knownYear);

describe('a date is said as exactly as its source gives it', () => {
  test.for<[string, string, string]>([
    ['a day', '2022-09-08', 'Thu 8 Sep 2022'],
    ['a leap day', '2024-02-29', 'Thu 29 Feb 2024'],
    ['a month', '2022-09', 'September 2022'],
    ['a year', '2014', '2014 (year only)'],
    ['about a day', '2025-09-20~', 'about Sat 20 Sep 2025'],
    ['about a month', '2022-09~', 'about September 2022'],
    ['about a year', '2041~', 'about 2041 (year only)'],
    ['an uncertain day', '2022-09-08?', 'Thu 8 Sep 2022 (day uncertain)'],
    ['an uncertain month', '2022-09?', 'September 2022 (month uncertain)'],
    ['an uncertain year', '2014?', '2014 (year uncertain)'],
    ['about an uncertain day', '2022-09-08%', 'about Thu 8 Sep 2022 (day uncertain)'],
    ['about an uncertain year', '2014%', 'about 2014 (year uncertain)'],
  ])('%s: %s is %s', ([, when, said]) => {
    expect(say(when)).toBe(said);
  });

  test.for<[string, string, string]>([
    ['of days', '2022-09-07/2022-09-08', 'Wed 7 Sep – Thu 8 Sep 2022'],
    ['of days over New Year', '2025-12-30/2026-01-02', 'Tue 30 Dec 2025 – Fri 2 Jan 2026'],
    ['of months', '2022-07/2022-09', 'July – September 2022'],
    ['of years', '2012/2021', '2012 – 2021 (years only)'],
    ['from a year to a day', '2014/2022-09-08', '2014 – Thu 8 Sep 2022 (year only)'],
    ['with an uncertain end', '2022-09-07/2022-09-08?', 'Wed 7 Sep – Thu 8 Sep 2022 (day uncertain)'],
    ['from about a day', '2022-09-07~/2022-09-08', 'about Wed 7 Sep – Thu 8 Sep 2022'],
    ['without an end', '2014/..', 'from 2014 on (year only)'],
    ['without a start', '../2026-03-30', 'until Mon 30 Mar 2026'],
  ])('an interval %s: %s is %s', ([, when, said]) => {
    expect(say(when)).toBe(said);
  });

  test.for<[string, string]>([
    ['2018, 2020', '2018 and 2020 (years only)'],
    ['2018, 2020, 2022', '2018, 2020 and 2022 (years only)'],
    ['2022-07-15, 2022-09-08', 'Fri 15 Jul 2022 and Thu 8 Sep 2022'],
    ['2022-07-15?, 2022-09-08', 'Fri 15 Jul 2022 and Thu 8 Sep 2022 (day uncertain)'],
    ['2018~, 2020?', 'about 2018 and 2020 (year only, year uncertain)'],
  ])('a list, %s, is %s', ([when, said]) => {
    expect(say(when)).toBe(said);
  });

  test.for<[string, string, string]>([
    ['2025-09-15T06:12:00+12:00', 'Pacific/Auckland', 'Mon 15 Sep 2025, 06:12 UTC+12'],
    ['2025-09-14T18:12:00Z', 'Pacific/Auckland', 'Mon 15 Sep 2025, 06:12 UTC+12'],
    ['2025-09-14T18:12:00Z', 'America/New_York', 'Sun 14 Sep 2025, 14:12 UTC-4'],
    ['2025-09-14T18:20:00Z', 'Asia/Kathmandu', 'Mon 15 Sep 2025, 00:05 UTC+5:45'],
    ['2025-09-15T06:12:59+12:00', 'UTC', 'Sun 14 Sep 2025, 18:12 UTC'],
    ['2025-09-14T18:12:00Z/2025-09-15', 'Pacific/Auckland', 'Mon 15 Sep, 06:12 UTC+12 – Mon 15 Sep 2025'],
  ])('an instant, %s, is its day and time in the story’s time zone, %s: %s', ([when, timeZone, said]) => {
    expect(say(when, undefined, timeZone)).toBe(said);
  });
});

test.for<[string, string]>([
  ['2022-09-08', 'Thu 8 Sep'],
  ['2022-09', 'September'],
  ['2022', '2022 (year only)'],
  ['2022-09-08?', 'Thu 8 Sep (day uncertain)'],
  ['2022-09-07/2022-09-08', 'Wed 7 Sep – Thu 8 Sep'],
  ['2021-12-31/2022-01-01', 'Fri 31 Dec 2021 – Sat 1 Jan'],
  ['2021-09-08', 'Wed 8 Sep 2021'],
])('a year that the reader knows, 2022, is left out: %s is %s', ([when, said]) => {
  expect(say(when, '2022')).toBe(said);
});

test('a day is said short, and long', () => {
  expect(sayDay('2022-09-08')).toBe('Thu 8 Sep 2022');
  expect(sayDay('2022-09-08', '2022')).toBe('Thu 8 Sep');
  expect(sayLongDay('2022-09-07')).toBe('7 September 2022');
  expect(sayLongDay('2022-09-07', '2022')).toBe('7 September');
  expect(sayTyped('2018, 2020', 'UTC')).toBe('2018 and 2020 (years only)');
});

test('a day is a day wherever it is read: only an instant carries a time to convert', () => {
  const story = storyOf(`
events:
  fall: { when: 2026-05-19, what: The bridge fell., evidence: 1 The bridge fell }
  bang: { when: 2026-05-20T06:12:00+02:00, what: There was a bang., evidence: 1 There was a bang }
  echo: { when: 2026-05, what: There was an echo., evidence: 1 There was an echo }
`);
  const { blocks } = composeBriefing(story, { section: 'timeline' });
  const labels = blocks.flatMap((block) => (block.kind === 'entry' ? [block.label[0]] : []));
  expect(labels).toEqual([
    { kind: 'day', text: 'May 2026' },
    { kind: 'day', text: 'Tue 19 May 2026' },
    {
      kind: 'instant',
      epochMs: Date.parse('2026-05-20T04:12:00Z'),
      text: 'Wed 20 May 2026, 06:12 UTC+2',
      isTold: true,
    },
  ]);
});

test('a position is shown with the day on which it was taken or, where that is not known, was reported', () => {
  const story = storyOf(`
sources: { report: { published: 2026-05 } }
actors: { mayor: { name: Mayor }, smith: { name: Smith } }
who_says_what:
  safe:
    asks: Is the bridge safe?
    positions:
      - { actor: mayor, stance: asserts, when: 2026-05-02?, what: The mayor says that it is., evidence: 1 it is safe enough }
      - { actor: smith, stance: denies, what: The smith says that it is not., evidence: 1 it is not safe }
`);
  const said = textOf(composeBriefing(story));
  expect(said).toContain('– The mayor says that it is. ¶1 · Sat 2 May (day uncertain)');
  expect(said).toContain('– The smith says that it is not. ¶1 · reported May');
});

test.for<[string, string, string]>([
  ['2022-09-05', '2022-09-11', '5–11 September 2022'],
  ['2022-08-29', '2022-09-04', '29 August – 4 September 2022'],
  ['2025-12-29', '2026-01-04', '29 December 2025 – 4 January 2026'],
  ['2022-09-08', '2022-09-08', '8 September 2022'],
])('the days from %s to %s are %s', ([from, until, said]) => {
  expect(sayDays(from, until)).toBe(said);
});
