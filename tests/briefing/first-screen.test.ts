import { expect, test } from 'vitest';
import { composeBriefing, type View } from '../../src/briefing/index.ts';
import { plainMessage } from '../../src/message/index.ts';
import type { Story } from '../../src/story/index.ts';
import { albania, headingsOf, linesOf, stories, textOf, under, water } from './stories.ts';

const screen = composeBriefing(albania);

test('the first screen tells the story in the order of the design, and nothing else', () => {
  expect(screen.title).toBe('Albania breaks with Iran over a cyberattack');
  expect(linesOf(screen)).toEqual([
    'closed · last development Thu 8 Sep 2022 · one report, publisher not known',
    'In short',
    "Albania's government gave the Iranian embassy's staff 24 hours to leave the country over a major hack that it blames on Iran. ¶1",
    "Iran's Foreign Ministry denied in a statement that Tehran was behind any cyberattack. ¶11",
    'Why it matters',
    "Albania's break with Iran is the first known case of a country cutting off diplomatic relations because of a cyberattack. ¶1",
    'Latest',
    "Thu 8 Sep  Elite agents force the embassy's door ¶2",
    'Thu 8 Sep  Last two embassy cars leave, about 10 aboard ¶3',
    'Wed 7 Sep  Albania gives embassy staff 24 hours to leave ¶1',
    'Fri 15 Jul  Cyberattack takes down government services ¶5',
    'Who says what',
    'Was the Iranian government behind the attack of 15 July?',
    '– Rama said that there was “undeniable evidence” that the Iranian government was behind the attack. ¶5 · Wed 7 Sep',
    "– Iran's Foreign Ministry denied in a statement that Tehran was behind any cyberattack. ¶11 · reported Thu 8 Sep",
    '2 more positions and one more open question under Who says what.',
  ]);
});

test('it fits one phone screen', () => {
  const characters = plainMessage({ ...screen, buttons: [] }).length;
  expect(characters).toBeGreaterThan(700);
  expect(characters).toBeLessThanOrEqual(1300);
});

test('its buttons open the sections, ask what the editor expects to be asked next, and open a form for mistakes', () => {
  expect(screen.buttons).toEqual([
    { label: 'Timeline', command: '/briefing albania-iran timeline' },
    { label: 'Who says what', command: '/briefing albania-iran who-says-what' },
    { label: 'People', command: '/briefing albania-iran people' },
    { label: 'Background', command: '/briefing albania-iran background' },
    { label: 'Sources', command: '/briefing albania-iran sources' },
    { label: 'How did the United States react?', command: '/ask albania-iran number:12' },
    { label: 'What did NATO say?', command: '/ask albania-iran number:13' },
    { label: 'Report a mistake', command: '/report albania-iran' },
  ]);
});

test('what the screen has answered is not asked next, nor anything in a section or as of an earlier day', () => {
  const { readersAsk } = albania;
  const asked = (story: Story, view?: View) =>
    composeBriefing(story, view).buttons.filter(({ command }) => command.startsWith('/ask'));
  const told = readersAsk.slice(0, 2).map((question) => ({ ...question, answers: ['order'] }));
  expect(asked({ ...albania, readersAsk: told })).toEqual([]);
  expect(asked({ ...albania, readersAsk: [] })).toEqual([]);
  expect(asked(albania, { section: 'timeline' })).toEqual([]);
  expect(asked(albania, { asOf: '2022-09-08' })).toEqual([]);
});

test('its summary is what a screen reader says: the title and what is said in short', () => {
  expect(screen.summary).toBe(
    "Albania breaks with Iran over a cyberattack. Albania's government gave the Iranian embassy's staff 24 hours to leave " +
      "the country over a major hack that it blames on Iran. Iran's Foreign Ministry denied in a statement that Tehran was " +
      'behind any cyberattack.',
  );
});

test('a story with several reports says how many, and where they are numbered', () => {
  expect(linesOf(composeBriefing(water))[0]).toBe(
    'developing · last development Mon 30 Mar 2026 · 4 reports, numbered under Sources',
  );
});

test('the parts of every story come in one order', () => {
  const order = ['In short', 'Why it matters', 'Latest', 'Coming up', 'Who says what'];
  expect(headingsOf(composeBriefing(water))).toEqual(order);
  for (const story of stories) {
    const headings = headingsOf(composeBriefing(story));
    expect(headings).toEqual(order.filter((heading) => headings.includes(heading)));
    expect(headings).toEqual(expect.arrayContaining(['In short', 'Latest', 'Who says what']));
  }
});

test('what was said in short is not said again as the latest, but has its place there', () => {
  let again = 0;
  for (const story of stories) {
    const message = composeBriefing(story);
    const said = [...under(message, 'In short'), ...under(message, 'Why it matters')].flatMap(
      ({ statements = [] }) => statements,
    );
    const latest = under(message, 'Latest').flatMap(({ statements = [] }) => statements);
    expect(said.length).toBeGreaterThan(0);
    expect(latest.filter((id) => !said.includes(id)).length).toBeGreaterThanOrEqual(2);
    const last = story.events.findIndex(({ id }) => id === latest.at(-1));
    const happened = story.events.filter(({ status, withdrawn }) => status === 'happened' && withdrawn === undefined);
    const between = happened.filter((event) => said.includes(event.id) && story.events.indexOf(event) >= last);
    expect(latest).toEqual(expect.arrayContaining(between.map(({ id }) => id)));
    again += between.length;
    for (const { what } of between) expect(textOf(under(message, 'Latest'))).not.toContain(what);
  }
  expect(again).toBeGreaterThan(0);
});

test('the latest are events that happened, the newest first', () => {
  for (const story of stories) {
    const ids = under(composeBriefing(story), 'Latest').flatMap(({ statements = [] }) => statements);
    const events = ids.map((id) => story.events.find((event) => event.id === id));
    for (const event of events) expect(event).toMatchObject({ status: 'happened' });
    const places = events.map((event) => story.events.findIndex(({ id }) => id === event?.id));
    expect(places).toEqual([...places].sort((a, b) => b - a));
  }
});

test('every statement of the first screen is said with its mark', () => {
  for (const story of stories) {
    const mark = story.sources.length > 1 ? /\[\d ¶\d+(?:, \d ¶\d+)*\]/ : /¶\d+/;
    const blocks = composeBriefing(story).blocks.filter(({ statements = [] }) => statements.length > 0);
    expect(blocks.length).toBeGreaterThan(5);
    for (const block of blocks) expect(textOf([block])).toMatch(mark);
  }
});
