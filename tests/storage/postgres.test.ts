import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { OperatorProblem } from '../../src/operator/index.ts';
import { Outage, postgresProblem } from '../../src/storage/database/postgres-problem.ts';
import { openStorage, readStorage } from '../../src/storage/index.ts';
import { describeStorage } from './describe-storage.ts';
import { expectKept, expectWhole } from './digest-writes.ts';
import { Postgres } from './postgres.ts';
import { startWriter } from './start-writer.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
});
afterAll(() => postgres?.stop());

/** By then another process has taken over. */
const takeoverMs = 30_000;

const data = '/nothing/is/kept/here';
const flood = { story: 'dam', question: 'Was there a flood?', group: 'flood', day: '2026-06-01' };

/** A database with the tables of a storage and nothing in them, made once: to make them takes longer than most tests. */
let empty: Promise<string> | undefined;

async function makeEmpty(): Promise<string> {
  const database = await postgres.database();
  await (await openStorage({ data, database })).close();
  return database;
}

describeStorage('a storage in PostgreSQL', async () => {
  empty ??= makeEmpty();
  const database = await postgres.database(await empty);
  return { open: () => openStorage({ data, database, mostPerSpace: 3 }), remove: async () => undefined };
});

/** Expects an address to be refused in one sentence, both for writing and for reading. */
async function expectRefused(database: string, sentence: RegExp) {
  for (const open of [openStorage, readStorage]) {
    const problem: Error = await open({ data, database }).then(
      () => new Error('nothing was refused'),
      (error: Error) => error,
    );
    expect(problem.message).toMatch(sentence);
    expect(problem.message).not.toContain('\n');
    expect(problem).toBeInstanceOf(OperatorProblem);
    expect(JSON.stringify([problem, problem.cause, problem.stack])).not.toMatch(/do not say|do%20not/);
  }
}

test('what cannot be opened is refused in one sentence, without the password', async () => {
  const address = await postgres.database();
  const port = new URL(address).port;
  await expectRefused(
    address.replace(/:\d+\//, ':9/'),
    /^PostgreSQL at ‘127\.0\.0\.1:9\/dateline_\d+’ cannot be reached \(ECONNREFUSED\)/,
  );
  await expectRefused(
    address.replace('127.0.0.1', 'none.invalid'),
    /^PostgreSQL at ‘none\.invalid:.*’ cannot be reached \(E/,
  );
  await expectRefused(
    postgres.address('none'),
    new RegExp(`^There is no database at ‘127\\.0\\.0\\.1:${port}/none’: `),
  );
  await expectRefused(
    postgres.address('postgres', 'do%20not%20say%20that'),
    /refuses the user or the password of DATABASE_URL\.$/,
  );
});

/** Starts the real program, without a platform. */
function startBot(database: string) {
  const settings = { DATABASE_URL: database, PORT: '0', DATELINE_DATA: data, STORIES: 'tests/stories' };
  const env = { ...process.env, ...settings, LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...said }));
  const says = async (text: string) => {
    while (!said.out.includes(text))
      await Promise.race([once(child.stdout, 'data'), ended.then((how) => Promise.reject(how))]);
  };
  return { says, ended, stop: () => child.kill('SIGTERM') };
}

