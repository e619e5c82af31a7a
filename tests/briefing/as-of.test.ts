import { describe, expect, test } from 'vitest';
import { composeBriefing, composeNothingYet, sayAdded } from '../../src/briefing/index.ts';
import { asOf, reportingDays, statementsOf } from '../../src/story/index.ts';
import { albania, linesOf, satellite, sectionNames, stories, storyAsOf, textOf, viewsOf, water } from './stories.ts';

const screen = (day: string, story = satellite) => composeBriefing(storyAsOf(story, day), { asOf: day });

test('a view of an earlier day says of which day it is, and not how things stand now', () => {
  expect(linesOf(screen('2025-09-16'))[0]).toBe(
    'as of Tue 16 Sep 2025 · last development Tue 16 Sep 2025 · one report, Southern Wire',
  );
  expect(linesOf(screen('2025-09-26'))[0]).toBe(
    'as of Fri 26 Sep 2025 · last development Mon 22 Sep 2025 (day uncertain) · 3 reports, numbered under Sources',
  );
  expect(linesOf(screen('2025-10-10'))[0]).toMatch(/^as of Fri 10 Oct 2025 · quiet · /);
});

test('what was corrected later stands in the words of then', () => {
  const before = textOf(screen('2025-09-16'));
  expect(before).toContain('fell silent 41 minutes after lift-off');
  expect(before).not.toMatch(/corrected on|Correction of|47 minutes/);
  const after = textOf(screen('2025-09-19'));
  expect(after).toContain('was: The ocean satellite Petrel-2 fell silent 41 minutes');
  expect(after).toContain(
    'fell silent 47 minutes after lift-off; a ground station last heard it at 6.59. (corrected on',
  );
});

test('what was withdrawn later still stands', () => {
  expect(textOf(screen('2025-09-16'))).toContain('Radio amateur picks up a signal');
  expect(textOf(screen('2025-09-19'))).not.toContain('Radio amateur picks up a signal');
  const timeline = composeBriefing(storyAsOf(satellite, '2025-09-16'), { section: 'timeline', asOf: '2025-09-16' });
  expect(textOf(timeline)).not.toContain('withdrawn');
});

describe.for(stories.map((story) => [story.name, story] as const))('of %s', ([, story]) => {
  test('a view of a day shows no report, statement or person of later', () => {
    for (const { day } of reportingDays(story)) {
      const then = storyAsOf(story, day);
      const known = new Set(statementsOf(then).map(({ id }) => id));
      const unknown = statementsOf(story).filter(({ id }) => !known.has(id));
      const said = sectionNames.map((section) => composeBriefing(then, { section, asOf: day }));
      for (const message of [screen(day, story), ...said]) {
        const shown = message.blocks.flatMap(({ statements = [] }) => statements);
        expect(shown.filter((id) => !known.has(id))).toEqual([]);
        for (const { what } of unknown) expect(textOf(message)).not.toContain(what);
      }
      const speakers = unknown.flatMap((statement) => (statement.kind === 'position' ? [statement.actor] : []));
      const before = JSON.stringify(statementsOf(then));
      const later = speakers.filter(({ name }) => !before.includes(name));
      for (const { name } of later) expect(textOf(said[2] ?? [])).not.toContain(name);
    }
  });

  test('its buttons stay on the day', () => {
    for (const { view, message } of viewsOf(story)) {
      const days = message.buttons.slice(0, -1).map(({ command }) => /as-of:(\S+)/.exec(command)?.[1]);
      expect(new Set(days)).toEqual(new Set([view.asOf]));
      expect(message.buttons.at(-1)?.command).toBe(`/report ${story.id}`);
      expect(message.command).toBe(
        ['/briefing', story.id, view.section, view.asOf && `as-of:${view.asOf}`].filter(Boolean).join(' '),
      );
    }
  });
});

test('nobody is among the people before they, or somebody who speaks for them, are heard of', () => {
  const people = (day: string) => textOf(composeBriefing(storyAsOf(satellite, day), { section: 'people', asOf: day }));
  expect(people('2025-09-16')).toContain('Lodestar Orbital  spoken for by Nikita Veresov');
  expect(people('2025-09-16')).not.toMatch(/Tern Systems|Wang Yilan|Science Writers|Harbours Union/);
  expect(people('2025-09-19')).toContain('Tern Systems  spoken for by Wang Yilan');
  expect(people('2025-09-19')).not.toContain('Harbours Union');
});

test('with one report known, marks give the paragraph alone', () => {
  expect(linesOf(screen('2025-09-16'))).toContain('Tue 16 Sep  Radio amateur picks up a signal ¶5');
  expect(linesOf(screen('2025-09-19'))).toContain('Fri 19 Sep  Signal came from a weather balloon [2 ¶2]');
});

test('of a day before the first report it is said that nothing was reported, with a button for the first day', () => {
  expect(asOf(albania, '2022-09-07')).toBeUndefined();
  const message = composeNothingYet(albania, '2022-09-07', '2022-09-08');
  expect(message.summary).toBe('Nothing was reported by 7 September 2022.');
  expect(textOf(message)).toBe('Nothing was reported by 7 September 2022. First report: 8 September.');
  expect(message.buttons).toEqual([
    { label: 'Briefing as of Thu 8 Sep 2022', command: '/briefing albania-iran as-of:2022-09-08', primary: true },
  ]);
  const older = composeNothingYet(water, '2025-12-31', '2026-03-11');
  expect(textOf(older)).toBe('Nothing was reported by 31 December 2025. First report: 11 March 2026.');
});

test.for([
  [14, 1, '14 statements and one correction'],
  [1, 0, 'one statement'],
  [0, 2, '2 corrections'],
  [0, 0, ''],
] as const)('what a day added, %i and %i, is said: %s', ([statements, corrections, said]) => {
  expect(sayAdded(statements, corrections)).toBe(said);
});
