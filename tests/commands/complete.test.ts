import { expect, test } from 'vitest';
import { commands, completeLine, completeOption } from '../../src/commands/index.ts';
import { openStories, readerOf } from './typing.ts';

const stories = await openStories();
const reader = readerOf(stories);
const briefing = commands.find(({ name }) => name === 'briefing') ?? expect.fail('there is no /briefing');

const complete = (typed: string) => completeLine(typed, commands, stories).map(({ value }) => value);

test.for([
  ['', ['/briefing ', '/ask ', '/stories ', '/catchup ', '/digest ', '/help ']],
  ['/', ['/briefing ', '/ask ', '/stories ', '/catchup ', '/digest ', '/help ']],
  ['/BR', ['/briefing ']],
  ['/dig', ['/digest ']], // its subcommands once it stands there
  ['/digest', ['subscribe', 'list', 'preview', 'pause', 'resume', 'remove'].map((name) => `/digest ${name} `)],
  ['/digest re', ['/digest resume ', '/digest remove ']],
  ['/b', ['/briefing ']], // not each whose description has a ‘b’
  ['sto', ['/stories ']],
  ['/breifing', ['/briefing ']],
  ['/subscribe', ['/digest ']], // a word of its description
  ['/xyzzy', []],
  // without a slash it may become a question
  ['wh', []],
  ['what happened', []],
  ['brei', []],
] as const)('‘%s’ becomes a command', ([typed, values]) => {
  expect(complete(typed)).toEqual(values);
});

test.for([
  // latest development first
  ['/briefing ', ['invented-water', 'invented-satellite', 'albania-iran']],
  ['/briefing inv', ['invented-water', 'invented-satellite']],
  ['/briefing inv ', ['invented-water', 'invented-satellite']],
  ['/briefing tirana emb', ['albania-iran']],
  ['/briefing 海', ['invented-satellite']],
  ['/briefing petrle', ['invented-satellite']],
  ['/briefing xyzzy', []],
  // a name’s beginning before a word within another’s
  ['/briefing iran', ['albania-iran']],
  ['/briefing ocean', ['invented-satellite']],
] as const)('‘%s’ becomes a story, the best first', ([typed, ids]) => {
  expect(complete(typed)).toEqual(ids.map((id) => `/briefing ${id} `));
});

test('a story is offered by its name and typed by its id, as on Discord', () => {
  expect(completeOption(briefing, 'story', 'alb', stories)).toEqual([{ label: 'Albania–Iran', value: 'albania-iran' }]);
  expect(completeOption(briefing, 'section', 'who', stories)).toEqual([
    { label: 'Who says what', value: 'who-says-what' },
  ]);
  expect(completeOption(briefing, 'page', '1', stories)).toEqual([]);
  expect(completeOption(briefing, 'constructor', '1', stories)).toEqual([]);
});

const story = '/briefing invented-water';
const all = ['timeline', 'who-says-what', 'people', 'background', 'sources', 'quotes'];

test.for([
  [`${story} `, [...all.map((key) => `${key} `), 'as-of:', 'private ']],
  [`${story} peo`, ['people ']],
  [`${story} section:peo`, ['section:people ']],
  [`${story} timeline `, ['as-of:', 'private ']],
  [`${story} Timeline `, ['as-of:', 'private ']],
  [`${story} section:timeline `, ['as-of:', 'private ']],
  [`${story} who says what `, ['as-of:', 'private ']],
  [`${story} private `, [...all.map((key) => `${key} `), 'as-of:']],
  [`${story} 11 mar timeline `, ['private ']],
  [`${story} timeline pr`, ['private ']],
  [`${story} timeline as-of:2026-03-11 private `, []],
  [`${story} xyzzy `, []],
  [`${story} as-of:nonsense `, []],
  ['/stories ', []],
] as const)('behind ‘%s’ stands what has not been given yet', ([typed, words]) => {
  const before = typed.replace(/\S*$/, '');
  expect(complete(typed)).toEqual(words.map((word) => before + word));
});

