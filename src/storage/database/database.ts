/** Opens the database: for the one bot that writes, and for terminals that read beside it. */

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { OperatorProblem } from '../../operator/index.ts';
import { NodeSqliteDialect } from './dialect.ts';
import { takeLock } from './lock.ts';
import { migrate, stepNames, stepTable } from './migrations.ts';
import { anotherBot, damaged, folderSentence, moved, openingProblem, tooNew, tooOld } from './problem.ts';
import type { Tables } from './tables.ts';

/** How long opening waits for another program. */
const busyMs = 1000;
/** How long a statement does once the bot runs: all readers wait with it, and what could not be kept is left out. */
const busyRunningMs = 100;

/** An open database. */
export interface Database {
  /** Whoever writes does so in a transaction: before each it is looked whether the file is still in its place. */
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/**
 * Opens the database of a folder to write to it, and brings it up to date; makes both where they are missing.
 * @throws {Error} with a sentence for the operator; what was there is then left as it was
 */
export async function openDatabase(folder: string): Promise<Database> {
  makeFolder(folder);
  const file = fileIn(folder);
  const release = lockIn(folder, anotherBot(folder));
  try {
    if (hasContent(folder)) attempt(file, () => checked(file).database.close());
    const database = attempt(file, () => opened(file));
    const { db, close } = await upToDate(database, inItsPlace(file));
    database.exec(`PRAGMA busy_timeout = ${busyRunningMs}`);
    return { db, close: () => close().finally(release) };
  } catch (error) {
    release();
    throw openingProblem(file, error);
  }
}

/** A database that is gone when it is closed. */
export function openInMemory(): Promise<Database> {
  return upToDate(new DatabaseSync(':memory:'));
}

/**
 * Opens the database of a folder to read from it, also beside a bot; undefined where there is none yet.
 * @throws {Error} with a sentence for the operator
 */
export function readDatabase(folder: string): Database | undefined {
  const file = fileIn(folder);
  if (!hasContent(folder)) return undefined;
  const { database, steps } = attempt(file, () => checked(file));
  if (steps === stepNames.length) return around(database);
  database.close();
  throw new OperatorProblem(tooOld(file));
}

/** Makes a folder where there is none. @throws {Error} with a sentence */
export function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new OperatorProblem(folderSentence(folder, error), { cause: error });
  }
}

/** The file of a folder's database. */
export const fileIn = (folder: string) => join(folder, 'dateline.db');

/** Keeps bots away from a folder until the function that it returns is called. @throws {Error} with `held` where one runs */
export function lockIn(folder: string, held: string): () => void {
  const file = join(folder, 'dateline.lock');
  return attempt(file, () => takeLock(file, held));
}

/**
 * A file without content is what a kill leaves of a database that was just being made.
 * @throws {Error} with a sentence where the folder is none, or may not be looked into
 */
export function hasContent(folder: string): boolean {
  try {
    return statSync(fileIn(folder)).size > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw new OperatorProblem(folderSentence(folder, error), { cause: error });
  }
}

function opened(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyMs });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * A database that is whole and not newer than the program, opened for reading: looking at it must not change it.
 * @throws {Error} with a sentence, or SQLite's own
 */
export function checked(file: string, sentence: (file: string) => string = damaged) {
  const database = new DatabaseSync(file, { readOnly: true, timeout: busyMs });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    const isOurs = tables.length === 0 || tables.some(({ name }) => name === stepTable);
    if (!isOurs || !isWhole(database)) throw new OperatorProblem(sentence(file));
    const taken = tables.length === 0 ? [] : database.prepare(`SELECT name FROM ${stepTable}`).all();
    const unknown = taken.map(({ name }) => String(name)).find((name) => !stepNames.includes(name));
    if (unknown !== undefined) throw new OperatorProblem(tooNew(file, unknown));
    return { database, steps: taken.length };
  } catch (error) {
    database.close();
    throw error;
  }
}

function isWhole(database: DatabaseSync): boolean {
  const [first] = database.prepare('PRAGMA quick_check(1)').all();
  const pages = database.prepare('PRAGMA page_count').get();
  // SQLite takes a file of a few bytes for a database that is empty, and would write over it.
  return first?.['quick_check'] === 'ok' && pages?.['page_count'] !== 0;
}

/** Refuses to write to a file that is no longer in its place: SQLite would, and all of it were gone with the process. */
function inItsPlace(file: string): () => void {
  const number = () => statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
  const opened = number();
  return () => {
    if (number() !== opened) throw new Error(moved(file));
  };
}

async function upToDate(database: DatabaseSync, begin?: () => void): Promise<Database> {
  const { db, close } = around(database, begin);
  try {
    await migrate(db);
    database.exec('DELETE FROM salt WHERE FALSE'); // changes nothing, and fails where nothing may be changed
  } catch (error) {
    await close();
    throw error;
  }
  return { db, close };
}

function around(database: DatabaseSync, begin?: () => void): Database {
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database, begin) });
  return {
    db,
    async close() {
      await db.destroy();
      if (database.isOpen) database.close(); // Kysely leaves it open where it was never asked anything
    },
  };
}

function attempt<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw openingProblem(file, error);
  }
}
