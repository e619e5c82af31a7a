import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../src/message/index.ts';
import { renderDiscord } from '../../src/platforms/discord/index.ts';
import { renderSlack } from '../../src/platforms/slack/index.ts';
import { digest, digestOf, newsBetween } from './digests.ts';
import { albania, headingsOf, linesOf, satellite, storyAsOf, storyOf, textOf, under, water } from './stories.ts';

const week = ['2022-09-05', '2022-09-11'] as const;

test('a digest of the real story tells its last week in the order of the design, and counts the rest', () => {
  const { message } = digest([newsBetween(albania, ...week)], ...week);
  expect(message.title).toBe('This week in the story: Albania–Iran · 5–11 September 2022');
  expect(linesOf(message)).toEqual([
    'What happened',
    'Wed 7 Sep  Albania gives embassy staff 24 hours to leave ¶1',
    "– The United States supported Albania's move and vowed unspecified retaliation against Iran for “a troubling precedent for cyberspace.” ¶9 · reported Thu 8 Sep",
    'Wed 7 Sep – Thu 8 Sep  There was a lot of movement inside the embassy building overnight, before the last two cars left. ¶3',
    'Thu 8 Sep  Last two embassy cars leave, about 10 aboard ¶3',
    "Thu 8 Sep  Elite agents force the embassy's door ¶2",
    'Thu 8 Sep  Officers in full combat gear went into the embassy building first; other officers followed with gear and a dog. ¶2',
    'Thu 8 Sep (day uncertain)  Police cordoned off the area of the embassy complex and did not let passers-by through. ¶4',
    'Who says what',
    'Was the Iranian government behind the attack of 15 July?',
    '– Rama said that there was “undeniable evidence” that the Iranian government was behind the attack. ¶5 · Wed 7 Sep',
    "– Iran's Foreign Ministry denied in a statement that Tehran was behind any cyberattack. ¶11 · reported Thu 8 Sep",
    "Where did the embassy's staff go?",
    '– Local media reported that some of the staff had left from Tirana International Airport and that others were likely on their way to neighboring North Macedonia. ¶4 · reported Thu 8 Sep',
    'Also first reported: 8 more positions and 9 statements about earlier events and background.',
    'Closed · one report, publisher not known',
  ]);
  expect(message.summary).toBe('This week in the story: Albania–Iran · 5–11 September 2022. 27 new statements.');
});

test('a week with a correction leads with it, gives both sides, one of them marked as earlier, and says what is coming', () => {
  expect(linesOf(digestOf(water, '2026-03-30', '2026-04-05').message)).toEqual([
    'Correction of Mon 30 Mar 2026\n' +
      '    was: According to municipal doctor Rania Haddawi, between 80 and 95 people called the emergency clinic with stomach pains.\n' +
      '    now: According to municipal doctor Rania Haddawi, 78 people called the emergency clinic with stomach pains. [4 ¶2]\n' +
      '    Every call has now been checked.',
    'What happened',
    'Tue 24 Mar – Wed 25 Mar  The crack in the sewer was sealed. [4 ¶3]',
    'until Mon 30 Mar  Lamps for ultraviolet light were ordered for about 14.6 million crowns. [4 ¶7]',
    'Mon 30 Mar  East of the river the tap water no longer has to be boiled; west of it, where about 2,100 people live, the warning stays in force. [4 ¶1]',
    'Who says what',
    'Did Skarn Vann warn the town too late?',
    "– Earlier: Łucja Żurawska denied it: “The laboratory's answer reached us on Tuesday at four, and at nine the phones rang.” [2 ¶5] · reported Fri 13 Mar",
    '– Żurawska said that Skarn Vann had warned too late after all: “The laboratory rang us on 7 March. We hoped for a mistake, and waited three days.” [4 ¶6] · Sat 28 Mar',
    'Did sewage get into the drinking water?',
    '– “The same bacteria sat in the crack and in the taps,” Tuva Ekremsæter said; for her institute sewage from Nausthaugen polluted the drinking water. [4 ¶4] · reported Mon 30 Mar',
    '– Nausthaugen Hytter stands by its denial and has asked for a second test by another laboratory. [4 ¶5] · reported Mon 30 Mar',
    'Coming up',
    'Thu 9 Apr · planned  A public meeting that the town council has called is to be held in the sports hall. [3 ¶8]',
    'June 2027 · planned  The lamps for ultraviolet light are to be switched on. [4 ¶7]',
    'Also first reported',
    'Nobody is known to have fallen ill since 22 March 2026. [4 ¶2]',
    'Developing · 4 reports, numbered under Sources of the full briefing',
  ]);
});