test('a day is one on which something was reported, the latest first', () => {
  expect(completeLine(`${story} as-of:`, commands, stories)).toEqual([
    { label: 'Mon 30 Mar 2026', value: `${story} as-of:2026-03-30 ` },
    { label: 'Wed 18 Mar 2026', value: `${story} as-of:2026-03-18 ` },
    { label: 'Fri 13 Mar 2026', value: `${story} as-of:2026-03-13 ` },
    { label: 'Wed 11 Mar 2026', value: `${story} as-of:2026-03-11 ` },
  ]);
  expect(complete(`${story} as-of:2026-03-1`)).toHaveLength(3);
  expect(complete(`${story} people as-of:13`)).toEqual([`${story} people as-of:2026-03-13 `]);
});

test.for([
  ['/ask ', ['invented-water', 'invented-satellite', 'albania-iran']],
  ['/ask alb', ['albania-iran']],
  ['/ask albania-iran', ['albania-iran']],
  // then a question follows
  ['/ask albania-iran xyzzy', []],
  ['/ask when was', []],
  ['/ask when ', []],
] as const)('a question’s line, ‘%s’, becomes %s', ([typed, ids]) => {
  expect(complete(typed)).toEqual(ids.map((id) => `/ask ${id} `));
});

test.for([
  ['/help ', ['briefing', 'ask', 'stories', 'catchup', 'digest', 'help']],
  ['/help br', ['briefing']],
  ['/help digest re', ['digest resume', 'digest remove']],
  ['/catchup ', ['invented-water', 'invented-satellite', 'albania-iran', 'forget']],
  ['/catchup fo', ['forget']],
  ['/catchup alb', ['albania-iran']],
] as const)('behind ‘%s’ stands what it can be followed by', ([typed, words]) => {
  const [command] = typed.split(' ');
  expect(complete(typed)).toEqual(words.map((word) => `${command} ${word} `));
});

test('a question is one of the story’s own that begins so', () => {
  const asked = stories.find('albania-iran')?.readersAsk.map(({ asks }) => asks) ?? [];
  expect(asked.length).toBeGreaterThan(25);
  expect(complete('/ask albania-iran ')).toEqual(asked.slice(0, 25).map((asks) => `/ask albania-iran ${asks}`));
  const where = asked.filter((asks) => asks.startsWith('Where'));
  expect(where.length).toBeGreaterThan(1);
  expect(complete('/ask Albania–Iran  wHere')).toEqual(where.map((asks) => `/ask Albania–Iran ${asks}`));
});

/** Every line that can be reached by taking completions, one after the other; a few hundred, if each leads on. Of digests there are too many. */
function reachable(): string[] {
  const seen = new Set<string>();
  const names = stories.stories.map(({ name }) => `/briefing ${name}`);
  const next = ['', ...names, `${story} section:`, `${story} who says what `, `${story} 11 mar `];
  for (let typed = next.pop(); typed !== undefined && seen.size < 2000; typed = next.pop()) {
    if (seen.has(typed)) continue;
    seen.add(typed);
    next.push(...complete(typed).filter((line) => !line.startsWith('/digest')));
  }
  return [...seen].filter((line) => line.endsWith(' '));
}

test('every line that completion leads to is understood as it stands', async () => {
  const lines = reachable();
  expect(lines.length).toBeGreaterThan(200);
  expect(lines.length).toBeLessThan(1500);
  expect(lines).toContain('/briefing invented-satellite who-says-what as-of:2025-09-26 private ');
  expect(lines).toContain('/ask albania-iran ');
  // Behind a story’s name /ask asks for the question.
  for (const line of lines.filter((each) => !/^\/ask\s/.test(each)))
    expect((await reader.say(line)).message.kind, line).not.toBe('mistake');
});
