import { expect, test } from 'vitest';
import { openStories, readerOf, textOf } from './typing.ts';

const stories = await openStories();
const reader = readerOf(stories);

test('there are three stories to type about', () => {
  expect(stories.problems).toEqual([]);
  expect(stories.stories.map(({ id }) => id).sort()).toEqual(['albania-iran', 'invented-satellite', 'invented-water']);
});

test.for([
  ['its id', 'albania-iran'],
  ['its id in capitals', 'ALBANIA-IRAN'],
  ['its name', 'Albania–Iran'],
  ['its name with spaces', 'albania iran'],
  ['another name', 'albania'],
  ['several words', 'tirana embassy'],
  ['several words in any case', 'Tirana EMBASSY'],
  ['several words in quotation marks', '"iran embassy tirana"'],
  ['the option’s name', 'story:albania-iran'],
  ['the option’s name and several words', 'story:tirana embassy'],
  ['the option’s name and quotation marks', 'story:"tirana embassy"'],
])('a story is found by %s', async ([, typed]) => {
  const { message } = await reader.say(`/briefing ${typed}`);
  expect(message.command).toBe('/briefing albania-iran');
  expect(message.title).toBe('Albania breaks with Iran over a cyberattack');
});

test.for([
  ['letters with marks', 'skarnvåg', 'invented-water'],
  ['the same letters without marks', 'skarnvag', 'invented-water'],
  ['another alphabet', 'Скарнвог', 'invented-water'],
  ['Chinese', '海燕二号', 'invented-satellite'],
])('a story is found by %s', async ([, typed, id]) => {
  expect((await reader.say(`/briefing ${typed}`)).message.command).toBe(`/briefing ${id}`);
});

test.for([
  '/briefing albania-iran timeline',
  '/BRIEFING albania-iran timeline',
  'briefing albania-iran timeline',
  '  /briefing   albania-iran\ttimeline  ',
  '/briefing albania-iran section:timeline',
  '/briefing albania-iran SECTION:Timeline',
  '/briefing timeline albania-iran',
  'albania-iran timeline',
  'Tirana Embassy timeline',
  '/briefing albania-iran timeline #2',
  '/briefing albania-iran timeline #slot-7/2026-04-10',
])('‘%s’ opens the timeline', async (line) => {
  expect((await reader.say(line)).message.command).toBe('/briefing albania-iran timeline');
});

test.for([
  'who-says-what',
  'Who says what',
  'WHO SAYS WHAT',
  'who says-what',
  'section:who-says-what',
  'section:"Who says what"',
  'section:who says what',
])('a section is found by its key and by its label: ‘%s’', async (section) => {
  for (const line of [`/briefing albania-iran ${section} private`, `/briefing albania-iran private ${section}`]) {
    expect((await reader.say(line)).message.command).toBe('/briefing albania-iran who-says-what');
  }
});

test.for([
  'as-of:8 sep',
  'as-of: 8 sep',
  'as-of:"8 sep"',
  'as-of: “8 sep”',
  'as-of:8 September 2022',
  'as-of:2022-09-08',
  'AS-OF:2022-09-08',
  'as-of:Thu 8 Sep',
  '8 sep',
])('a day is read from ‘%s’, wherever it stands', async (day) => {
  const lines = [
    `albania-iran timeline ${day} private`,
    `albania-iran ${day} timeline private`,
    `${day} albania timeline`,
  ];
  for (const line of lines) {
    const { message } = await reader.say(`/briefing ${line}`);
    expect(message.command, line).toBe('/briefing albania-iran timeline as-of:2022-09-08');
  }
});

test('a day is counted from the day on which it is typed, in the story’s time zone', async () => {
  const saturdayNight = readerOf(stories, { at: Date.parse('2025-09-27T13:30:00Z') });
  for (const [typed, day] of [
    ['yesterday', '2025-09-27'], // in Auckland it is Sunday already
    ['last friday', '2025-09-26'],
    ['today', '2025-09-28'],
  ]) {
    const { message } = await saturdayNight.say(`/briefing petrel-2 as-of:${typed}`);
    expect(message.command).toBe(`/briefing invented-satellite as-of:${day}`);
  }
});

test('a page is asked for by its number', async () => {
  const { message, place } = await reader.say('/briefing albania-iran timeline page:2');
  expect(message.page).toBe(2);
  expect(place).toBe('same');
  expect((await reader.say('/briefing albania-iran timeline')).place).toBe('new');
});

test('the options of a form give the same answer as the same words in a line', async () => {
  const options = { story: 'Tirana embassy', section: 'Who says what', 'as-of': '8 sep', private: 'true', page: '2' };
  const filled = await reader.fill('briefing', options);
  const typed = await reader.say('/briefing page:2 private as-of:8 sep tirana embassy who says what');
  expect(filled).toEqual(typed);
  expect(filled.message.command).toBe('/briefing albania-iran who-says-what as-of:2022-09-08');
});

test('an option that a form leaves empty is one that was not given', async () => {
  const filled = await reader.fill('briefing', { story: 'albania-iran', section: '', 'as-of': '' });
  expect(filled).toEqual(await reader.say('/briefing albania-iran'));
});

test('without a story, /briefing lists the stories to choose from', async () => {
  const listed = await reader.say('/briefing');
  expect(listed.message.kind).toBe('list');
  expect(textOf(listed)).toContain('/briefing albania-iran');
});

test('what was typed without a story goes with the choice of one, and with the list’s next page', async () => {
  const listed = await reader.say('/briefing timeline "8 sep" private');
  expect(listed.message.command).toBe('/briefing timeline as-of:"8 sep" private');
  expect(textOf(listed)).toContain('/briefing albania-iran timeline as-of:"8 sep" private');
  const chosen = await reader.say('/briefing albania-iran timeline as-of:"8 sep" private');
  expect(chosen.message.command).toBe('/briefing albania-iran timeline as-of:2022-09-08');
  const long = await reader.say('/briefing as-of:"8th of september 2022"');
  expect(textOf(long)).toContain('/briefing albania-iran as-of:2022-09-08');
});
