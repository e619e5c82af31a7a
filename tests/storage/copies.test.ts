import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { OperatorProblem } from '../../src/operator/index.ts';
import { backUpStorage, openStorage, restoreStorage } from '../../src/storage/index.ts';
import { databaseIn, newFolder, query } from './folder.ts';
import { startWriter } from './start-writer.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const before = 'dateline.db.before-restore-2026-11-23T09-00-00.000Z';

/** A folder in which questions were asked. */
async function kept(...groups: string[]): Promise<string> {
  const data = newFolder();
  const storage = await openStorage({ data });
  for (const group of groups) await storage.inbox.ask({ story: 'dam', question: group, group, day: '2026-06-01' });
  await storage.close();
  return data;
}

const asked = async (data: string) => {
  const storage = await openStorage({ data });
  const words = (await storage.inbox.open()).map((item) => item.words);
  await storage.close();
  return words.sort();
};

const restored = (data: string, file: string) => restoreStorage({ data }, file, now);
const problemOf = (act: () => unknown): Error => {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
};

function expectSentence(act: () => unknown, sentence: RegExp) {
  const problem = problemOf(act);
  const { message } = problem;
  expect(message).toMatch(sentence);
  expect(message).not.toContain('\n');
  expect(problem).toBeInstanceOf(OperatorProblem);
}