test('the bot says in one sentence that its database cannot be reached, and ends', async () => {
  const ended = await startBot((await postgres.database()).replace(/:\d+\//, ':9/')).ended;
  expect(ended).toMatchObject({ code: 1 });
  expect(ended.err).toMatch(
    /^PostgreSQL at ‘127\.0\.0\.1:9\/dateline_\d+’ cannot be reached \(ECONNREFUSED\); DATABASE_URL names it\.\n$/,
  );
});

test('the bot ends with a sentence when it has lost its database, and another one that stood by answers', async () => {
  const database = await postgres.database();
  const active = startBot(database);
  await active.says('Dateline answers at');
  const [standby, another] = [startBot(database), startBot(database)];
  await Promise.all([standby, another].map(({ says }) => says('stands by')));
  another.stop();
  expect(await another.ended).toMatchObject({ code: 0, err: '' });
  await postgres.query(database, loseLock);
  const { code, out, err } = await active.ended;
  expect(code).toBe(1);
  expect(err).toMatch(/^The connection to PostgreSQL at ‘.*’ is lost \(.*\): .*\n$/);
  await standby.says('Dateline answers at');
  standby.stop();
  const stopped = await standby.ended;
  expect(stopped).toMatchObject({ code: 0, err: '' });
  expect(out + err + stopped.out).not.toMatch(/do not say|do%20not/);
});

test.each(['#@127.0.0.1/db', '/@127.0.0.1/db', '?@127.0.0.1/db', '@['])(
  'an address that cannot be read, such as one with ‘%s’, is said to be none, and nothing of it is said',
  (rest) =>
    expectRefused(
      `postgres://ann:11${rest}`,
      /^DATABASE_URL is no address of PostgreSQL: postgres:\/\/USER:PASSWORD@HOST:PORT\/DATABASE, what is not a letter or digit in the password as %23 for ‘#’\.$/,
    ),
);

test('a database in which not every text can be kept is refused', async () => {
  await postgres.query(postgres.address('postgres'), "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1'");
  await expectRefused(
    postgres.address('latin'),
    /^The database ‘.*\/latin’ keeps its texts as LATIN1: create one whose/,
  );
  expect(await postgres.query(postgres.address('latin'), tables)).toEqual([]);
});

/** Ends the session that holds the lock, as a server does that is stopped. */
const loseLock = `select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = pg_locks.database
  where locktype = 'advisory' and granted and datname = current_database()`;

const tables = "select tablename from pg_tables where schemaname = 'public' order by tablename";

test('a database of a newer version is refused, and not touched', async () => {
  const database = await postgres.database();
  await (await openStorage({ data, database })).close();
  await postgres.query(database, "insert into kysely_migration values ('9999-later', '2030'); drop table looks");
  const before = await postgres.query(database, tables);
  await expectRefused(
    database,
    /is of a newer version of Dateline .*‘9999-later’.*DATABASE_URL.* Nothing in it was changed\.$/,
  );
  expect(await postgres.query(database, tables)).toEqual(before);
});

test('tables of another program are not written over, and nothing is left beside them', async () => {
  const database = await postgres.database();
  await postgres.query(database, 'create table entries (mine text)');
  const refused = openStorage({ data, database });
  await expect(refused).rejects.toThrow(/^The database ‘.*’ cannot be opened: .*"entries" already exists\.$/);
  expect(await postgres.query(database, tables)).toEqual(
    ['entries', 'kysely_migration', 'kysely_migration_lock'].map((tablename) => ({ tablename })),
  );
});

test('where there is nothing yet, nothing waits, and nothing is made; a terminal reads beside a bot', async () => {
  const database = await postgres.database();
  const reading = await readStorage({ data, database });
  expect(await reading.inbox.open()).toEqual([]);
  await reading.close();
  expect(await postgres.query(database, tables)).toEqual([]);
  const storage = await openStorage({ data, database });
  await storage.inbox.ask(flood);
  const beside = await readStorage({ data, database });
  expect(await beside.inbox.open()).toMatchObject([{ words: 'Was there a flood?' }]);
  await beside.close();
  await storage.close();
});

test('a second process stands by until the first has closed', async () => {
  const database = await postgres.database();
  const first = await openStorage({ data, database });
  const standby = Promise.withResolvers<string>();
  const second = openStorage({ data, database, onStandby: standby.resolve });
  expect(await standby.promise).toBe(database.replace(/^.*@/, ''));
  await first.inbox.ask(flood);
  await first.close();
  const storage = await second;
  expect(await storage.inbox.open()).toHaveLength(1);
  await storage.close();
});

/** Ends the sessions that have no lock: of those that stand by. */
const loseStandby = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'dateline'
  and pid not in (select pid from pg_locks where locktype = 'advisory' and granted)`;

/** A bot that is active and one that stands by, under an account of their own, and statements of the database’s owner. */
async function standingBy() {
  const database = await postgres.database();
  const name = new URL(database).pathname.slice(1);
  const query = (text: string) => postgres.query(database, text);
  await query(`create role role_${name} login password 'known'; alter database ${name} owner to role_${name}`);
  const its = database.replace(/\/\/.*@/, `//role_${name}:known@`);
  const first = await openStorage({ data, database: its });
  const standby = Promise.withResolvers<string>();
  const second = openStorage({ data, database: its, onStandby: standby.resolve });
  await standby.promise;
  return { first, second, query, role: `role_${name}` };
}

test('a process stands by also while the server takes no connection', async () => {
  const { first, second, query, role } = await standingBy();
  await query(`alter role ${role} connection limit 1`);
  await query(loseStandby);
  await Promise.race([wait(2500), second]); // it tries twice
  await query(`alter role ${role} connection limit 2`);
  await first.close();
  await (await second).close();
});

test.each([
  ['a newer version', () => "insert into kysely_migration values ('9999-later', '2030')", /is of a newer version/],
  ['another password', (role: string) => `alter role ${role} password 'new'`, /refuses the user or the password/],
])('a process that stands by ends where the server comes back with %s', async (_what, change, sentence) => {
  const { first, second, query, role } = await standingBy();
  const refused = expect(second).rejects.toThrow(sentence);
  await query(change(role));
  await query(loseStandby);
  await refused;
  await first.close();
});

const client = { host: 'host', port: 5432, database: 'db', password: '' };

test.each(['ECONNREFUSED', 'EAI_AGAIN', '57P03', '08006', '53300', undefined])(
  'an outage may be told by %s',
  (code) => {
    expect(postgresProblem(client, Object.assign(new Error('why'), code && { code }))).toBeInstanceOf(Outage);
  },
);

test.each(['28P01', '3D000', '42501', 'ERR_TLS_CERT_ALTNAME_INVALID'])('%s is no outage', (code) => {
  expect(postgresProblem(client, Object.assign(new Error('why'), { code }))).not.toBeInstanceOf(Outage);
});

test('a process that has lost its lock is told, keeps nothing more, and another one takes over', async () => {
  const database = await postgres.database();
  const lost = Promise.withResolvers<Error>();
  const storage = await openStorage({ data, database, onLost: lost.resolve });
  const other = openStorage({ data, database });
  await storage.inbox.ask(flood);
  const underWay = Array.from({ length: 50 }, () => storage.inbox.ask(flood));
  const settled = Promise.allSettled(underWay);
  await postgres.query(database, loseLock);
  const sentence = /^The connection to PostgreSQL at ‘127.*’ is lost \(.*\): another process may have taken over, /;
  expect((await lost.promise).message).toMatch(sentence);
  const kept = (await settled).filter(({ status }) => status === 'fulfilled').length;
  for (const act of [
    () => storage.inbox.ask(flood),
    () => storage.ledger.sending(1, 1),
    () => storage.ledger.waiting(),
    () => storage.subscriptions.find(1),
  ])
    await expect(act()).rejects.toThrow(sentence);
  const next = await other;
  const [item] = await next.inbox.open();
  // What was acknowledged is there; of the one that was under way, nobody knows.
  expect([1 + kept, 2 + kept]).toContain(item?.times);
  await next.close();
  await storage.close();
});

test('of two processes one is active; when it is killed, the other takes over with all that was acknowledged', async () => {
  const database = await postgres.database();
  const query = (sql: string) => postgres.query(database, sql);
  const acknowledged: string[] = [];
  let active = startWriter(import.meta.resolve('./digest-writer.ts'), ['', database, '0']);
  await active.said(1);
  for (const [index, count] of [8, 13, 40].entries()) {
    const standby = startWriter(import.meta.resolve('./digest-writer.ts'), ['', database, String((index + 1) * 1000)]);
    await standby.said(1);
    expect(standby.lines).toEqual(['standby']);
    await active.said(count + 2);
    expect(standby.lines).toEqual(['standby']);
    const lines = await active.kill(index);
    const killed = performance.now();
    acknowledged.push(...lines.filter((line) => / \d+$/.test(line)));
    await standby.said(2);
    expect(performance.now() - killed).toBeLessThan(takeoverMs);
    expect(standby.lines[1]).toBe('open');
    active = standby;
  }
  acknowledged.push(...(await active.kill()).filter((line) => / \d+$/.test(line)));
  expect(acknowledged.length).toBeGreaterThan(60);
  const storage = await openStorage({ data, database });
  await expectKept(storage, acknowledged);
  await storage.close();
  await expectWhole(query);
});
