/** Opens PostgreSQL: for the one process that is active, after others have stood by, and for terminals that read beside it. */

import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { OperatorProblem } from '../../operator/index.ts';
import type { Database } from './database.ts';
import { migrate, stepNames, stepTable } from './migrations.ts';
import { Outage, postgresProblem, postgresTooNew, postgresTooOld, wrongEncoding } from './postgres-problem.ts';
import { Session } from './session.ts';
import type { Tables } from './tables.ts';

/** How often a process that stands by asks for the lock. */
const standbyMs = 1000;

/** Any number, so that it is ours; with the schema's name, one lock for each set of tables. */
const lock = 1_147_237_485;

/** Who is told of what becomes of the session. */
export interface StorageListener {
  /** Another process is active, and this one stands by. */
  onStandby?(address: string): void;
  /** The session is lost, and nothing is kept any more. */
  onLost?(problem: Error): void;
}

/**
 * Opens a database, and brings it up to date; where another process is active, waits until that has ended.
 * @throws {Error} with a sentence for the operator
 */
export async function openPostgres(url: string, { onStandby, onLost }: StorageListener = {}): Promise<Database> {
  let opened = await openChecked(url);
  for (let tries = 0; !(await isLocked(opened)); tries += 1) {
    if (tries === 0) onStandby?.(opened.session.address);
    await wait(standbyMs);
    if (!(await isAlive(opened))) opened = (await openAgain(url)) ?? opened;
  }
  const { db, session } = opened;
  try {
    await checkSteps(opened); // another version may have been active
    await migrate(db);
    await session.guard((problem) => onLost?.(problem));
  } catch (error) {
    await db.destroy();
    throw postgresProblem(session.client, error);
  }
  return { db, close: () => db.destroy() };
}

/** Opens a database to read from it, also beside a bot; undefined where nothing is kept yet. @throws {Error} with a sentence */
export async function readPostgres(url: string): Promise<Database | undefined> {
  const { db, session, taken } = await openChecked(url);
  if (taken === stepNames.length) return { db, close: () => db.destroy() };
  await db.destroy();
  if (taken === 0) return undefined;
  throw new OperatorProblem(postgresTooOld(session.address));
}

interface Opened {
  readonly db: Kysely<Tables>;
  readonly session: Session;
  /** How many steps were taken. */
  readonly taken: number;
}

/** Undefined while the server starts again: whoever stands by does so then, too. @throws {Error} where that will not pass */
async function openAgain(url: string): Promise<Opened | undefined> {
  try {
    return await openChecked(url);
  } catch (error) {
    if (error instanceof Outage) return undefined;
    throw error;
  }
}

async function openChecked(url: string): Promise<Opened> {
  const session = await Session.open(url);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: session }) });
  try {
    return { db, session, taken: await checkSteps({ db, session }) };
  } catch (error) {
    await db.destroy();
    throw postgresProblem(session.client, error);
  }
}

/** Looks at a database, and changes nothing. @throws {Error} where it is newer than the program, or cannot hold every text */
async function checkSteps({ db, session }: Omit<Opened, 'taken'>): Promise<number> {
  const { rows } = await sql<{ encoding: string; there: boolean }>`
    select current_setting('server_encoding') as encoding, to_regclass(${stepTable}) is not null as there`.execute(db);
  const [{ encoding, there } = { encoding: '', there: false }] = rows;
  if (encoding !== 'UTF8') throw new OperatorProblem(wrongEncoding(session.address, encoding));
  if (!there) return 0;
  const taken = await sql<{ name: string }>`select name from ${sql.table(stepTable)}`.execute(db);
  const unknown = taken.rows.map(({ name }) => name).find((name) => !stepNames.includes(name));
  if (unknown !== undefined) throw new OperatorProblem(postgresTooNew(session.address, unknown));
  return taken.rows.length;
}

async function isLocked({ db }: Opened): Promise<boolean> {
  const asked = sql<{ mine: boolean }>`select pg_try_advisory_lock(${lock}, hashtext(current_schema())) as mine`;
  // A session that cannot ask does not hold it.
  return (await asked.execute(db).catch(() => undefined))?.rows[0]?.mine ?? false;
}

async function isAlive({ db }: Opened): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
}
