import { expect, test } from 'vitest';
import type { CatchUpView } from '../../src/briefing/catch-up.ts';
import { composeCatchUp } from '../../src/briefing/index.ts';
import { plainLine } from '../../src/message/index.ts';
import { newsBetween } from './digests.ts';
import { albania, headingsOf, linesOf, satellite, textOf, under, water } from './stories.ts';

const nothing = newsBetween(water, '2027-01-01', '2027-01-01');
const silent = (view: CatchUpView) => linesOf(composeCatchUp([nothing], view))[0];

test.for<[string, string, string]>([
  ['2026-03-31', '2026-04-03', 'Nothing new since Tuesday.'],
  ['2026-04-02', '2026-04-03', 'Nothing new since Thursday.'],
  ['2026-03-28', '2026-04-03', 'Nothing new since Saturday.'],
  ['2026-03-27', '2026-04-03', 'Nothing new since 27 March.'],
  ['2025-12-30', '2026-01-07', 'Nothing new since 30 December 2025.'],
  ['2026-04-03', '2026-04-03', 'Nothing new since earlier today.'],
  // A clock that was wrong by a day.
  ['2026-04-04', '2026-04-03', 'Nothing new since earlier today.'],
])('looked at on %s, asked on %s: %s', ([since, today, said]) => {
  expect(silent({ since, today })).toBe(said);
});

test('where nothing is new it is said where the story stands, and the way to all of it', () => {
  const message = composeCatchUp([nothing], { since: '2026-03-31', today: '2026-04-03' });
  expect(linesOf(message)[1]).toBe('Developing · last development Mon 30 Mar 2026 · 4 reports, numbered under Sources');
  expect(message.buttons.map(({ command }) => command)).toEqual([
    '/briefing invented-water',
    '/ask invented-water',
    '/report invented-water',
  ]);
});

test('what is new is told in full: corrections first, then by kind and day, both sides, and the background', () => {
  const message = composeCatchUp([newsBetween(water, '2026-03-18', '2026-03-30')], {
    since: '2026-03-17',
    today: '2026-03-31',
  });
  expect(message.title).toBe("New to you: Skarnvåg's water");
  expect(message.blocks.slice(0, 3).map(({ kind }) => kind)).toEqual(['correction', 'correction', 'note']);
  expect(linesOf(message)[2]).toBe('New since 17 March: 21 statements and 2 corrections.');
  expect(headingsOf(message)).toEqual(['What happened', 'Who says what', 'Coming up', 'Also first reported']);
  expect(textOf(under(message, 'Who says what'))).toContain('– Earlier: Mayor Øyvind Straumsnes suggested');
  expect(message.summary).toBe("Skarnvåg's water: New since 17 March: 21 statements and 2 corrections.");
  expect(message.command).toBe('/catchup invented-water');
});

test('its pages are turned by the command that it was asked by', () => {
  const command = '/catchup invented-water after:12';
  expect(composeCatchUp([nothing], { today: '2026-04-03', command, page: 2 })).toMatchObject({ command, page: 2 });
});

test('a first look says so, and gives the newest with both sides', () => {
  const message = composeCatchUp([newsBetween(albania, '2027-01-01', '2027-01-01')], {
    today: '2026-04-03',
    isFirstLook: true,
  });
  expect(linesOf(message)[0]).toBe(
    'You have not looked at this story before, so all of it is new to you. This is the newest.',
  );
  expect(
    under(message, 'What happened').flatMap(({ kind, statements = [] }) => (kind === 'entry' ? statements : [])),
  ).toEqual(['order', 'last-cars', 'door-forced']);
  const sides = under(message, 'Who says what').flatMap(({ statements = [] }) => statements);
  expect(sides).toEqual(['iran-behind-attack/rama', 'iran-behind-attack/iran-mfa']);
  expect(message.buttons[0]).toEqual({ label: 'Full briefing', command: '/briefing albania-iran', primary: true });
});

test('the newest at a first look is the newest question, and no plan whose day is past', () => {
  const message = composeCatchUp([newsBetween(satellite, '2027-01-01', '2027-01-01')], {
    today: '2026-04-03',
    isFirstLook: true,
  });
  const happened = under(message, 'What happened').flatMap(({ statements = [] }) => statements);
  expect(happened).not.toContain('inquiry');
  expect(happened).toContain('given-up');
  const asked = under(message, 'Who says what').flatMap((block) =>
    block.kind === 'question' ? [plainLine(block.asks)] : [],
  );
  expect(asked).toEqual(['Did an error in the flight software switch off the radio?']);
});

test('of several stories it lists what each has new, and names those that have nothing', () => {
  const message = composeCatchUp(
    [
      newsBetween(albania, '2022-01-01', '2026-01-01'),
      newsBetween(water, '2026-03-30', '2026-03-30'),
      newsBetween(satellite, '2027-01-01', '2027-01-01'),
    ],
    { since: '2026-03-29', today: '2026-03-31' },
  );
  expect(linesOf(message)).toEqual([
    'New in 2 stories since Sunday.',
    "Albania–Iran  27 statements · Elite agents force the embassy's door ¶2\n    /catchup albania-iran",
    "Skarnvåg's water  8 statements and one correction · Water east of the river need no longer be boiled [4 ¶1]\n    /catchup invented-water",
    'Nothing new in Petrel-2.',
  ]);
});

test('of several stories without any news one line says so', () => {
  const message = composeCatchUp([nothing, newsBetween(satellite, '2027-01-01', '2027-01-01')], {
    today: '2026-04-03',
  });
  expect(linesOf(message)).toEqual(['Nothing new in the stories that you look at.']);
});