test('it is read in one go on a phone', () => {
  for (const [story, from, until] of [
    [albania, ...week],
    [water, '2026-03-09', '2026-03-15'],
    [water, '2026-03-16', '2026-03-22'],
    [satellite, '2025-09-15', '2025-09-21'],
  ] as const) {
    const { message } = digestOf(story, from, until);
    const characters = plainMessage({ ...message, buttons: [] }).length;
    const corrections = message.blocks.filter(({ kind }) => kind === 'correction');
    expect(characters - textOf(corrections).length).toBeGreaterThan(900);
    expect(characters - textOf(corrections).length).toBeLessThanOrEqual(1700);
  }
});

test('its buttons catch up, open the rest, ask, brief and report; one is primary', () => {
  expect(digestOf(albania, ...week).message.buttons).toEqual([
    { label: 'Catch me up', command: '/catchup albania-iran', primary: true },
    { label: 'All that is new', command: '/digest show key:k1 albania-iran' },
    { label: 'Ask', command: '/ask albania-iran' },
    { label: 'Full briefing', command: '/briefing albania-iran' },
    { label: 'Report a mistake', command: '/report albania-iran' },
  ]);
});

test('the whole of it tells every new statement, leaves no room for corrections, and can be turned', () => {
  const { message, said } = digestOf(albania, ...week, { whole: true });
  expect([...(said[albania.id] ?? [])].sort()).toEqual([...newsBetween(albania, ...week).entered].sort());
  expect(textOf(message)).not.toMatch(/Also first reported:/);
  expect(message.command).toBe('/digest show key:k1 albania-iran');
  expect(message.spare).toBeUndefined();
  expect(headingsOf(message)).toEqual(['What happened', 'Who says what', 'Also said', 'Also first reported']);
});

test('a correction finds room', () => {
  expect(digestOf(albania, ...week).message.spare).toEqual({ characters: 600, components: 4 });
});

test('a withdrawal stands among the corrections, struck through', () => {
  const { message, said } = digestOf(water, '2026-03-13', '2026-03-13');
  expect(message.blocks.slice(0, 2)).toMatchObject([
    { kind: 'correction', statements: ['samples'] },
    {
      kind: 'entry',
      label: [{ text: 'Withdrawn on Fri 13 Mar 2026' }],
      content: [{ kind: 'struck' }, {}, {}],
      statements: ['eidet'],
    },
  ]);
  expect(said[water.id]).toEqual(expect.arrayContaining(['samples', 'eidet']));
});

test('the day of an event is as exact as its report, and a plan that was called off is called so', () => {
  const said = textOf(digestOf(water, '2026-03-09', '2026-03-15', { whole: true }).message);
  expect(said).toContain('about Sat 7 Mar  The first of those who');
  expect(said).toContain('Fri 13 Mar (day uncertain)  Skarn Vann withdrew its finding');
  expect(said).toContain('Mon 16 Mar · called off  Skarn Vann expects to lift the warning');
});

test('what was called off stands under that heading, behind what happened, and is not coming up', () => {
  const { message } = digestOf(water, '2026-03-09', '2026-03-15', { whole: true });
  expect(textOf(under(message, 'Called off'))).toBe(
    'Mon 16 Mar · called off  Skarn Vann expects to lift the warning once the pipes have been flushed with chlorine. [1 ¶7]',
  );
  expect(textOf(under(message, 'Coming up'))).not.toContain('called off');
  const headings = headingsOf(message);
  expect(headings[headings.indexOf('What happened') + 1]).toBe('Called off');
});

