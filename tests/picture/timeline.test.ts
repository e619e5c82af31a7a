import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canWrite } from '../../src/picture/font.ts';
import { timelineOf } from '../../src/picture/index.ts';
import { heightOf } from '../../src/picture/sheet.ts';
import { compareDays, statementsOf } from '../../src/story/index.ts';
import { arbitraryStory } from '../arbitrary-story.ts';
import { albania, satellite, storyAsOf, water } from '../briefing/stories.ts';
import { idsOf, shown, storyOfEvents, timelines } from './timelines.ts';

const week = { from: '2026-03-09', until: '2026-03-15' };

describe('the events of a timeline', () => {
  test('are the news, what is known near it, and what is planned', () => {
    const story = storyOfEvents([
      { when: '2026-03-02', short: 'Dockers walk out' },
      { when: '2026-03-10', short: 'Talks begin' },
      { when: '2026-03-20', short: 'Second round of talks', more: 'status: planned' },
    ]);
    const { marks, alt } = shown(story, { entered: ['e1'], ...week });
    expect(marks).toEqual([
      { first: '2026-03-02', last: '2026-03-02', label: 'Dockers walk out', said: 'Mon 2 Mar', look: 'known' },
      { first: '2026-03-10', last: '2026-03-10', label: 'Talks begin', said: 'Tue 10 Mar', look: 'new', isNew: true },
      {
        first: '2026-03-20',
        last: '2026-03-20',
        label: 'Second round of talks',
        said: 'Fri 20 Mar',
        look: 'planned',
        remark: 'planned',
      },
    ]);
    expect(alt).toBe(
      'Timeline of Bridge, 9–15 March 2026. Mon 2 Mar: Dockers walk out. New: Tue 10 Mar: Talks begin. ' +
        'Fri 20 Mar: Second round of talks (planned).',
    );
  });

  test('are background where they were old when they were first reported', () => {
    const { marks } = shown(albania, { entered: idsOf(albania), from: '2022-09-05', until: '2022-09-11' });
    const attack = marks.find(({ label }) => label === 'Cyberattack takes down government services');
    expect(attack?.look).toBe('known');
    expect(marks.filter(({ isNew }) => isNew).length).toBeGreaterThan(3);
  });

  test('are struck where they were withdrawn, and gone once that is no news', () => {
    const labels = (from: string, entered: string[]) =>
      shown(satellite, { entered, from, until: '2025-10-10' }).marks.filter(({ look }) => look === 'withdrawn');
    const [withdrawn] = labels('2025-09-16', idsOf(satellite));
    expect(withdrawn).toMatchObject({ label: 'Radio amateur picks up a signal', isNew: true });
    expect(withdrawn?.remark).toContain('withdrawn on Fri 19 Sep 2025');
    const late = satellite.events.filter(({ reported }) => reported >= '2025-10-01').map(({ id }) => id);
    expect(labels('2025-10-01', late)).toEqual([]);
  });

  test('are not even counted where they were withdrawn before', () => {
    const events = [
      { when: '2026-03-02', short: 'Dockers walk out' },
      { when: '2026-03-03', short: 'Ferries stop', more: 'withdrawn: 2026-03-11' },
      { when: '2026-03-10', short: 'Talks begin' },
    ];
    const story = storyOfEvents(events, 'sources: { report: { published: 2026-03-11 } }');
    const { marks, leftOut } = shown(story, { entered: ['e2'], from: '2026-03-12', until: '2026-03-18' });
    expect(marks.map(({ label }) => label)).toEqual(['Dockers walk out', 'Talks begin']);
    expect(leftOut).toBeUndefined();
  });

  test('are as many as the alternative text holds', () => {
    const what = Array.from({ length: 60 }, () => 'ill').join(' ');
    const story = storyOfEvents(
      Array.from({ length: 8 }, (_, day) => ({ when: `2026-03-${day + 10}`, what: `${what}.` })),
    );
    const { marks, alt } = shown(story, { entered: idsOf(story), ...week });
    expect([marks.length, alt.length > 700, alt.length <= 1000]).toEqual([3, true, true]);
  });

  test('say that they were called off, once', () => {
    const { marks } = timelines['albania'] ?? { marks: [] };
    const summit = marks.find(({ label }) => label.includes('Summit'));
    expect(summit).toMatchObject({ look: 'planned', label: "MEK's Free Iran World Summit is called off" });
    expect(summit?.remark).toBeUndefined();
    const then = storyAsOf(water, '2026-03-13');
    const lift = shown(then, { entered: idsOf(then), ...week }).marks.find(({ label }) =>
      label.includes('to be lifted'),
    );
    expect(lift).toMatchObject({ look: 'planned', remark: 'called off' });
  });

  test('say that they were corrected', () => {
    const samples = timelines['water']?.marks.find(({ label }) => label.startsWith('Samples'));
    expect(samples?.remark).toBe('corrected on Fri 13 Mar 2026');
  });

  test('say that a later report updated them', () => {
    const story = storyOfEvents([
      { when: '2026-03-02', short: 'Dockers walk out', more: 'updated_by: [e1]' },
      { when: '2026-03-10', short: 'Dockers are back' },
    ]);
    const { marks, alt } = shown(story, { entered: ['e1'], ...week });
    expect(marks.map(({ remark }) => remark)).toEqual(['updated since', undefined]);
    expect(alt).toContain('Mon 2 Mar: Dockers walk out (updated since).');
  });

  test.for([
    ['2026-03', '2026-03-01', '2026-03-31', 'March', true],
    ['2026-03-10?', '2026-03-10', '2026-03-10', 'Tue 10 Mar (day uncertain)', true],
    ['2026-03-10~', '2026-03-10', '2026-03-10', 'about Tue 10 Mar', true],
    ['2026', '2026-01-01', '2026-12-31', '2026 (year only)', true],
    ['2026-03-10/2026-03-12', '2026-03-10', '2026-03-12', 'Tue 10 Mar – Thu 12 Mar', undefined],
    ['"2026-03-10T23:30:00Z"', '2026-03-11', '2026-03-11', 'Wed 11 Mar', undefined],
    ['[2026-03-09, 2026-03-11]', '2026-03-09', '2026-03-11', 'Mon 9 Mar and Wed 11 Mar', true],
  ] as const)('are never more precise than the source: %s', ([when, first, last, said, isVague]) => {
    const story = storyOfEvents([
      { when, short: 'Talks begin' },
      { when: '2026-03-10', short: 'Dockers walk out' },
    ]);
    const mark = shown(story, { entered: idsOf(story), ...week }).marks.find(({ label }) => label === 'Talks begin');
    expect(mark).toMatchObject({ first, last, said });
    expect(mark?.isVague).toBe(isVague);
  });

  test('are selected from many, and the others counted', () => {
    const [few, all] = [timelines['forty'], timelines['forty, all new']];
    expect(few?.marks.length).toBeGreaterThan(6);
    expect(few?.marks.filter(({ look }) => look === 'new').length).toBe(6);
    const counts = few?.leftOut?.map(({ before, said }) => [before, said]);
    expect(counts).toEqual([[0, `${40 - (few?.marks.length ?? 0)} earlier events`]]);
    expect(all?.marks.length).toBeGreaterThan(9);
    expect(all?.leftOut).toEqual([{ before: 0, said: `${40 - (all?.marks.length ?? 0)} earlier new events` }]);
  });

  test('are two at least, one of them new', () => {
    const one = storyOfEvents([{ when: '2026-03-10', short: 'Talks begin' }]);
    const two = storyOfEvents([
      { when: '2026-03-02', short: 'Dockers walk out' },
      { when: '2026-03-10', short: 'Talks begin' },
    ]);
    expect(timelineOf(one, { entered: ['e0'], ...week })).toBeUndefined();
    expect(timelineOf(two, { entered: [], ...week })).toBeUndefined();
    expect(timelineOf(two, { entered: ['e1'], ...week })).toBeDefined();
  });
});

