import { expect, test } from 'vitest';
import { meant, openStories, readerOf, sentenceOf } from './typing.ts';

const stories = await openStories();
const reader = readerOf(stories);

const sections = 'There are timeline, who-says-what, people, background, sources, quotes.';
const days = 'Write it as 8 sep, 2022-09-08, yesterday or last friday.';
const options = 'Its options are story, section, as-of, private, page.';
const near = 'Did you mean one of these?';

/** What is typed, what the reader is told, and the command that the first button stands for. */
const mistakes: readonly (readonly [string, string, string])[] = [
  // a story
  ['/briefing albana-iran', `There is no story ‘albana-iran’. ${near}`, '/briefing albania-iran'],
  [
    '/briefing albana-iran timeline as-of:8 sep private page:2',
    `There is no story ‘albana-iran’. ${near}`,
    '/briefing albania-iran timeline as-of:"8 sep" private page:2',
  ],
  [
    '/briefing iran embasy tirana who says what',
    `There is no story ‘iran embasy tirana’. ${near}`,
    '/briefing albania-iran who says what',
  ],
  ['/briefing story:petrel3', `There is no story ‘petrel3’. ${near}`, '/briefing invented-satellite'],
  ['/briefing 🛰', 'There is no story ‘🛰’.', '/stories'],
  ['/briefing xyzzy', 'There is no story ‘xyzzy’.', '/stories'],
  ['/briefing constructor', 'There is no story ‘constructor’.', '/stories'],
  // a section
  [
    '/briefing albania-iran timelin',
    `‘timelin’ is no section; did you mean ‘timeline’? ${sections}`,
    '/briefing albania-iran timeline',
  ],
  [
    '/briefing albania-iran Who said what private:no as-of:8 sep',
    `‘Who said what’ is no section; did you mean ‘who-says-what’? ${sections}`,
    '/briefing albania-iran who-says-what as-of:"8 sep"',
  ],
  ['/briefing albania-iran xyzzy private', `‘xyzzy’ is no section. ${sections}`, '/briefing albania-iran private'],
  ['/briefing albania-iran section:xyzzy', `‘xyzzy’ is no section. ${sections}`, '/briefing albania-iran'],
  [
    '/briefing albania-iran timeline people',
    '/briefing takes one section at a time: ‘timeline’ or ‘people’?',
    '/briefing albania-iran timeline',
  ],
  [
    '/briefing albania-iran timeline timeline',
    '/briefing does not know what to do with ‘timeline’.',
    '/briefing albania-iran timeline',
  ],
  [
    '/briefing albania-iran as-of:8 sep 9 sep',
    '/briefing takes one day at a time: ‘8 sep’ or ‘9 sep’?',
    '/briefing albania-iran as-of:"8 sep"',
  ],
  [
    '/catchup albania-iran invented-water',
    '/catchup takes one story at a time: ‘albania-iran’ or ‘invented-water’?',
    '/catchup albania-iran',
  ],
  // a day
  ['/briefing albania-iran as-of:soonish', `‘soonish’ is no day. ${days}`, '/briefing albania-iran'],
  ['/briefing albania-iran as-of:31 sep 2022', `‘31 sep 2022’ is no day. ${days}`, '/briefing albania-iran'],
  ['/briefing albania-iran as-of:2022-02-30', `‘2022-02-30’ is no day. ${days}`, '/briefing albania-iran'],
  [
    '/briefing albania-iran as-of: september people private',
    `‘september’ is no day. ${days}`,
    '/briefing albania-iran people private',
  ],
  ['/briefing albania-iran as-of:last tuseday', `‘last’ is no day. ${days}`, '/briefing albania-iran'],
  ['/briefing albania-iran 31 feb', `‘31 feb’ is no day. ${days}`, '/briefing albania-iran'],
  [
    '/briefing albania-iran 31 feb people private',
    `‘31 feb’ is no day. ${days}`,
    '/briefing albania-iran people private',
  ],
  ['/briefing albania-iran people 2022-02-30', `‘2022-02-30’ is no day. ${days}`, '/briefing albania-iran people'],
  ['/briefing albania-iran June 31st, 2022', `‘June 31st, 2022’ is no day. ${days}`, '/briefing albania-iran'],
  ['/briefing albania-iran 31 fables', `‘31 fables’ is no section. ${sections}`, '/briefing albania-iran'],
  // an option
  [
    '/briefing albania-iran asof:8 sep people',
    `/briefing has no option ‘asof’; did you mean ‘as-of’? ${options}`,
    '/briefing albania-iran as-of:8 sep people',
  ],
  ['/briefing albania-iran lang:sq', `/briefing has no option ‘lang’. ${options}`, '/briefing albania-iran'],
  [
    '/briefing albania-iran lang:sq people as-of:8 sep',
    `/briefing has no option ‘lang’. ${options}`,
    '/briefing albania-iran as-of:"8 sep" people',
  ],
  [
    '/briefing albania-iran constructor:x',
    `/briefing has no option ‘constructor’. ${options}`,
    '/briefing albania-iran',
  ],
  // a number, yes or no
  [
    '/briefing albania-iran page:0',
    '‘0’ is no answer to ‘page’: write a whole number from 1 to 9,999.',
    '/briefing albania-iran',
  ],
  ['/stories page:10000', '‘10000’ is no answer to ‘page’: write a whole number from 1 to 9,999.', '/stories'],
  [
    '/briefing albania-iran people page:two',
    '‘two’ is no answer to ‘page’: write a whole number from 1 to 9,999.',
    '/briefing albania-iran people',
  ],
  [
    '/briefing albania-iran private:maybe',
    '‘maybe’ is no answer to ‘private’: write yes or no.',
    '/briefing albania-iran',
  ],
  // a command
  ['', 'Type a command, such as /briefing.', '/help'],
  ['/', 'Type a command, such as /briefing.', '/help'],
  ['   ', 'Type a command, such as /briefing.', '/help'],
  [
    '/brefing albania-iran timeline',
    'There is no command ‘/brefing’; did you mean ‘/briefing’?',
    '/briefing albania-iran timeline',
  ],
  ['/storys iran', 'There is no command ‘/storys’; did you mean ‘/stories’?', '/stories iran'],
  [
    '/timeline albania-iran',
    'There is no command ‘/timeline’; did you mean ‘/briefing’?',
    '/briefing albania-iran timeline',
  ],
  ['/quotes petrel', 'There is no command ‘/quotes’; did you mean ‘/briefing’?', '/briefing petrel quotes'],
  ['/search albania', 'There is no command ‘/search’; did you mean ‘/stories’?', '/stories albania'],
  ['/help timeline', 'There is no command ‘/timeline’; did you mean ‘/briefing’?', '/help briefing'],
  ['/xyzzy albania-iran', 'There is no command ‘/xyzzy’.', '/help'],
  ['/help brefing', 'There is no command ‘/brefing’; did you mean ‘/briefing’?', '/help briefing'],
  ['/stories xyzzy', 'No story’s name, title or topic matches ‘xyzzy’.', '/stories'],
  ['/stories 🛰', 'No story’s name, title or topic matches ‘🛰’.', '/stories'],
  // too much
  [`/briefing ${'x'.repeat(99_992)}`, 'That is 100000 characters; at most 2000 can be read.', '/help'],
  [`/${'🛰'.repeat(50_000)}`, 'That is 100000 characters; at most 2000 can be read.', '/help'],
];

