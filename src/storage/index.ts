/** What is remembered, in one database. */

import type { Inbox, Memory } from '../commands/index.ts';
import type { Ledger, Spaces } from '../digest/index.ts';
import { OperatorProblem } from '../operator/index.ts';
import { backUp, bringBack } from './database/copies.ts';
import { type Database, openDatabase, openInMemory, readDatabase } from './database/database.ts';
import type { StorageListener } from './database/postgres.ts';
import { entriesIn } from './digests/entries.ts';
import { ledgerIn } from './digests/ledger.ts';
import { subscriptionsIn } from './digests/subscriptions.ts';
import { conversationsIn } from './readers/conversations.ts';
import { inboxIn, openIn } from './readers/questions.ts';
import { readersIn } from './readers/readers.ts';
import { spacesIn } from './spaces.ts';

/** All that is remembered, until it is closed. */
export interface Storage extends Memory {
  readonly ledger: Ledger;
  readonly spaces: Spaces;
  close(): Promise<void>;
}

/** Where things are kept, how many, and who is told. */
export interface StorageOptions extends StorageListener {
  /** The folder of the database. */
  readonly data: string;
  /** PostgreSQL's address, with which nothing is kept in the folder. */
  readonly database?: string;
  /** Subscriptions of one space, or of one reader in private messages, at most; where it is left out, any number. */
  readonly mostPerSpace?: number;
}

/** What the terminal sees of it. */
export interface ReadStorage {
  readonly inbox: Pick<Inbox, 'open'>;
  close(): Promise<void>;
}

/**
 * Opens the storage for one bot alone; makes it where there is none. On PostgreSQL it waits until no other bot is active.
 * @throws {Error} with a sentence for the operator, and a cause
 */
export async function openStorage({ data, database, mostPerSpace, ...told }: StorageOptions): Promise<Storage> {
  const opened = database === undefined ? openDatabase(data) : (await postgres()).openPostgres(database, told);
  return storageIn(await opened, mostPerSpace);
}

/** A storage that is forgotten when it is closed. */
export async function openTransientStorage(mostPerSpace?: number): Promise<Storage> {
  return storageIn(await openInMemory(), mostPerSpace);
}

/**
 * Reads the storage, also beside a bot. Where there is none yet, nothing waits.
 * @throws {Error} with a sentence for the operator, and a cause
 */
export async function readStorage({
  data,
  database: url,
}: Pick<StorageOptions, 'data' | 'database'>): Promise<ReadStorage> {
  const database = url === undefined ? readDatabase(data) : await (await postgres()).readPostgres(url);
  if (!database) return { inbox: { open: async () => [] }, close: async () => undefined };
  return { inbox: { open: (story) => openIn(database.db, story) }, close: database.close };
}

/** Its client is loaded only where it is used. */
const postgres = () => import('./database/postgres.ts');

/**
 * Keeps a copy in a new file, also while a bot runs. @returns its size in bytes
 * @throws {Error} with a sentence for the operator, and a cause
 */
export function backUpStorage({ data, database }: Pick<StorageOptions, 'data' | 'database'>, file: string): number {
  refuseServer(database);
  return backUp(data, file);
}

/**
 * Brings a copy back, while no bot runs. @returns the file in which what was there is kept, if anything was
 * @throws {Error} with a sentence for the operator, and a cause; what was there is as it was then
 */
export function restoreStorage(
  { data, database }: Pick<StorageOptions, 'data' | 'database'>,
  file: string,
  now: Date,
): string | undefined {
  refuseServer(database);
  return bringBack(data, file, now.toISOString().replaceAll(':', '-'));
}

function refuseServer(database: string | undefined) {
  if (database === undefined) return;
  const sentence = 'With DATABASE_URL, all is kept in PostgreSQL: pg_dump copies it, and pg_restore brings it back.';
  throw new OperatorProblem(sentence);
}

async function storageIn({ db, close }: Database, mostPerSpace = Number.POSITIVE_INFINITY): Promise<Storage> {
  const { value: salt } = await db.selectFrom('salt').select('value').executeTakeFirstOrThrow();
  return {
    conversations: conversationsIn(db, salt),
    inbox: inboxIn(db),
    readers: readersIn(db, salt),
    subscriptions: subscriptionsIn(db, mostPerSpace),
    entries: entriesIn(db),
    ledger: ledgerIn(db),
    spaces: spacesIn(db),
    close,
  };
}
