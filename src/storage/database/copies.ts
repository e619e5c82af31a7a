/** Copies of a database: one that is kept while the bot runs, and one that is brought back. */

import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OperatorProblem } from '../../operator/index.ts';
import { checked, fileIn, hasContent, lockIn, makeFolder } from './database.ts';
import { botRuns, copyProblem, damaged, noBackup, noFile, nothingToCopy, openingProblem, taken } from './problem.ts';

/**
 * Writes the database of a folder to a new file, as it is at one moment, also while a bot writes to it.
 * @returns the copy's size in bytes
 * @throws {Error} with a sentence for the operator; nothing is left of the copy then
 */
export function backUp(folder: string, file: string): number {
  if (existsSync(file)) throw new OperatorProblem(taken(file));
  if (!hasContent(folder)) throw new OperatorProblem(nothingToCopy(folder));
  const part = join(dirname(file), `.${basename(file)}.part`);
  try {
    discard(part);
    copy(fileIn(folder), part);
    // Whoever reads the file while it is made, or after a kill, finds all of it or nothing.
    renameSync(part, file);
    sync(dirname(file));
    return statSync(file).size;
  } catch (error) {
    throw copyProblem(file, error);
  } finally {
    discard(part);
  }
}

/**
 * Puts a copy in the place of a folder's database, which is kept beside it.
 * @param name ends the names of what was there
 * @returns the file of what was there; undefined where nothing was
 * @throws {Error} with a sentence for the operator; what was there is in its place then
 */
export function bringBack(folder: string, file: string, name: string): string | undefined {
  if (!existsSync(file)) throw new OperatorProblem(noFile(file));
  makeFolder(folder);
  const release = lockIn(folder, botRuns(folder));
  const database = fileIn(folder);
  const part = `${database}.restoring`;
  try {
    discard(part);
    copy(file, part, noBackup);
    const before = existsSync(database) ? putAside(database, `${database}.before-restore-${name}`) : undefined;
    for (const end of [...beside, '-shm']) rmSync(`${database}${end}`, { force: true });
    renameSync(part, database);
    sync(folder);
    return before;
  } catch (error) {
    throw copyProblem(database, error);
  } finally {
    discard(part);
    release();
  }
}

/** Removes a copy that was not finished, with what a kill leaves beside it. */
function discard(part: string) {
  for (const end of ['', ...beside]) rmSync(`${part}${end}`, { force: true });
}

/** Changes that lie beside a database: those of one that is no more would be taken for those of the next. */
const beside = ['-wal', '-journal'];

/** Copies a database that is whole, and makes sure that the copy is. @param broken the sentence where it is not */
function copy(from: string, to: string, broken?: (file: string) => string) {
  const source = open(from, broken);
  try {
    source.prepare('VACUUM INTO ?').run(to);
  } finally {
    source.close();
  }
  open(to).close();
  sync(to);
}

function open(file: string, broken = damaged): DatabaseSync {
  try {
    const { database, steps } = checked(file, broken);
    if (steps > 0) return database;
    database.close();
    throw new OperatorProblem(broken(file)); // whole, and nobody’s
  } catch (error) {
    throw openingProblem(file, error, broken);
  }
}

/** Keeps a database under another name, too. It stays in its place, so that there is one at every moment. */
function putAside(database: string, before: string): string {
  finish(database);
  for (const end of ['', ...beside]) {
    if (!existsSync(`${database}${end}`)) continue;
    try {
      linkSync(`${database}${end}`, `${before}${end}`);
    } catch {
      // Not every file system has links. A copy that was made in the same second stays.
      copyFileSync(`${database}${end}`, `${before}${end}`, constants.COPYFILE_EXCL);
      sync(`${before}${end}`);
    }
  }
  sync(dirname(database));
  return before;
}

/** Writes the last changes of a database, which lie beside it, into it. SQLite would delete those of one that is damaged. */
function finish(file: string) {
  try {
    checked(file).database.close();
    const database = new DatabaseSync(file, { timeout: 1000 });
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      database.close();
    }
  } catch {
    // It is put aside with what lies beside it.
  }
}

/** Writes a file or a folder through to the disk, where the system lets a folder be. */
function sync(path: string) {
  try {
    const opened = openSync(path, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    if (!statSync(path).isDirectory()) throw error;
  }
}