test.for(mistakes)('‘%s’ is answered: %s', async ([line, sentence, command]) => {
  const answered = await reader.say(line);
  expect(answered).toMatchObject({ to: 'reader', place: 'new', message: { kind: 'mistake', summary: sentence } });
  expect(sentenceOf(answered)).toBe(sentence);
  expect(meant(answered).command).toBe(command);
  expect((await reader.say(command)).message.kind).not.toBe('mistake');
});

test('of two values for one option each has a button', async () => {
  const { message } = await reader.say('/briefing albania-iran timeline people private');
  expect(message.buttons.slice(0, 2).map(({ label, command }) => [label, command])).toEqual([
    ['Timeline', '/briefing albania-iran timeline private'],
    ['People', '/briefing albania-iran people private'],
  ]);
});

test('a form’s mistakes are told as those of a line', async () => {
  const filled = await reader.fill('briefing', { story: 'albania-iran', section: 'timelin', private: 'false' });
  expect(filled).toEqual(await reader.say('/briefing albania-iran timelin'));
  const far = await reader.fill('briefing', { story: 'x'.repeat(100_000) });
  expect(sentenceOf(far)).toBe('That is 100008 characters; at most 2000 can be read.');
});

test('a button offers the help that fits', async () => {
  const { message } = await reader.say('/briefing albania-iran timelin');
  expect(message.buttons.at(-1)).toEqual({ label: 'Help with /briefing', command: '/help briefing' });
});

test('of two mistakes the button mends the one that was told and leaves the other out', async () => {
  const answered = await reader.say('/briefing albania-iran section:timelin as-of:nonsense page:-3 private');
  expect(meant(answered).command).toBe('/briefing albania-iran timeline private');
});

test('what was meant is offered only where its command fits a button', async () => {
  const { message } = await reader.say(`/brefing ${'albania '.repeat(20)}`);
  expect(message.buttons.map(({ label, command }) => [label, command])).toEqual([['What can I type?', '/help']]);
});

test.for([
  ['7 sep', '7 September 2022', '8 September'],
  ['2022-09-07', '7 September 2022', '8 September'],
  ['31 dec 2021', '31 December 2021', '8 September 2022'],
])('of a day before the first report, %s, it is said that nothing was reported', async ([typed, day, first]) => {
  const answered = await reader.say(`/briefing albania-iran people as-of:${typed}`);
  expect(answered.to).toBe('reader');
  expect(sentenceOf(answered)).toBe(`Nothing was reported by ${day}. First report: ${first}.`);
  expect(meant(answered)).toMatchObject({ label: 'Briefing as of Thu 8 Sep 2022' });
  const { message } = await reader.say(meant(answered).command);
  expect(message).toMatchObject({ kind: 'briefing', command: '/briefing albania-iran as-of:2022-09-08' });
});

test.for([
  ['2026-04-11', '11 April 2026'],
  ['tomorrow', '11 April 2026'],
  ['1 jan 2030', '1 January 2030'],
])('of a day that is to come, %s, nothing is said but that', async ([typed, day]) => {
  const answered = await reader.say(`/briefing albania-iran people as-of:"${typed}"`);
  expect(answered.to).toBe('reader');
  expect(sentenceOf(answered)).toBe(`${day} has not come yet: what will be reported by then is not known.`);
  expect(meant(answered).command).toBe('/briefing albania-iran people');
  expect((await reader.say('/briefing albania-iran as-of:today')).message.kind).toBe('briefing');
});
