import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, expect, test } from 'vitest';
import { openStorage } from '../src/storage/index.ts';
import { ended } from './ended.ts';

const root = join(import.meta.dirname, '..');
const stories = mkdtempSync(join(tmpdir(), 'dateline-'));
const kept = mkdtempSync(join(tmpdir(), 'dateline-data-'));
cpSync(join(root, 'briefings', 'albania-iran.yaml'), join(stories, 'albania-iran.yaml'));

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => {
  for (const folder of [stories, kept]) rmSync(folder, { recursive: true });
});

/** Starts the real program as `npm start` does. @param uid whose rights it has */
function start(settings: Record<string, string> = {}, uid?: number) {
  const folders = { STORIES: stories, DATELINE_DATA: mkdtempSync(join(kept, 'data-')) };
  const given = { ...folders, HOST: '127.0.0.1', PORT: '0', ACCESS_TOKEN: '', LOG_LEVEL: 'info', ...settings };
  const node = ['--disable-warning=ExperimentalWarning', 'src/main.ts'];
  const child = spawn(process.execPath, node, {
    cwd: root,
    env: { ...process.env, ...given },
    ...(uid !== undefined && { uid }),
  });
  started.push(child);
  const out: string[] = [];
  const err: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => out.push(line));
  createInterface(child.stderr).on('line', (line) => err.push(line));
  const hasEnded = ended(child).then((code) => ({ code, out, err }));
  /** Waits until so many lines of output hold the words. */
  const said = async (words: string, times = 1) => {
    const holding = () => out.filter((line) => line.includes(words));
    while (holding().length < times) await once(lines, 'line');
    return holding();
  };
  return { child, out, ended: hasEnded, said };
}

/** A program that answers, its address, and what it logged. */
async function answering(settings?: Record<string, string>) {
  const program = start(settings);
  const [line = ''] = await program.said('Dateline answers at ');
  return { ...program, address: line.replace('Dateline answers at ', '') };
}

function say(address: string, words: string): Promise<Response> {
  return fetch(`${address}say`, { method: 'POST', body: new URLSearchParams({ say: words }) });
}

test('it says where it answers, answers there, and stops when it is told to', async () => {
  const { address, child, ended } = await answering();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/$/);
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Albania–Iran');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, err: [] });
});

test.for(['SIGTERM', 'SIGINT'] as const)('%s stops it while a page still listens for changes', async (signal) => {
  const { address, child, ended } = await answering({ LOG_LEVEL: 'silent' });
  const events = await fetch(`${address}changes`);
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  child.kill(signal);
  expect(await ended).toMatchObject({ code: 0, err: [], out: [`Dateline answers at ${address}`] });
  await events.body?.cancel().catch(() => undefined); // it may have ended already
});

test.for(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it before its start is complete, as on a stand-by',
  async (signal) => {
    const silent = createServer();
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const { port } = silent.address() as AddressInfo;
    const { child, ended } = start({ DATABASE_URL: `postgres://127.0.0.1:${port}/dateline` });
    const [connection] = await once(silent, 'connection');
    connection.resume(); // it reads, so that it sees the end
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, err: [] });
    silent.close();
  },
);

test('it logs one JSON line a command, with its duration and without the reader’s words', async () => {
  const { address, child, ended, said } = await answering();
  const marker = 'zanzibar';
  const typed = [
    '/briefing albania-iran timeline',
    `/briefing ${marker}`,
    `/briefing albania-iran ${marker}`,
    `/briefing albania-iran as-of:${marker}`,
    `/briefing albania-iran ${marker}:1`,
    `/stories ${marker}`,
    `/help ${marker}`,
    `/ask albania-iran ${marker}`,
    `/report albania-iran ${marker}`,
    `/${marker} ${marker}`,
    marker, // read in the light of the story that was asked
    `${marker} `.repeat(1000),
  ];
  for (const words of typed) expect((await say(address, words)).status).toBe(200);
  await fetch(`${address}complete?line=${marker}`);
  const logged = (await said('"msg":"command"', typed.length)).map((line) => JSON.parse(line));
  expect(logged).toHaveLength(typed.length);
  expect(logged[0]).toMatchObject({
    level: 'info',
    command: 'briefing',
    platform: 'web',
    answer: 'briefing',
    to: 'channel',
  });
  expect(logged.map(({ command }) => command)).toEqual([
    ...Array(5).fill('briefing'),
    'stories',
    'help',
    'ask',
    'report',
    'unknown',
    'ask',
    'unknown',
  ]);
  for (const { durationMs, time, msg } of logged) {
    expect(durationMs).toBeGreaterThanOrEqual(0);
    expect(new Date(time).toISOString()).toBe(time);
    expect(msg).toBe('command');
  }
  child.kill('SIGTERM');
  const { code, out, err } = await ended;
  expect([code, err]).toEqual([0, []]);
  expect(out.join('\n')).not.toContain(marker);
  for (const line of out.filter((each) => !each.startsWith('Dateline answers at '))) JSON.parse(line);
});

