import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { askedJsonSchema, storyJsonSchema } from '../src/story/index.ts';
import { inTime, dateline as run } from './dateline.ts';

const root = join(import.meta.dirname, '..');
const invented = join(root, 'tests', 'stories');
const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
afterAll(() => rmSync(folder, { recursive: true }));

const dateline = (...args: string[]) => run(args);

const escapeSign = String.fromCharCode(27);

describe.concurrent('the terminal', inTime, () => {
  test('prints Slack’s app manifest, for Socket Mode or for an address', async () => {
    const socket = await dateline('manifest');
    expect(socket).toMatchObject({ code: 0, err: '' });
    expect(socket.out).toMatch(/command: \/dateline\n.*command: \/briefing\n.*socket_mode_enabled: true/s);
    const http = await dateline('manifest', '--http', 'https://news.example.org/', '--no-short-names');
    expect(http.out).toContain('request_url: https://news.example.org/slack/events');
    expect(http.out).not.toContain('command: /briefing');
  });

  test('helps with commands of its own, and with those of readers', async () => {
    for (const [name, form, gives] of [
      ['inbox', 'inbox [STORY] [--format text|json|yaml]', 'lines for STORY.asked.yaml'],
      ['check', 'check [--sources DIR]', 'sources (SOURCE-ID.txt): passages'],
      ['health', 'health', 'whether the bot that runs'],
    ] as const) {
      const { code, out, err } = await dateline('help', name);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: npm run -s dateline -- COMMAND\n\n  ${form}  `);
      expect(out).toContain(gives);
      expect(out.match(/^ {2}\S/gm)).toHaveLength(1);
    }
    expect((await dateline('help', 'stories')).out).toContain('/stories');
    expect(await dateline('help', 'inbocks')).toMatchObject({
      code: expect.any(Number),
      out: expect.not.stringContaining('Usage'),
    });
    expect((await dateline('help', 'check', '--format', 'json')).code).toBe(2);
  });

  test.for(['constructor', '__proto__', 'toString'])('knows no command ‘%s’', async (word) => {
    const { code, err } = await dateline(word);
    expect(code).toBe(2);
    expect(err).toContain(`There is no command ‘${word}’.`);
  });

  test('tells whether a bot lives', async () => {
    const { code, out } = await dateline('health');
    expect([code, out]).toEqual([1, 'No bot answers at http://127.0.0.1:1/healthz.\n']);
  });

  test('writes an address of IPv6 in brackets', async () => {
    const { code, out } = await run(['health'], { HOST: '::1' });
    expect([code, out]).toEqual([1, 'No bot answers at http://[::1]:1/healthz.\n']);
  });

  test('prints the digest of a week, also as the platforms would get it', async () => {
    const { code, out, err } = await dateline('digest', 'preview', 'albania-iran', '--week', '2022-09-08');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^This week in the story: Albania–Iran · 5–11 September 2022\n/);
    expect(out).toContain('\nThu 8 Sep  Last two embassy cars leave, about 10 aboard\u00a0¶3\n');
    const slack = await dateline('digest', 'preview', 'albania-iran', '--week', '8 sep 2022', '--format', 'slack');
    expect(JSON.parse(slack.out.split('\n')[0] ?? '')).toMatchObject({ text: expect.stringContaining('This week') });
  });

  test('prints a briefing as plain text, without colours where its output is piped', async () => {
    const { code, out, err } = await dateline('briefing', 'albania-iran');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Albania breaks with Iran over a cyberattack\nclosed · last development Thu 8 Sep 2022 · /);
    expect(out).toContain('\nTimeline  npm run -s dateline -- briefing albania-iran --section timeline\n');
    expect(out).not.toContain(escapeSign);
  });

  test('takes a section and a day as options, in any of their forms', async () => {
    const said = await dateline('briefing', 'tirana', 'embassy', '--section', 'Who says what', '--as-of', '8 sep');
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toMatch(/^Albania–Iran: who says what\nas of Thu 8 Sep 2022 · closed/);
  });

  test('prints the message document with the ids of its statements', async () => {
    const { code, out } = await dateline('briefing', 'albania-iran', '--format', 'json');
    expect(code).toBe(0);
    const message = JSON.parse(out);
    expect(message).toMatchObject({ kind: 'briefing', command: '/briefing albania-iran', page: 1 });
    const statements = message.blocks.flatMap((block: { statements?: string[] }) => block.statements ?? []);
    expect(statements.slice(0, 3)).toEqual(['order', 'iran-behind-attack/iran-mfa', 'first-known-case']);
    expect(statements).toContain('iran-behind-attack/rama');
  });

  test.for([
    ['discord', 'components'],
    ['slack', 'blocks'],
  ] as const)('prints the payloads for %s, one JSON line a page', async ([format, key]) => {
    const section = ['--section', 'sources', '--format', format];
    const { code, out } = await dateline('briefing', 'invented-water', ...section, '--stories', invented);
    expect(code).toBe(0);
    expect(out.endsWith('\n')).toBe(true);
    const pages = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page[key].length).toBeGreaterThan(0);
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(pages.length);
    expect(out).toContain('A printed sheet without a date or a sender.'); // the last source’s note
  });

  test('lists stories, and finds them by a part of their names', async () => {
    const [all, found] = await Promise.all([
      dateline('stories', '--stories', invented),
      dateline('stories', 'petrel', '--stories', invented),
    ]);
    expect(all.out).toContain('2 stories.');
    expect(found).toMatchObject({ code: 0, err: '' });
    expect(found.out).toContain('One story.\nPetrel-2  quiet · last development Fri 10 Oct 2025');
    const opens = `npm run -s dateline -- briefing invented-satellite --stories ${invented}\n`;
    expect(found.out).toContain(opens); // from that folder, and from no other
  });

  test('says what readers can type', async () => {
    const { code, out } = await dateline('help');
    expect(code).toBe(0);
    for (const name of ['/briefing', '/stories', '/help']) expect(out).toContain(`\n${name}  `);
  });

  test.for([
    ['a story file', [], storyJsonSchema()],
    ['what readers ask', ['asked'], askedJsonSchema()],
  ] as const)('prints the JSON Schema of %s', async ([, words, schema]) => {
    const { code, out } = await dateline('schema', ...words);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});

describe.concurrent('the terminal’s exit code', inTime, () => {
  test.for([
    ['1: nothing found', ['briefing', 'albana-iran'], 1, 'There is no story ‘albana-iran’. Did you mean one of these?'],
    [
      '1: nothing reported',
      ['briefing', 'albania', '--as-of', '7 sep'],
      1,
      'Nothing was reported by 7 September 2022.',
    ],
    [
      '1: no folder',
      ['stories', '--stories', '/no/such/folder'],
      1,
      'The stories’ folder ‘/no/such/folder’ does not exist',
    ],
    ['1: no such sources', ['check', '--sources', '/no/such'], 1, 'The sources’ folder ‘/no/such’ does not exist.\n'],
  ] as const)('is %s', async ([, args, code, sentence]) => {
    const said = await dateline(...args);
    expect(said).toMatchObject({ code, out: '' });
    expect(said.err).toContain(sentence);
    expect(said.err).not.toMatch(/^ +at /m); // no stack
  });

  const lists = 'npm run -s dateline -- --help lists all commands.\n';
  test.for([
    ['brief', 'There is no command ‘brief’; did you mean ‘briefing’?', lists],
    ['digest', 'There is no command ‘digest’; did you mean ‘digest preview’?', lists],
    ['preview albania-iran', 'There is no command ‘preview’; did you mean ‘digest preview’?', lists],
    ['albania-iran', 'There is no command ‘albania-iran’; did you mean ‘briefing albania-iran’?', lists],
    ['Albania Iran timeline', 'There is no command ‘Albania’; did you mean ‘briefing albania-iran’?', lists],
    ['albania-iran --stories /no/such', 'There is no command ‘albania-iran’.', lists],
    ['zzzzzz --format json', 'There is no command ‘zzzzzz’.', lists],
    ['briefing --frmat json', "Unknown option '--frmat'.", 'briefing STORY '],
    ['help --format pdf', '‘pdf’ is no format: text, json, discord, slack.', 'help [COMMAND] '],
    ['--format pdf help', '‘pdf’ is no format: text, json, discord, slack.', 'help [COMMAND] '],
    ['briefing albania-iran --section foo', '‘foo’ is no section. ', 'briefing STORY '],
    ['briefing albania-iran --as-of soon', '‘soon’ is no day. ', 'briefing STORY '],
    ['ask', '/ask needs ‘question’.', 'ask [STORY] "QUESTION" '],
    ['catchup albania-iran', '‘catchup’ is for chats and the page: ', lists],
    ['digest list', '‘digest list’ is for chats and the page: no digest comes to the terminal.', lists],
    ['digest subscribe albania-iran', '‘digest subscribe’ is for chats and the page: ', lists],
    ['digest preview', '‘digest preview’ needs a story.', 'digest preview STORY '],
    ['digest preview albania-iran --week soon', '‘soon’ is no day. ', 'digest preview STORY '],
    ['ask who --as-of 2022-09-07', '‘ask’ knows no --as-of, which is for ‘briefing’.', 'ask [STORY] "QUESTION" '],
    ['--as-of yesterday digest preview', '‘digest preview’ knows no --as-of, ', 'digest preview STORY '],
    [
      'check --sources . --format json',
      '‘check’ knows no --format, which is for ‘briefing’, ‘ask’, ',
      'check [--sources',
    ],
    ['check now', '‘check’ takes no more words, and got ‘now’.', 'check [--sources DIR]'],
    ['manifest --http news.example.org', '‘news.example.org’ is no address', 'manifest [--http URL] '],
  ] as const)(
    'is 2 for ‘%s’, told in its sentence and the usage of that command alone',
    async ([line, sentence, usage]) => {
      const { code, out, err } = await dateline(...line.split(' '));
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(sentence);
      expect(err).toContain(usage === lists ? lists : `\nUsage: npm run -s dateline -- ${usage}`);
      expect(err.split('\n').length).toBeLessThan(10);
    },
  );

  test('is 2, too, where a slip is told as JSON', async () => {
    const { code, out, err } = await dateline('briefing', 'albania-iran', '--section', 'foo', '--format', 'json');
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'mistake', title: 'No such choice' });
  });

  test('is 2 without a command, and 0 where help or the version is asked for', async () => {
    const [bare, asked, short, version] = await Promise.all(
      [[], ['--help'], ['-h'], ['--version']].map((args) => dateline(...args)),
    );
    expect([bare, asked, short, version].map((said) => said?.code)).toEqual([2, 0, 0, 0]);
    const { version: ours } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(version?.out).toBe(`${ours}\n`);
    expect(asked?.out).toMatch(/^Usage: npm run -s dateline -- COMMAND/);
    expect([bare?.out, short?.out]).toEqual([asked?.out, asked?.out]);
  });
});

describe.concurrent('a story whose file does not load', inTime, () => {
  const stories = mkdtempSync(join(folder, 'broken-'));
  writeFileSync(join(stories, 'half-way.yaml'), 'title: Half a story\n');
  const sentence = 'The story file ‘half-way.yaml’ does not load: ‘dateline check’ tells why.\n';

  test.for([
    [['briefing', 'half-way', 'timeline']],
    [['briefing', 'Half-Way']],
    [['ask', 'half-way', 'why']],
    [['ask', 'half-way', 'why', '--json']],
    [['digest', 'preview', 'half-way']],
  ] as const)('is named as such: %s', async ([args]) => {
    expect(await dateline(...args, '--stories', stories)).toEqual({ code: 1, out: '', err: sentence });
  });

  test('is named as such to a program, and counted by check', async () => {
    const line = '{"story":"half-way","question":"why"}';
    const { out } = await run(['ask', '--batch', '--stories', stories], {}, line);
    expect(JSON.parse(out)).toEqual({ error: sentence.trim() });
    const checked = await dateline('check', '--stories', stories);
    expect(checked.out).toMatch(/\nThe one story file does not load; \d things are wrong\.\n$/);
  });

  test('may be asked for in the inbox', async () => {
    const data = mkdtempSync(join(folder, 'data-'));
    const said = await run(['inbox', 'half-way', '--stories', stories], { DATELINE_DATA: data });
    expect(said).toEqual({ code: 0, out: 'Nothing waits in the inbox.\n', err: '' });
  });
});

test.for([['stories'], ['briefing', 'dam']] as const)('a folder without a story is named: %s', inTime, async (args) => {
  const none = mkdtempSync(join(folder, 'none-'));
  const said = await dateline(...args, '--stories', none);
  expect(said).toEqual({ code: 1, out: '', err: `There is no story in ${none}.\n` });
  writeFileSync(join(none, 'half-way.yaml'), 'title: Half a story\n');
  const { err } = await dateline(...args, '--stories', none);
  expect(err).toBe(`No story in ${none} loads: ‘dateline check’ tells why.\n`);
});

describe.concurrent('check', inTime, () => {
  /** A story whose plans give no hint, whatever day it is. */
  const closed = readFileSync(join(invented, 'invented-water.yaml'), 'utf8').replace('developing', 'closed');

  test('passes good stories, and says how many there are', async () => {
    expect(await dateline('check')).toEqual({
      code: 0,
      out: 'The one story file loads; nothing is wrong.\n',
      err: '',
    });
  });

  test('names each mistake by file, line and column, and fails', async () => {
    writeFileSync(join(folder, 'empty.yaml'), '');
    writeFileSync(join(folder, 'half.yaml'), 'title: Half a story\nnames: Half\n');
    writeFileSync(join(folder, 'whole.yaml'), closed);
    const { code, out, err } = await dateline('check', '--stories', folder);
    expect([code, err]).toEqual([1, '']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toContain(`${join(folder, 'empty.yaml')}:1:1: the file is empty`);
    expect(lines).toContain(`${join(folder, 'half.yaml')}:2:1: there is no key ‘names’ here; did you mean ‘name’?`);
    expect(lines.at(-1)).toBe(`1 of 3 story files load; ${lines.length - 1} things are wrong.`);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/\.yaml:\d+:\d+: \S.*$/);
  });

  test('names what is wrong with what readers ask beside a story, which loads', async () => {
    const beside = mkdtempSync(join(folder, 'beside-'));
    writeFileSync(join(beside, 'water.yaml'), closed);
    writeFileSync(join(beside, 'water.asked.yaml'), 'also_asked: { lamps-onn: Are they on? }\n');
    const { code, out } = await dateline('check', '--stories', beside);
    expect([code, out.split('\n')]).toEqual([
      1,
      [
        `${join(beside, 'water.asked.yaml')}:1:15: there is no statement or open question ‘lamps-onn’; did you mean ‘lamps-on’?`,
        'The one story file loads; 1 thing is wrong.',
        '',
      ],
    ]);
  });

  test('says where there is no story, though there is what readers ask of one', async () => {
    const stray = mkdtempSync(join(folder, 'stray-'));
    writeFileSync(join(stray, 'water.asked.yaml'), 'not_told: Why?\n');
    const { code, out } = await dateline('check', '--stories', stray);
    expect([code, out]).toEqual([
      1,
      `${join(stray, 'water.asked.yaml')}:1:1: there is no story ‘water.yaml’ beside it\nThere is no story in ${stray}.\n`,
    ]);
  });

  test('with the sources at hand, compares every passage and quotation', async () => {
    const { code, out } = await dateline('check', '--stories', invented, '--sources', join(invented, 'sources'));
    expect(code).toBe(0);
    expect(out).toMatch(
      /^invented-satellite: (\d+) of \1 passages located, \d+ quotations compared, (\d+) of \2 sentences cited$/m,
    );
    expect(out).toMatch(
      /^invented-water: (\d+) of \1 passages located, \d+ quotations compared, (\d+) of \2 sentences cited$/m,
    );
  });

  test('with sources that say something else, tells what is not there, and fails', async () => {
    const sources = mkdtempSync(join(folder, 'sources-'));
    const names = readdirSync(join(invented, 'sources'));
    for (const name of names) {
      const text = readFileSync(join(invented, 'sources', name), 'utf8').replace('Five days of', 'Nine days of');
      writeFileSync(join(sources, name), `${text}\nThis sentence is new.\n`);
    }
    const { code, out } = await dateline('check', '--stories', invented, '--sources', sources);
    expect(code).toBe(1);
    expect(out).toMatch(/^All 2 story files load; 2 things are wrong(?: and|,) 9 sentences are not cited/m);
    expect(out).toMatch(
      /^\S+invented-water\.yaml:\d{3}:\d+: too-late\/krakmo: nordvarsel-2026-03-13: the words ‘“Five days of silence are’ do not/m,
    );
    expect(out.match(/^ {2}not cited: [\w-]+ ¶\d+ This sentence is new\.$/gm)).toHaveLength(names.length);
  });

  test('says which sources are not at hand', async () => {
    const none = mkdtempSync(join(folder, 'none-'));
    const { code, out } = await dateline('check', '--stories', invented, '--sources', none);
    expect(code).toBe(1);
    expect(out).toContain(`No source of a story is in ${none}: nothing was compared.`);
    expect(out.match(/^ {2}not at hand: [\w-]+\.txt$/gm)).toHaveLength(8);
  });
});
