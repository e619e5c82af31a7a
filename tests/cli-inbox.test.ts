import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openStorage, type Storage } from '../src/storage/index.ts';
import { inTime, dateline as run } from './dateline.ts';

const data = mkdtempSync(join(tmpdir(), 'dateline-inbox-'));
const storage = await openStorage({ data });
afterAll(async () => {
  await storage.close();
  rmSync(data, { recursive: true });
});

const story = 'invented-water';
const hostile = `red ${String.fromCharCode(27)}[31m, back\r, up\n, ${String.fromCharCode(0x202e)}turned,${String.fromCharCode(0xfeff)}marked`;
await fill(storage);

async function fill({ inbox }: Storage) {
  const zanzibar = { story, question: 'How far is Zanzibar?', group: 'zanzibar' };
  for (const day of ['2026-11-19', '2026-11-20', '2026-11-23']) await inbox.ask({ ...zanzibar, day });
  await inbox.ask({ story: 'gone-story', question: hostile, group: 'hostile', day: '2026-11-22' });
  // The story answers it: the bot would have taken it off.
  await inbox.ask({ story, question: 'Must the water be boiled?', group: 'boil', day: '2026-11-22' });
  await inbox.report({ story, statement: 'too-late/krakmo', words: 'It was Tuesday.', day: '2026-11-21' });
}

/** Runs the real program beside the one that has the storage open. */
function dateline(args: readonly string[], settings: Record<string, string> = {}) {
  return run(['inbox', ...args], { STORIES: 'tests/stories', DATELINE_DATA: data, ...settings });
}

describe.concurrent('dateline inbox', inTime, () => {
  test('lists what waits beside a running bot, most asked first, with nothing that moves a terminal', async () => {
    expect(await dateline([])).toEqual({
      code: 0,
      err: '',
      out: `Reported mistakes
   1×  It was Tuesday.
       Skarnvåg's water (invented-water) · too-late/krakmo · last Sat 21 Nov 2026

Questions without an answer
   3×  How far is Zanzibar?
       Skarnvåg's water (invented-water) · last Mon 23 Nov 2026
   1×  red  [31m, back , up ,  turned, marked
       gone-story (no such story any more) · last Sun 22 Nov 2026
`,
    });
  });

  test('lists those of one story, by any of its names, also where it is gone', async () => {
    const [water, gone, quiet] = await Promise.all(
      ['Skarnvåg', 'gone-story', 'petrel-2'].map((name) => dateline([name])),
    );
    expect(water?.out).toContain('Zanzibar');
    expect(water?.out).not.toContain('gone-story');
    expect(gone?.out).toMatch(/^Questions without an answer\n {3}1× {2}red/);
    expect(quiet).toEqual({ code: 0, err: '', out: 'Nothing waits in the inbox.\n' });
  });

  test('says of a story that it does not load, where its file is there', async () => {
    const folder = mkdtempSync(join(data, 'stories-'));
    writeFileSync(join(folder, `${story}.yaml`), 'title: Half a story\n');
    const { code, out } = await dateline([], { STORIES: folder });
    expect(code).toBe(0);
    expect(out).toContain('       invented-water (does not load) · too-late/krakmo · last Sat 21 Nov 2026\n');
    expect(out).toContain('       gone-story (no such story any more) · ');
  });

  test('gives them as JSON, in the reader’s own words', async () => {
    const { code, out } = await dateline(['--format', 'json']);
    expect(code).toBe(0);
    const item = { id: expect.any(Number), times: 1 };
    expect(JSON.parse(out)).toEqual([
      {
        ...item,
        kind: 'question',
        story,
        words: 'How far is Zanzibar?',
        times: 3,
        first: '2026-11-19',
        last: '2026-11-23',
      },
      { ...item, kind: 'question', story: 'gone-story', words: hostile, first: '2026-11-22', last: '2026-11-22' },
      {
        ...item,
        kind: 'mistake',
        story,
        statement: 'too-late/krakmo',
        words: 'It was Tuesday.',
        first: '2026-11-21',
        last: '2026-11-21',
      },
    ]);
  });

  test('gives questions as lines for the file of what readers ask', async () => {
    const { code, out } = await dateline([story, '--format', 'yaml']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^# For invented-water\.asked\.yaml: asked in vain, each under the statement that comes nearest\./,
    );
    expect(out).toContain('- "How far is Zanzibar?"\n');
    expect(out).not.toContain('Tuesday');
  });

  test('is empty where no bot has run yet, and makes nothing', async () => {
    const none = mkdtempSync(join(data, 'none-'));
    expect(await dateline([], { DATELINE_DATA: none })).toEqual({
      code: 0,
      err: '',
      out: 'Nothing waits in the inbox.\n',
    });
    expect(await dateline(['--format', 'json'], { DATELINE_DATA: join(none, 'deeper') })).toMatchObject({
      out: '[]\n',
    });
    expect(readdirSync(none)).toEqual([]);
  });

  test('says in one sentence what it cannot do', async () => {
    const broken = mkdtempSync(join(data, 'broken-'));
    writeFileSync(join(broken, 'dateline.db'), 'This is no database.');
    const [unknown, format, damaged] = await Promise.all([
      dateline(['zanzibar']),
      dateline(['--format', 'slack']),
      dateline([], { DATELINE_DATA: broken }),
    ]);
    const nothing = 'There is no story ‘zanzibar’, and nothing waits for one.\n';
    expect(unknown).toEqual({ code: 1, out: '', err: nothing });
    expect(format).toMatchObject({ code: 2, out: '' });
    expect(format?.err).toContain('‘slack’ is no format: text, json, yaml.\n');
    expect(damaged).toMatchObject({ code: 1, out: '' });
    expect(damaged?.err).toMatch(/^‘.*dateline\.db’ is damaged, or no database of Dateline: .*\n$/);
  });

  test('looks at the stories’ folder first: where that is wrong, no connection is left open that keeps it from ending', async () => {
    const settings = { STORIES: '/no/such/folder', DATABASE_URL: 'postgres://127.0.0.1:1/none' };
    const err = 'The stories’ folder ‘/no/such/folder’ does not exist; STORIES names it.\n';
    expect(await dateline([], settings)).toEqual({ code: 1, out: '', err });
  });
});