test('where its database is gone it answers all the same, logs why once, and stops as ever', async () => {
  const data = mkdtempSync(join(kept, 'data-'));
  const { address, child, out, ended } = await answering({ DATELINE_DATA: data });
  rmSync(join(data, 'dateline.db'));
  for (const _ of [1, 2]) {
    expect(await (await say(address, '/ask albania-iran when was the attack?')).text()).toContain('15 July 2022');
    expect(await (await say(address, '/ask albania-iran who was the goalkeeper?')).text()).toContain('does not say');
  }
  expect(await (await say(address, '/report albania-iran the goalkeeper is wrong')).text()).toContain('That failed');
  expect((await fetch(address)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, err: [] });
  const faults = out.filter((line) => line.includes('moved away, deleted or replaced'));
  const said: string[] = faults.map((line) => JSON.parse(line).msg);
  const ofReaders = said.filter((each) => each !== 'what entered a story was not noted'); // where that was quicker
  expect(ofReaders.toSorted()).toEqual([
    'a conversation was not kept',
    'a look was not kept',
    'a question was not kept',
    'command failed',
  ]);
  expect(out.join('\n')).not.toContain('goalkeeper');
});

test('a database that may not be written to stops the start with one sentence', async () => {
  const [from, data] = [mkdtempSync(join(kept, 'data-')), mkdtempSync(join(kept, 'data-'))];
  const storage = await openStorage({ data: from });
  const names = ['dateline.db', 'dateline.db-wal', 'dateline.db-shm', 'dateline.lock'];
  for (const name of names) copyFileSync(join(from, name), join(data, name));
  await storage.close();
  for (const name of names) chmodSync(join(data, name), 0o444);
  chmodSync(kept, 0o755);
  chmodSync(data, 0o555);
  const nobody = process.getuid?.() === 0 ? 65_534 : undefined; // the administrator may write everywhere
  const { code, err } = await start({ STORIES: join(root, 'briefings'), DATELINE_DATA: data }, nobody).ended;
  chmodSync(data, 0o755);
  expect([code, err]).toEqual([1, [expect.stringMatching(/may not be written to; DATELINE_DATA names its folder\.$/)]]);
});

test('a story that does not load is logged, and the others are served', async () => {
  const folder = mkdtempSync(join(stories, 'some-'));
  cpSync(join(stories, 'albania-iran.yaml'), join(folder, 'albania-iran.yaml'));
  writeFileSync(join(folder, 'half.yaml'), 'title: [');
  const { address, out } = await answering({ STORIES: folder });
  expect(out.filter((line) => line.includes('story not loaded: half.yaml:1:'))).toHaveLength(1);
  expect(await (await say(address, '/briefing albania-iran')).text()).toContain('Albania breaks with Iran');
});

test('a sentence that changes without a correction is logged, and stands on the page', async () => {
  const folder = mkdtempSync(join(stories, 'some-'));
  const text = readFileSync(join(stories, 'albania-iran.yaml'), 'utf8');
  writeFileSync(join(folder, 'albania-iran.yaml'), text);
  const { address, out } = await answering({ STORIES: folder });
  writeFileSync(
    join(folder, 'albania-iran.yaml'),
    text.replace('left the compound around noon', 'left it at midnight'),
  );
  const told =
    /the sentence of ‘[\w-]+’ changed without a correction; it was: The last two embassy cars left the compound/;
  await expect.poll(() => out.filter((line) => told.test(line))).toHaveLength(1);
  expect(await (await fetch(address)).text()).toMatch(told);
});

test('a port in use is told in one sentence', async () => {
  const other = createServer();
  await once(other.listen(0, '127.0.0.1'), 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, err } = await start({ PORT: String(port) }).ended;
  other.close();
  expect(code).toBe(1);
  expect(err).toEqual([`Port ${port} is in use: stop the other program, or set PORT to another number.`]);
});

test('a second bot over the same data is told so in one sentence, and may start once the first was killed', async () => {
  const DATELINE_DATA = mkdtempSync(join(kept, 'data-'));
  const first = await answering({ DATELINE_DATA });
  const { code, err } = await start({ DATELINE_DATA }).ended;
  expect(code).toBe(1);
  expect(err).toEqual([
    `Another bot runs with the data in ‘${DATELINE_DATA}’: stop it, or set DATELINE_DATA to another folder and, for a second bot beside it, PORT to another number.`,
  ]);
  first.child.kill('SIGKILL');
  await first.ended;
  await answering({ DATELINE_DATA });
});

test.for([
  [{ STORIES: '/no/such/folder' }, ['The stories’ folder ‘/no/such/folder’ does not exist; STORIES names it.']],
  [
    { STORIES: join(stories, 'albania-iran.yaml') },
    [`‘${join(stories, 'albania-iran.yaml')}’ is a file, not a folder; STORIES names the stories’ folder.`],
  ],
  [
    { DATELINE_DATA: join(stories, 'albania-iran.yaml') },
    [
      `Nothing can be kept in ‘${join(stories, 'albania-iran.yaml')}’ (EEXIST): DATELINE_DATA names a folder that the bot may write to.`,
    ],
  ],
  [{ PORT: 'x' }, ['PORT is no port: a number from 0 to 65535.']],
  [
    { LOG_LEVEL: 'loud', ACCESS_TOKEN: 'hunter2' },
    ['ACCESS_TOKEN has fewer than 16 characters.', 'LOG_LEVEL is one of debug, info, warn, error, silent.'],
  ],
  [{ HOST: '0.0.0.0' }, ['HOST is 0.0.0.0, which others can reach: set ACCESS_TOKEN too, or leave HOST at 127.0.0.1.']],
] as const)(
  'what cannot be started with, %j, is told in a sentence each, and nothing else',
  async ([settings, sentences]) => {
    expect(await start(settings).ended).toMatchObject({ code: 1, err: sentences });
  },
);