const plans = storyOf(`
sources: { first: { published: 2026-05-20 }, second: { published: 2026-06-01 } }
facts: { bridge: { what: The bridge is old., evidence: first 1 The bridge is old } }
events:
  soon: { when: 2026-06-10, status: planned, what: The bridge is to open., evidence: first 1 the bridge is to open }
  later: { when: 2027, status: planned, what: The toll is to end., evidence: first 1 the toll is to end }
  open: { when: 2026-06, status: planned, what: The mayor is to decide., evidence: second 1 the mayor is to decide }
  past: { when: 2026-05-25, status: planned, what: The test was to be held., evidence: second 1 the test was held }
`);

test('what is planned is said when it is new, and again when its day is near', () => {
  const { message } = digest([newsBetween(plans, '2026-06-01', '2026-06-01')], '2026-06-01', '2026-06-07');
  expect(linesOf({ ...message, blocks: under(message, 'Coming up') }).slice(0, 2)).toEqual([
    'June · planned  The mayor is to decide. [2 ¶1]',
    'Wed 10 Jun · planned  The bridge is to open. [1 ¶1]',
  ]);
  expect(textOf(under(message, 'What was planned'))).toContain('Mon 25 May · planned  The test was to be held.');
  expect(textOf(message)).not.toContain('What happened');
});

test('what is still to come in a week that is told before its end is coming up', () => {
  const news = [newsBetween(plans, '2026-06-01', '2026-06-01')];
  const { message } = digest(news, '2026-06-08', '2026-06-14', { today: '2026-06-09' });
  expect(headingsOf(message)).not.toContain('What happened');
  expect(textOf(under(message, 'Coming up'))).toContain('Wed 10 Jun · planned  The bridge is to open.');
  const { message: behind } = digest(news, '2026-06-08', '2026-06-14', { today: '2026-06-11' });
  expect(textOf(under(behind, 'Coming up'))).not.toContain('The bridge is to open.');
});

test('an event that is long past when it is first reported stands under Also first reported', () => {
  const { message } = digest([newsBetween(albania, ...week)], ...week, { whole: true });
  expect(textOf(under(message, 'Also first reported'))).toContain('2014 (year only)  Albania took in some 3,000');
  expect(textOf(under(message, 'What happened'))).not.toContain('2014');
});

test('forty events are told in part, the newest, and the rest is counted', () => {
  const events = Array.from({ length: 40 }, (_, index) => {
    const day = `2026-05-${14 + (index % 7)}`;
    return `  e${index}: { when: ${day}, what: Part ${index} of the bridge was closed., evidence: 1 one two three }`;
  });
  const story = storyOf(['events:', ...events].join('\n'));
  const { message } = digest([newsBetween(story, '2026-05-14', '2026-05-20')], '2026-05-14', '2026-05-20');
  const shown = under(message, 'What happened').flatMap(({ statements = [] }) => statements);
  expect(shown).toHaveLength(12);
  expect(shown).toEqual(story.events.slice(-12).map(({ id }) => id));
  expect(textOf(message)).toContain('Also first reported: 28 more developments');
});

test('where only background is new, some of it is told in words', () => {
  const facts = Array.from(
    { length: 9 },
    (_, index) => `  f${index}: { what: Fact number ${index}., evidence: 1 one two three }`,
  );
  const story = storyOf(
    ['facts:', '  bridge: { what: The bridge is old., evidence: 1 one two three }', ...facts].join('\n'),
  );
  const news = newsBetween(story, '2026-05-20', '2026-05-20');
  const { message } = digest([news], '2026-05-20', '2026-05-20', { kind: 'news' });
  expect(under(message, 'First reported').filter(({ statements }) => statements)).toHaveLength(6);
  expect(textOf(message)).toContain('Also first reported: 4 statements about background.');
  const { said } = digest([news, newsBetween(albania, ...week)], '2026-05-20', '2026-05-20');
  expect(said['bridge']).toEqual(['bridge', 'f0']);
});