describe('what the font cannot write', () => {
  const events = [
    { when: '2026-03-09', short: 'Łódź votes' },
    { when: '2026-03-10', short: 'Ἀθηνᾶ и Москва meet' },
    { when: '2026-03-11', short: 'מרחבא שלום' },
    { when: '2026-03-12', short: '東京 votes' },
  ];

  test('is left out and counted', () => {
    const story = storyOfEvents(events);
    const { marks, leftOut } = shown(story, { entered: idsOf(story), ...week });
    expect(marks.map(({ label }) => label)).toEqual(['Łódź votes', 'Ἀθηνᾶ и Москва meet']);
    expect(leftOut).toEqual([{ before: 2, said: '2 later new events' }]);
  });

  test('is no picture where nothing else is left', () => {
    const story = storyOfEvents(events.slice(1));
    expect(timelineOf(story, { entered: idsOf(story), ...week })).toBeUndefined();
  });

  test('is left out of the heading, too', () => {
    const story = storyOfEvents(events, 'name: 東京');
    expect(shown(story, { entered: idsOf(story), ...week })).toMatchObject({ title: '' });
    expect(shown(story, { entered: idsOf(story), ...week }).alt).toMatch(/^Timeline of 9–15 March 2026\. New: /);
  });
});

test.for(Object.entries(timelines))('the alternative text of ‘%s’ says all that it shows', ([, picture]) => {
  expect(picture.alt.length).toBeLessThanOrEqual(1000);
  for (const { label, said, remark = '' } of picture.marks) {
    expect(picture.alt).toContain(`${said}: ${label}`);
    expect(picture.alt).toContain(remark);
  }
  for (const { said } of picture.leftOut ?? []) expect(picture.alt).toContain(said);
});

test('a timeline of any story shows its own events by day, in letters that the font has, and loses none', () => {
  let pictures = 0;
  fc.assert(
    fc.property(arbitraryStory, (story) => {
      const picture = timelineOf(story, { entered: idsOf(story), from: '2022-09-05', until: '2022-09-11' });
      if (!picture) return;
      pictures += 1;
      const { marks, leftOut = [], alt } = picture;
      expect(alt.length).toBeLessThanOrEqual(1000);
      expect(heightOf(picture)).toBeLessThanOrEqual(1400);
      expect(marks.map(({ first }) => first)).toEqual(marks.map(({ first }) => first).toSorted(compareDays));
      const sentences = statementsOf(story).map(({ what }) => what);
      for (const { label } of marks) {
        expect(canWrite(label)).toBe(true);
        const start = label.replace(/…$/u, '');
        expect(sentences.some((what) => what.startsWith(start))).toBe(true);
      }
      const counted = leftOut.reduce((sum, { said }) => sum + Number.parseInt(said, 10), 0);
      expect(marks.length + counted).toBe(story.events.filter(({ withdrawn }) => withdrawn === undefined).length);
    }),
    { numRuns: 100, seed: 5 },
  );
  expect(pictures).toBeGreaterThan(10);
});
