/** What the program in the terminal loads and reads for a command: by how much that is, not by how long it takes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inTime, dateline as run } from './dateline.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-loads-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs before the program, within it: notes each module, and each file that is read by `readFile`, as lines of a file. */
const noting = `
  import files from 'node:fs/promises';
  import { writeFileSync } from 'node:fs';
  import { registerHooks, syncBuiltinESMExports } from 'node:module';
  const noted = new Set();
  registerHooks({
    resolve(...asked) {
      const found = asked.at(-1)(...asked.slice(0, -1));
      noted.add(found.url);
      return found;
    },
  });
  const { readFile } = files;
  files.readFile = (path, ...more) => {
    noted.add(String(path));
    return readFile(path, ...more);
  };
  syncBuiltinESMExports();
  process.on('exit', () => writeFileSync(process.env.NOTED, [...noted].join('\\n')));`;

/** The packages that a command loads, how many modules that are with its own, and the story files that it reads. */
async function loadedFor(args: readonly string[]) {
  const noted = join(folder, args.join('-').replaceAll(/\W/g, '-'));
  const options = `--import=data:text/javascript,${encodeURIComponent(noting)}`;
  const { code, err } = await run(args, { NODE_OPTIONS: options, NOTED: noted, DATELINE_DATA: join(folder, 'data') });
  const lines = readFileSync(noted, 'utf8').split('\n');
  const modules = lines.filter((line) => line.startsWith('file:'));
  const packages = modules.flatMap((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []);
  const folders = modules.flatMap((url) => /\/src\/((?:platforms\/)?\w+)\//.exec(url)?.[1] ?? []);
  return {
    ended: [code, err],
    modules: modules.length,
    packages: new Set(packages),
    folders: new Set(folders),
    read: lines.filter((line) => line.endsWith('.yaml')).map((file) => file.replace(/.*\//, '')),
  };
}

const story = 'albania-iran.yaml';
const asked = 'albania-iran.asked.yaml';

describe('what is loaded', inTime, () => {
  test.for([['--version'], ['help', 'inbox']])('is no package for ‘%s’, and no story', async (args) => {
    const { ended, modules, packages, read } = await loadedFor(args);
    expect([ended, [...packages], read]).toEqual([[0, ''], [], []]);
    expect(modules).toBeGreaterThan(5);
    expect(modules).toBeLessThan(30);
  });

  test.for([
    ['help'],
    ['briefing', 'albania-iran'],
    ['digest', 'preview', 'albania-iran'],
    ['ask', 'albania-iran', 'when was the attack'],
  ])('is no database and no platform for what readers type: %s', async (args) => {
    const { ended, modules, packages, folders, read } = await loadedFor(args);
    expect(ended).toEqual([0, '']);
    expect(packages).toContain('yaml');
    for (const unused of ['kysely', 'pg', 'hono', 'discord-api-types', 'discord-markdown-parser'])
      expect(packages).not.toContain(unused);
    expect([...folders].filter((each) => each === 'storage' || /^platforms\/\w/.test(each))).toEqual([]);
    expect(modules).toBeLessThan(640);
    // What readers ask is long, and only answers need it.
    expect(read).toEqual(args[0] === 'ask' ? [asked, story] : [story]);
  });

  test('is, for check, none of what readers type', async () => {
    const { ended, packages, folders, read } = await loadedFor(['check']);
    expect(ended).toEqual([0, '']);
    for (const unused of ['kysely', 'chrono-node']) expect(packages).not.toContain(unused);
    for (const unused of ['commands', 'storage', 'platforms']) expect(folders).not.toContain(unused);
    expect(read).toEqual([asked, story]);
  });

  test('is a platform where its payloads are asked for, and that one alone', async () => {
    const { ended, folders, packages } = await loadedFor(['briefing', 'albania-iran', '--format', 'slack']);
    expect(ended).toEqual([0, '']);
    expect(folders).toContain('platforms/slack');
    expect(folders).not.toContain('platforms/discord');
    expect(packages).not.toContain('@slack/bolt');
  });
});