test('a copy is whole while a bot writes, and can be brought back elsewhere', async () => {
  const [data, elsewhere] = [newFolder(), newFolder()];
  const writer = startWriter(import.meta.resolve('./digest-writer.ts'), [data, '', '0']);
  const copies = [];
  for (const count of [3, 30, 60]) {
    await writer.said(count);
    const sent = writer.lines.filter((line) => line.startsWith('sent')).length;
    const file = join(elsewhere, `copy-${count}`);
    expect(backUpStorage({ data }, file)).toBe(readFileSync(file).length);
    copies.push({ file, sent });
  }
  await writer.kill();
  expect(readdirSync(elsewhere).sort()).toEqual(['copy-3', 'copy-30', 'copy-60']);
  for (const { file, sent } of copies) {
    const folder = join(newFolder(), 'made', 'by', 'it');
    expect(restored(folder, file)).toBeUndefined();
    expect(query(databaseIn(folder), 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const [row] = query(databaseIn(folder), "select count(*) as sent from slots where state = 'sent'");
    expect(row?.['sent']).toBeGreaterThanOrEqual(sent);
    await (await openStorage({ data: folder })).close();
    expect(readdirSync(folder).sort()).toEqual(['dateline.db', 'dateline.lock']);
  }
});

test('what a kill left of an earlier copy is in the way of none', async () => {
  const [data, folder] = [await kept('one'), newFolder()];
  for (const end of ['', '-journal', '-wal']) {
    writeFileSync(join(folder, `.copy.part${end}`), 'left');
    writeFileSync(join(data, `dateline.db.restoring${end}`), 'left');
  }
  backUpStorage({ data }, join(folder, 'copy'));
  restored(data, join(folder, 'copy'));
  expect(readdirSync(folder)).toEqual(['copy']);
  expect(readdirSync(data).sort()).toEqual(['dateline.db', before, 'dateline.lock']);
  expect(await asked(data)).toEqual(['one']);
});

test('what was there is kept beside, with its last changes, and can be brought back in its turn', async () => {
  const [from, data] = [await kept('old'), newFolder()];
  const file = join(newFolder(), 'copy');
  backUpStorage({ data: from }, file);
  const writer = startWriter(import.meta.resolve('./writer.ts'), [data, '0']);
  await writer.said(20);
  await writer.kill();
  expect(existsSync(`${databaseIn(data)}-wal`)).toBe(true);
  expect(restored(data, file)).toBe(join(data, before));
  expect(await asked(data)).toEqual(['old']);
  expect(readdirSync(data).sort()).toEqual(['dateline.db', before, 'dateline.lock']);
  renameSync(join(data, before), join(data, 'back'));
  restored(data, join(data, 'back'));
  expect((await asked(data)).length).toBeGreaterThanOrEqual(19);
});

test('a database that is damaged is kept beside as it is, with all that lies beside it', async () => {
  const [from, data] = [await kept('old'), newFolder()];
  const file = join(newFolder(), 'copy');
  backUpStorage({ data: from }, file);
  writeFileSync(databaseIn(data), 'This is damaged. '.repeat(999));
  writeFileSync(`${databaseIn(data)}-wal`, 'So is this.');
  await expect(openStorage({ data })).rejects.toThrow(/‘npm run -s dateline -- restore FILE’/);
  expect(restored(data, file)).toBe(join(data, before));
  expect(readFileSync(join(data, before), 'utf8')).toMatch(/^This is damaged/);
  expect(readFileSync(join(data, `${before}-wal`), 'utf8')).toBe('So is this.');
  expect(await asked(data)).toEqual(['old']);
});

test('what cannot be copied is told in one sentence, and nothing is written', async () => {
  const data = await kept('one');
  const folder = newFolder();
  const file = join(folder, 'copy');
  expectSentence(() => backUpStorage({ data: folder }, file), /^Nothing is kept in ‘.*’ yet; /);
  expectSentence(() => backUpStorage({ data }, join(folder, 'none', 'copy')), /^‘.*copy’ cannot be written: /);
  expectSentence(() => backUpStorage({ data }, folder), /^‘.*’ is there already and is not written over: /);
  writeFileSync(join(data, 'mine'), 'Mine.');
  expectSentence(
    () => backUpStorage({ data }, join(data, 'mine')),
    /^‘.*mine’ is there already and is not written over: /,
  );
  expect(readFileSync(join(data, 'mine'), 'utf8')).toBe('Mine.');
  writeFileSync(databaseIn(data), 'x'.repeat(9999));
  expectSentence(() => backUpStorage({ data }, file), /is damaged, or no database of Dateline/);
  expect(readdirSync(folder)).toEqual([]);
  expectSentence(() => backUpStorage({ data, database: 'postgres://x' }, file), /^With DATABASE_URL, .* pg_dump /);
});

test('what cannot be brought back is told in one sentence, and what is there stays', async () => {
  const data = await kept('one');
  const file = join(newFolder(), 'copy');
  const refused = async (sentence: RegExp) => {
    expectSentence(() => restored(data, file), sentence);
    expect(await asked(data)).toEqual(['one']);
    expect(readdirSync(data).sort()).toEqual(['dateline.db', 'dateline.lock']);
  };
  const noBackup = /^‘.*copy’ is no backup of Dateline that is whole\. Nothing was changed\.$/;
  await refused(/^There is no file ‘.*copy’\. Nothing was changed\.$/);
  for (const content of ['', 'x', 'This is none. '.repeat(999)]) {
    writeFileSync(file, content);
    await refused(noBackup);
  }
  writeFileSync(file, '');
  query(file, 'pragma user_version = 1'); // a database without a table
  await refused(noBackup);
  const other = await kept('other');
  const whole = readFileSync(databaseIn(other));
  writeFileSync(file, whole.subarray(0, whole.length - 9000));
  await refused(noBackup);
  writeFileSync(file, whole);
  query(file, "insert into kysely_migration values ('9999-later', '2030')");
  await refused(/copy’ is of a newer version of Dateline/);
  expectSentence(
    () => restoreStorage({ data, database: 'postgres://x' }, file, now),
    /^With DATABASE_URL, .* pg_restore /,
  );
  const folder = join(newFolder(), 'folder');
  mkdirSync(folder);
  expectSentence(() => restored(data, folder), /^The database ‘.*folder’ cannot be opened: /);
});

test('nothing is brought back while a bot runs', async () => {
  const data = await kept('one');
  const file = join(newFolder(), 'copy');
  backUpStorage({ data }, file);
  const storage = await openStorage({ data });
  expectSentence(
    () => restored(data, file),
    /^A bot runs with the data in ‘.*’: stop it first\. Nothing was changed\.$/,
  );
  await storage.close();
  // Nor over a database that another program writes to.
  const other = new DatabaseSync(databaseIn(data));
  restored(data, file);
  other.close();
  expect(await asked(data)).toEqual(['one']);
});
