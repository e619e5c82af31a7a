import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { OperatorProblem } from '../../src/operator/index.ts';
import { openStorage, readStorage } from '../../src/storage/index.ts';
import { databaseIn, newFolder, query } from './folder.ts';

const flood = { story: 'dam', question: 'Was there a flood?', group: 'flood', day: '2026-06-01' };

/** A folder with a database that was closed, and so many questions in it. */
async function kept(questions = 1): Promise<string> {
  const folder = newFolder();
  const storage = await openStorage({ data: folder });
  for (let each = 0; each < questions; each += 1) await storage.inbox.ask({ ...flood, group: `${each}` });
  await storage.close();
  return folder;
}

/** Expects a folder to be refused in one sentence, both for writing and for reading, and its database to stay as it was. */
async function expectRefused(folder: string, sentence: RegExp) {
  const files = ['dateline.db', 'dateline.db-wal'].map((name) => join(folder, name)).filter(existsSync);
  const contents = () => files.map((file) => readFileSync(file).toString('base64'));
  const before = contents();
  const problems = await Promise.all([
    problemOf(openStorage({ data: folder })),
    problemOf(readStorage({ data: folder })),
  ]);
  for (const problem of problems) {
    expect(problem.message).toMatch(sentence);
    expect(problem.message).toContain(databaseIn(folder));
    expect(problem.message).not.toContain('\n');
    expect(problem).toBeInstanceOf(OperatorProblem);
  }
  expect(contents()).toEqual(before);
  // And the lock was let go, or this would say that another bot runs.
  await expect(openStorage({ data: folder })).rejects.toThrow(sentence);
}

async function problemOf(opening: Promise<unknown>): Promise<Error> {
  return opening.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: Error) => error,
  );
}

const later = "INSERT INTO kysely_migration VALUES ('9999-later', '2030-01-01T00:00:00.000Z')";

test('a database of a newer version is refused, and not touched', async () => {
  const folder = await kept();
  query(databaseIn(folder), later);
  await expectRefused(
    folder,
    /is of a newer version of Dateline .*‘9999-later’.* start that version.* Nothing in it was changed\.$/,
  );
  expect(readdirSync(folder)).toContain('dateline.db');
});

test('so is one that a newer version was killed with, its last changes still beside it', async () => {
  const [from, folder] = [await kept(), newFolder()];
  const newer = new DatabaseSync(databaseIn(from));
  newer.exec(later);
  for (const name of ['dateline.db', 'dateline.db-wal']) copyFileSync(join(from, name), join(folder, name));
  newer.close();
  await expectRefused(folder, /is of a newer version/);
});

const damaged = /is damaged, or no database of Dateline: .* Nothing in it was changed\.$/;

test.for([
  [
    'another kind of file',
    () => Buffer.from('This is no database, but a text that is long enough to be one. '.repeat(99)),
  ],
  ['a short text', () => Buffer.from('x')],
  ['one whose end is missing', (whole: Buffer) => whole.subarray(0, whole.length - 9000)],
  [
    'one with a page overwritten',
    (whole: Buffer) => Buffer.concat([whole.subarray(0, 8192), Buffer.alloc(20_000, 7), whole.subarray(28_192)]),
  ],
  [
    'one with its first page overwritten',
    (whole: Buffer) => Buffer.concat([whole.subarray(0, 100), Buffer.alloc(3996, 255), whole.subarray(4096)]),
  ],
] as const)('instead of a database, %s is refused, and not touched', async ([, damage]) => {
  const folder = await kept(200);
  writeFileSync(databaseIn(folder), damage(readFileSync(databaseIn(folder))));
  await expectRefused(folder, damaged);
});

test('another program’s database is refused, and not touched', async () => {
  const folder = newFolder();
  query(databaseIn(folder), 'CREATE TABLE recipes (name TEXT)');
  await expectRefused(folder, damaged);
});

test('a folder in the place of the database is refused', async () => {
  const folder = newFolder();
  mkdirSync(databaseIn(folder));
  await expect(openStorage({ data: folder })).rejects.toThrow(
    `The database ‘${databaseIn(folder)}’ cannot be opened: `,
  );
  expect(await problemOf(readStorage({ data: folder }))).toBeInstanceOf(OperatorProblem);
});

test('a database that another program holds is refused', async () => {
  const folder = await kept();
  const holder = new DatabaseSync(databaseIn(folder));
  holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM conversations');
  await expectRefused(folder, /^Another program holds the database/);
  holder.close();
  await (await openStorage({ data: folder })).close();
});

test('a folder that is none, and a lock that is none, are refused', async () => {
  const folder = newFolder();
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const each of [file, join(file, 'deeper')])
    await expect(openStorage({ data: each })).rejects.toThrow(
      /^Nothing can be kept in ‘.*file.*’ \(E[A-Z]+\): DATELINE_DATA names /,
    );
  writeFileSync(join(folder, 'dateline.lock'), 'This is no lock.'.repeat(99));
  await expect(openStorage({ data: folder })).rejects.toThrow(/dateline\.lock’ is damaged/);
});

test('a second bot is refused for as long as the first one runs', async () => {
  const folder = newFolder();
  const first = await openStorage({ data: folder });
  const sentence = `Another bot runs with the data in ‘${folder}’: stop it, or set DATELINE_DATA to another folder and, for a second bot beside it, PORT to another number.`;
  for (const _ of [1, 2]) await expect(openStorage({ data: folder })).rejects.toThrow(sentence);
  await first.inbox.ask(flood);
  await first.close();
  const second = await openStorage({ data: folder });
  expect(await second.inbox.open()).toHaveLength(1);
  await second.close();
});

test('steps that fail leave nothing half done', async () => {
  const folder = newFolder();
  query(databaseIn(folder), 'CREATE TABLE kysely_migration (name TEXT PRIMARY KEY, timestamp TEXT)');
  query(databaseIn(folder), 'CREATE TABLE conversations (key TEXT)'); // the step makes it after the questions
  await expect(openStorage({ data: folder })).rejects.toThrow(/cannot be opened: .*conversations.* already exists/);
  const tables = query(databaseIn(folder), "SELECT name FROM sqlite_schema WHERE type = 'table'").map(
    ({ name }) => name,
  );
  expect(tables).not.toContain('questions');
  query(databaseIn(folder), 'DROP TABLE conversations');
  expect((await problemOf(readStorage({ data: folder }))).message).toMatch(
    /older version of Dateline: start the bot once/,
  );
  await (await openStorage({ data: folder })).close();
  await (await readStorage({ data: folder })).close();
});

test('an empty file, as a kill leaves it at the very start, becomes a database', async () => {
  const folder = newFolder();
  writeFileSync(databaseIn(folder), '');
  expect(await (await readStorage({ data: folder })).inbox.open()).toEqual([]);
  await (await openStorage({ data: folder })).close();
});
