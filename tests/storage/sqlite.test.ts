import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { talkMs } from '../../src/commands/index.ts';
import { openDatabase } from '../../src/storage/database/database.ts';
import { openStorage, openTransientStorage, readStorage } from '../../src/storage/index.ts';
import { inboxIn } from '../../src/storage/readers/questions.ts';
import { describeStorage } from './describe-storage.ts';
import { databaseIn, newFolder, query } from './folder.ts';

describeStorage('a storage in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-storage-'));
  return {
    open: () => openStorage({ data: join(folder, 'made', 'by', 'it'), mostPerSpace: 3 }),
    remove: () => rm(folder, { recursive: true }),
  };
});

const talk = { story: 'dam', question: 'Who?', statements: ['leak'], at: 1_000_000_000 };
const flood = { story: 'dam', question: 'Was there a flood?', group: 'flood', day: '2026-06-01' };

test('a transient storage begins empty, and leaves nothing', async () => {
  for (const _ of [1, 2]) {
    const storage = await openTransientStorage();
    expect(await storage.inbox.open()).toEqual([]);
    await storage.inbox.ask(flood);
    await storage.conversations.remember('ann', talk);
    expect(await storage.inbox.open()).toHaveLength(1);
    expect(await storage.conversations.recall('ann', talk.at)).toEqual(talk);
    await storage.close();
  }
});

test('a database says nothing of who talked, and forgets talks that are over as new ones come', async () => {
  const [folder, other] = [newFolder(), newFolder()];
  for (const each of [folder, other]) {
    const storage = await openStorage({ data: each });
    await storage.conversations.remember('slack T1 C1 ann', talk);
    await storage.conversations.remember('ahead', { ...talk, at: talk.at + 3 * talkMs });
    await storage.conversations.remember('slack T1 C1 ben', { ...talk, at: talk.at + talkMs });
    await storage.conversations.remember('slack T1 C1 cid', { ...talk, at: talk.at + talkMs + 1 });
    await storage.close();
  }
  const [rows, others] = [folder, other].map((each) => query(databaseIn(each), 'SELECT * FROM conversations'));
  expect(rows?.map(({ at }) => at)).toEqual([talk.at + talkMs, talk.at + talkMs + 1]);
  expect(JSON.stringify(rows)).not.toMatch(/slack|ann|ben/);
  const keys = [...(rows ?? []), ...(others ?? [])].map(({ key }) => key);
  expect(new Set(keys).size).toBe(4); // the same reader has another key in another database
});

test('what was closed is kept for 90 days', async () => {
  const folder = newFolder();
  const storage = await openStorage({ data: folder });
  for (const day of ['2026-06-01', '2026-06-02']) {
    await storage.inbox.ask(flood);
    await storage.inbox.close([(await storage.inbox.open())[0]?.id ?? 0], day);
  }
  await storage.inbox.ask(flood);
  await storage.inbox.close([4711], '2026-08-31');
  const closed = () => query(databaseIn(folder), 'SELECT closed_day AS day FROM questions').map(({ day }) => day);
  expect(closed()).toEqual(['2026-06-02', null]);
  await storage.inbox.close([4711], '2026-09-01');
  expect(closed()).toEqual([null]);
  await storage.close();
});

