/** The stories and timelines that the tests of pictures look at. */

import fc from 'fast-check';
import { type Mark, type TimelinePicture, timelineOf } from '../../src/picture/index.ts';
import { type Story, statementsOf } from '../../src/story/index.ts';
import { albania, satellite, storyAsOf, storyOf, water } from '../briefing/stories.ts';

export interface Planned {
  readonly when: string;
  readonly short?: string;
  readonly what?: string;
  /** Further lines of the story file. */
  readonly more?: string;
}

/** A story of events alone, `e0`, `e1` …. */
export function storyOfEvents(events: readonly Planned[], head = ''): Story {
  const written = events.map(({ when, short, what = `${short}, it is reported.`, more = '' }, index) => {
    const headline = short === undefined ? '' : `short: ${JSON.stringify(short)}, `;
    return `  e${index}: { when: ${when}, ${headline}what: ${JSON.stringify(what)}, evidence: 1 one two three${more === '' ? '' : `, ${more}`} }`;
  });
  return storyOf(`${head}\nevents:\n${written.join('\n')}\n`);
}

export function idsOf(story: Story): string[] {
  return statementsOf(story).map(({ id }) => id);
}

/** The timeline, which there has to be. */
export function shown(...asked: Parameters<typeof timelineOf>): TimelinePicture {
  const picture = timelineOf(...asked);
  if (!picture) throw new Error('there is no picture');
  return picture;
}

const week = { from: '2026-03-09', until: '2026-03-15' };
const headlines = ['Dockers walk out', 'The minister meets both sides in Oslo for four long hours', 'Ferries stop'];

function many(count: number): Story {
  const dayOf = (index: number) => new Date(Date.UTC(2026, 0, 4 + index * 2)).toISOString().slice(0, 10);
  return storyOfEvents(
    Array.from({ length: count }, (_, index) => ({ when: dayOf(index), short: headlines[index % 3] ?? '' })),
  );
}

const three = storyOfEvents([
  { when: '2026-03-02', short: 'Dockers walk out' },
  { when: '2026-03-10', short: 'Talks begin in Bergen' },
  { when: '2026-03-20', short: 'Second round of talks', more: 'status: planned' },
]);
const wide = storyOfEvents(
  [
    { when: '2025-12-30/2026-01-02', short: 'Rindfleischetikettierungsüberwachungsaufgabenübertragung ok' },
    { when: '2026-03-08%', short: 'Wwwwwwwwww Mmmmmmmmmmm Wwwwwwwwww Mmmmmmmmmmm Wwwwwwwwwwwwww' },
    { when: '2026-03~', short: 'Đại hội đảng bộ tỉnh lần thứ mười bảy khai mạc tại Đà Nẵng' },
  ],
  'name: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
);
const plans = storyOfEvents([
  { when: '2026-04-11', short: 'First round of voting', more: 'status: planned' },
  { when: '2026-04-25', short: 'Second round of voting', more: 'status: planned' },
  { when: '2026-06', short: 'New parliament meets', more: 'status: planned' },
]);

const then = storyAsOf(water, '2026-03-13');
const since = (story: Story, day: string) =>
  statementsOf(story)
    .filter(({ reported }) => reported >= day)
    .map(({ id }) => id);

/** Timelines of all sorts, by name. */
export const timelines: Readonly<Record<string, TimelinePicture>> = {
  albania: shown(albania, { entered: idsOf(albania), from: '2022-09-05', until: '2022-09-11' }),
  water: shown(then, { entered: since(then, '2026-03-12'), ...week }),
  satellite: shown(satellite, { entered: idsOf(satellite), from: '2025-09-16', until: '2025-10-10' }),
  three: shown(three, { entered: ['e1', 'e2'], ...week }),
  forty: shown(many(40), { entered: ['e34', 'e35', 'e36', 'e37', 'e38', 'e39'], ...week }),
  'forty, all new': shown(many(40), { entered: idsOf(many(40)), from: '2026-01-01', until: '2026-03-31' }),
  'long names': shown(wide, { entered: idsOf(wide), ...week }),
  'all planned': shown(plans, { entered: idsOf(plans), ...week }),
};

const words = fc
  .array(
    fc.constantFrom(
      'the',
      'Minister',
      'of',
      '3,000',
      'Đà Nẵng',
      '“quoted”',
      '<b>&',
      'Rindfleischetikettierungsüberwachung',
      'WWWWMMMM',
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((parts) => parts.join(' '));
const said = fc.constantFrom(
  ['2026-03-10', '2026-03-10', 'Tue 10 Mar'],
  ['2026-03-10', '2026-03-10', 'about Tue 10 Mar (day uncertain)'],
  ['2025-12-30', '2026-01-02', 'Tue 30 Dec 2025 – Fri 2 Jan'],
  ['2018-01-01', '2020-12-31', '2018 and 2020 (years only)'],
  ['2026-09-01', '2026-09-30', 'about September 2026 (month uncertain)'],
  ['2027-09-01', '2027-09-30', 'from September 2027 on'],
);
const mark: fc.Arbitrary<Mark> = fc
  .record({
    day: said,
    label: words,
    look: fc.constantFrom('new', 'known', 'planned', 'withdrawn'),
    remark: fc.constantFrom(undefined, 'planned', 'withdrawn on Fri 13 Mar 2026, corrected on Wed 11 Mar 2026'),
    isNew: fc.boolean(),
    isVague: fc.boolean(),
  })
  .map(({ day: [first = '', last = '', day = ''], label, look, remark, isNew, isVague }) => ({
    first,
    last,
    said: day,
    label,
    look,
    ...(remark !== undefined && { remark }),
    ...((isNew || look === 'new') && { isNew: true }),
    ...(isVague && { isVague }),
  }));

/** Timelines that no story has to have: days and looks of all sorts side by side. */
export const arbitraryTimeline: fc.Arbitrary<TimelinePicture> = fc
  .record({
    title: fc.oneof(fc.constant(''), words),
    marks: fc.array(mark, { minLength: 2, maxLength: 12 }),
    out: fc.tuple(fc.boolean(), fc.boolean()),
  })
  .map(({ title, marks, out: [earlier, later] }) => ({
    title,
    ...week,
    marks: marks.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)),
    leftOut: [
      ...(earlier ? [{ before: 0, said: '12 earlier events, 3 of them new' }] : []),
      ...(later ? [{ before: marks.length, said: '3 later events' }] : []),
    ],
    alt: '',
  }));
