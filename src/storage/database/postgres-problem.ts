/** What keeps PostgreSQL from being used, in one sentence for the operator. The password is in none. */

import type { Client } from 'pg';
import { OperatorProblem } from '../../operator/index.ts';

/** Of an address that cannot be read. */
export const unusable =
  'DATABASE_URL is no address of PostgreSQL: postgres://USER:PASSWORD@HOST:PORT/DATABASE, what is not a letter or digit in the password as %23 for ‘#’.';

/** It may pass by itself: the server starts again, cannot be reached, or has no connection left. What is no outage, the operator has to mend. */
export class Outage extends OperatorProblem {}

/** Where a database is, without user and password. */
export function addressOf({ host, port, database }: Pick<Client, 'host' | 'port' | 'database'>): string {
  return `${host}:${port}/${database ?? ''}`;
}

/** The sentence, with the code that it comes from as its cause. One that is a sentence already stays as it is. */
export function postgresProblem(
  client: Pick<Client, 'host' | 'port' | 'database' | 'password'>,
  error: unknown,
): OperatorProblem {
  if (error instanceof OperatorProblem) return error;
  const code = codeOf(error);
  const sentence = sentenceOf(addressOf(client), code, error);
  const { password } = client;
  const hidden = typeof password === 'string' && password !== '' ? sentence.replaceAll(password, '…') : sentence;
  return mayPass(code) ? new Outage(hidden, { cause: code }) : new OperatorProblem(hidden, { cause: code });
}

/** PostgreSQL's or the system's. https://www.postgresql.org/docs/current/errcodes-appendix.html */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no code';
}

/** Node's own codes (`ERR_…`), as of a certificate, are no outage; pg says without a code that it waits no longer. */
function isUnreached(code: string): boolean {
  return /^E(?!RR_)[A-Z]|^57P|^08/.test(code) || code === 'no code';
}

function mayPass(code: string): boolean {
  return isUnreached(code) || code === '53300';
}

function sentenceOf(address: string, code: string, error: unknown): string {
  if (/^28/.test(code)) return `PostgreSQL at ‘${address}’ refuses the user or the password of DATABASE_URL.`;
  if (code === '3D000') return `There is no database at ‘${address}’: create it, or let DATABASE_URL name another one.`;
  if (code === '53300') return `PostgreSQL at ‘${address}’ has no connection left.`;
  if (code === '53100') return `There is no room on the disk for the database ‘${address}’.`;
  if (code === '25006') return `The database ‘${address}’ may not be written to; DATABASE_URL names it.`;
  if (code === '42501') return `The user of DATABASE_URL may not make tables in the database ‘${address}’.`;
  const why = error instanceof Error ? error.message : String(error);
  if (isUnreached(code))
    return `PostgreSQL at ‘${address}’ cannot be reached (${code === 'no code' ? why : code}); DATABASE_URL names it.`;
  return `The database ‘${address}’ cannot be opened: ${why}.`;
}

/** Of a database in which not every text can be kept. */
export function wrongEncoding(address: string, encoding: string): string {
  return `The database ‘${address}’ keeps its texts as ${encoding}: create one whose encoding is UTF8.`;
}

/** Of a database that a later version has changed. @param step what is not known here */
export function postgresTooNew(address: string, step: string): string {
  return `The database ‘${address}’ is of a newer version of Dateline (its step ‘${step}’ is not known here): start that version, or let DATABASE_URL name another one. Nothing in it was changed.`;
}

/** Of a database that this version has not opened for writing yet. */
export function postgresTooOld(address: string): string {
  return `The database ‘${address}’ is of an older version of Dateline: start the bot once, which brings it up to date.`;
}

/** Of a session that ended: its lock is gone with it. */
export function lostSentence(address: string, error: Error): string {
  return `The connection to PostgreSQL at ‘${address}’ is lost (${error.message}): another process may have taken over, and this one keeps and posts nothing more.`;
}