test('a database is written through to the disk before a change is acknowledged', async () => {
  const { db, close } = await openDatabase(newFolder());
  expect((await sql`PRAGMA synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]); // FULL
  expect((await sql`PRAGMA journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
  await close();
});

test('a database that was made before there were digests is brought up to date, with all that is in it', async () => {
  const folder = newFolder();
  const storage = await openStorage({ data: folder });
  await storage.inbox.ask(flood);
  await storage.close();
  const tables = 'subscriptions subscription_stories told entries slots documents carried looks spaces'.split(' ');
  for (const table of tables) query(databaseIn(folder), `DROP TABLE ${table}`);
  query(databaseIn(folder), 'ALTER TABLE conversations DROP COLUMN behind');
  query(databaseIn(folder), "DELETE FROM kysely_migration WHERE name >= '0002'");
  await expect(readStorage({ data: folder })).rejects.toThrow(/of an older version/);
  const again = await openStorage({ data: folder });
  expect(await again.inbox.open()).toMatchObject([{ words: flood.question }]);
  expect(await again.ledger.due(0, 1)).toEqual([]);
  await again.close();
});

test('a terminal reads beside a bot, without keeping it from writing', async () => {
  const folder = newFolder();
  const storage = await openStorage({ data: folder });
  await storage.inbox.ask(flood);
  const reading = await readStorage({ data: folder });
  expect(await reading.inbox.open()).toMatchObject([{ words: 'Was there a flood?', times: 1 }]);
  await storage.inbox.ask(flood);
  await storage.inbox.ask({ ...flood, story: 'ferry' });
  expect(await reading.inbox.open('dam')).toMatchObject([{ times: 2 }]);
  await reading.close();
  await storage.close();
  const after = await readStorage({ data: folder });
  expect(await after.inbox.open()).toHaveLength(2);
  await after.close();
});

test('where there is no database yet, nothing waits, and none is made', async () => {
  const folder = newFolder();
  for (const each of [folder, join(folder, 'none')]) {
    const reading = await readStorage({ data: each });
    expect(await reading.inbox.open()).toEqual([]);
    await reading.close();
    expect(() => query(join(each, 'none', 'dateline.db'), 'SELECT 1')).toThrow('unable to open');
  }
});

test('a full disk is told as such, and once there is room again all goes on', async () => {
  const { db, close } = await openDatabase(newFolder());
  const inbox = inboxIn(db);
  const roomFor = (pages: number) => sql`PRAGMA max_page_count = ${sql.lit(pages)}`.execute(db);
  await roomFor(1);
  const many = Array.from({ length: 100 }, (_, each) => ({ ...flood, group: `${each}`, question: 'x'.repeat(500) }));
  const fill = async () => {
    for (const each of many) await inbox.ask(each);
  };
  await expect(fill()).rejects.toThrow('database or disk is full');
  await roomFor(1000);
  await fill();
  expect(await inbox.open()).toHaveLength(100);
  await close();
});

test('a bot that runs does not wait long for another program that writes', async () => {
  const folder = newFolder();
  const storage = await openStorage({ data: folder });
  const other = new DatabaseSync(databaseIn(folder));
  other.exec('BEGIN IMMEDIATE');
  const start = performance.now();
  await expect(storage.conversations.remember('ann', talk)).rejects.toThrow('database is locked');
  expect(performance.now() - start).toBeLessThan(2000);
  expect(await storage.conversations.recall('ann', talk.at)).toBeUndefined();
  other.close();
  await storage.conversations.remember('ann', talk);
  await storage.close();
});

test('a file in the place of the folder is refused, also for reading', async () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  for (const folder of [file, join(file, 'deeper')])
    await expect(readStorage({ data: folder })).rejects.toThrow(
      /^Nothing can be kept in ‘.*file.*’ \(ENOTDIR\): DATELINE_DATA names /,
    );
});

test('nothing is written to a database that is no longer in its place', async () => {
  const folder = newFolder();
  const storage = await openStorage({ data: folder });
  await storage.inbox.ask(flood);
  const refused = () =>
    expect(storage.inbox.ask(flood)).rejects.toThrow(`‘${databaseIn(folder)}’ was moved away, deleted or replaced`);
  renameSync(databaseIn(folder), join(folder, 'away'));
  await refused();
  copyFileSync(join(folder, 'away'), databaseIn(folder));
  await refused();
  expect(await storage.inbox.open()).toMatchObject([{ times: 1 }]);
  renameSync(join(folder, 'away'), databaseIn(folder));
  await storage.inbox.ask(flood);
  expect(await storage.inbox.open()).toMatchObject([{ times: 2 }]);
  await storage.close();
});