test('a position that was corrected is told with the other side', () => {
  const id = 'iran-behind-attack/rama';
  const corrected = {
    when: '2022-09-10',
    statement: id,
    field: 'what',
    was: 'x',
    now: 'y',
    why: 'z',
    evidence: [],
  } as const;
  const { message } = digest([{ story: albania, entered: [], corrections: [corrected], withdrawn: [] }], ...week);
  expect(under(message, 'Who says what').flatMap(({ statements = [] }) => statements)).toEqual([
    id,
    'iran-behind-attack/iran-mfa',
  ]);
});

test('a digest that may repeat the last one says so behind the corrections', () => {
  const { message } = digestOf(water, '2026-03-30', '2026-04-05', { mayRepeat: true });
  expect(linesOf(message)[1]).toBe('This may repeat the last digest: whether that one arrived is not known.');
});

test('a story that is gone is named', () => {
  const { message } = digestOf(albania, ...week, { gone: ['old-story', 'other'] });
  expect(linesOf(message).at(-1)).toBe('No longer among the stories: old-story and other.');
});

test('of many stories that are gone the first are named, so that the digest can be posted', () => {
  const gone = Array.from({ length: 300 }, (_, index) => `a-story-that-is-no-longer-there-${index}`);
  const { message } = digestOf(albania, ...week, { gone });
  expect(linesOf(message).at(-1)).toMatch(/^No longer among the stories: .*-0, .*-1, .*-2, .*-3 and 296 more\.$/);
  expect([renderDiscord(message).omitted, renderSlack(message).omitted]).toEqual([[], []]);
});

test('the picture’s place is behind what happened', () => {
  const { message, pictureBefore } = digestOf(water, '2026-03-30', '2026-04-05');
  expect(message.blocks[pictureBefore]).toMatchObject({ kind: 'heading', text: 'Who says what' });
});

describe('of several stories', () => {
  const from = '2026-03-30';
  const until = '2026-04-05';
  const news = [
    newsBetween(albania, '2022-01-01', until),
    newsBetween(water, from, until),
    newsBetween(satellite, from, until),
  ];
  const { message, said } = digest(news, from, until);

  test('each has its heading, its corrections and its two newest developments; those with corrections come first', () => {
    expect(headingsOf(message)).toEqual(["Skarnvåg's water", 'Albania–Iran']);
    const [first, ...rest] = linesOf({ ...message, blocks: under(message, "Skarnvåg's water") });
    expect(first).toMatch(/^Correction of Mon 30 Mar 2026\n/);
    expect(rest).toEqual([
      'until Mon 30 Mar  Lamps for ultraviolet light were ordered for about 14.6 million crowns. [4 ¶7]',
      'Mon 30 Mar  Water east of the river need no longer be boiled [4 ¶1]',
      'Thu 9 Apr · planned  Public meeting in the sports hall [3 ¶8]',
      'Also new: one more development, one more plan, 3 more positions and one statement about background.',
    ]);
  });

  test('a story in which nothing happened is told by its first question, with both sides', () => {
    const positions = under(message, 'Albania–Iran').filter(({ kind }) => kind === 'position');
    expect(positions.map(({ statements }) => statements)).toEqual([
      ['iran-behind-attack/rama'],
      ['iran-behind-attack/iran-mfa'],
    ]);
  });

  test('where nothing is new, one line says so', () => {
    expect(linesOf(message).at(-1)).toBe(
      'Nothing new this week in Petrel-2. Reports are numbered under Sources of each story’s briefing.',
    );
  });

  test('a button opens all of each, and blocks name their story', () => {
    expect(message.buttons).toEqual([
      { label: "All of Skarnvåg's water", command: '/digest show key:k1 invented-water' },
      { label: 'All of Albania–Iran', command: '/digest show key:k1 albania-iran' },
    ]);
    for (const block of message.blocks) if (block.statements) expect(block.story).toMatch(/./);
    expect(Object.keys(said)).toEqual(['invented-water', 'albania-iran']);
    expect(said['invented-water']).toEqual(['ill', 'lamps-ordered', 'east-lifted', 'meeting']);
  });

  test('many are chosen from a list', () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({
      ...newsBetween(albania, ...week),
      story: { ...albania, id: `story-${index}`, name: `Story ${index}` },
    }));
    const { message: many } = digest(ten, ...week);
    const items = many.blocks.flatMap((block) => (block.kind === 'item' ? [block.opens] : []));
    expect(items).toEqual(ten.map(({ story }) => `/digest show key:k1 ${story.id}`));
    expect(many.buttons).toEqual([]);
    expect(many.title).toBe('This week in 10 stories · 5–11 September 2022');
  });
});

