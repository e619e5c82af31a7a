/** What is remembered: conversations and the inbox, in one database. */
import type { Inbox, Memory } from '../commands/index.ts';
import { conversationsIn } from './conversations.ts';
import { type Database, openDatabase, openInMemory, readDatabase } from './database.ts';
import { inboxIn, openIn } from './questions.ts';

/** All that is remembered, until it is closed. */
export interface Storage extends Memory {
  close(): Promise<void>;
}

/** What the terminal sees of it. */
export interface ReadStorage {
  readonly inbox: Pick<Inbox, 'open'>;
  close(): Promise<void>;
}

/**
 * Opens the storage of a folder, for one bot alone; makes it where there is none.
 * @throws {Error} with a sentence for the operator, and a cause
 */
export async function openStorage(folder: string): Promise<Storage> {
  return storageIn(await openDatabase(folder));
}

/** A storage that is forgotten when it is closed. */
export async function openTransientStorage(): Promise<Storage> {
  return storageIn(await openInMemory());
}

/**
 * Reads the storage of a folder, also beside a bot. Where there is none yet, nothing waits.
 * @throws {Error} with a sentence for the operator, and a cause
 */
export function readStorage(folder: string): ReadStorage {
  const database = readDatabase(folder);
  if (!database) return { inbox: { open: async () => [] }, close: async () => undefined };
  return { inbox: { open: (story) => openIn(database.db, story) }, close: database.close };
}

async function storageIn({ db, close }: Database): Promise<Storage> {
  const { value: salt } = await db.selectFrom('salt').select('value').executeTakeFirstOrThrow();
  return { conversations: conversationsIn(db, salt), inbox: inboxIn(db), close };
}