describe('of a quiet week', () => {
  const quiet = [storyAsOf(albania, '2026-01-01'), water].map((story) =>
    newsBetween(story, '2026-06-01', '2026-06-07'),
  );
  const lines = (count: number, more = {}) =>
    linesOf(digest(quiet.slice(0, count), '2026-06-01', '2026-06-07', more).message);

  test('there is nothing to catch up with, and in one line nothing to report', () => {
    const labels = (kind: 'line' | 'look-back') =>
      digest(quiet.slice(0, 1), '2026-06-01', '2026-06-07', { quiet: kind }).message.buttons.map(({ label }) => label);
    expect(labels('line')).toEqual(['Ask', 'Full briefing']);
    expect(labels('look-back')).toEqual(['Ask', 'Full briefing', 'Report a mistake']);
  });

  test('one line says so, with the day of the last development', () => {
    expect(lines(1, { quiet: 'line' })).toEqual([
      'Nothing new this week in Albania–Iran.',
      'Last development: Thu 8 Sep 2022. The next digest comes when something is new.',
    ]);
    expect(lines(2, { quiet: 'line' })).toEqual([
      "Nothing new this week in Albania–Iran and Skarnvåg's water.",
      "Last developments: Albania–Iran Thu 8 Sep 2022; Skarnvåg's water Mon 30 Mar 2026. The next digest comes when something is new.",
    ]);
  });

  test('a look back tells in short what happened, with both sides, and where it stands', () => {
    expect(lines(1, { quiet: 'look-back' })).toEqual([
      'Nothing new this week in Albania–Iran.',
      'In short',
      "Albania's government gave the Iranian embassy's staff 24 hours to leave the country over a major hack that it blames on Iran. ¶1",
      "Iran's Foreign Ministry denied in a statement that Tehran was behind any cyberattack. ¶11",
      'Closed · last development Thu 8 Sep 2022',
    ]);
    const { said } = digest(quiet, '2026-06-01', '2026-06-07', { quiet: 'look-back' });
    expect(said).toMatchObject({ 'albania-iran': ['order', 'iran-behind-attack/iran-mfa'] });
  });
});

test('an event that was corrected at the same time stands under its day, too, however much happened since', () => {
  const others = Array.from({ length: 14 }, (_, at) => {
    return `  lamp-${at}: { when: 2026-05-19, what: Another lamp went out., evidence: 1 one two three }`;
  });
  const story = storyOf(`
events:
  closing: { when: 2026-05-18, what: The bridge closed at noon., evidence: 1 four five six }
  first-lamp: { when: 2026-05-18, what: A first lamp went out., evidence: 1 one two three }
${others.join('\n')}
corrections:
  - { when: 2026-05-20, statement: closing, was: The bridge closed at ten., why: The hour was wrong., evidence: 1 four five six }
`);
  const lines = linesOf(digestOf(story, '2026-05-16', '2026-05-22').message);
  expect(lines.join('\n')).toContain('now: The bridge closed at noon.');
  const happened = lines.slice(lines.indexOf('What happened') + 1);
  expect(happened[0]).toContain('Mon 18 May  The bridge closed at noon.');
  expect(happened.filter((line) => line.includes('Another lamp')).length).toBeGreaterThan(5);
  expect(lines.join('\n')).not.toContain('A first lamp');
  expect(lines.join('\n')).toMatch(/Also first reported: \d+ more developments/);
});
