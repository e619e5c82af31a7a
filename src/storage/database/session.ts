/** One session of PostgreSQL, through which all statements go, one transaction after another: with its lock ends all that it could write. */

import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { Client, types } from 'pg';
import { OperatorProblem } from '../../operator/index.ts';
import { addressOf, lostSentence, Outage, postgresProblem, unusable } from './postgres-problem.ts';

const connectMs = 10_000;
/** So long a statement may take once the bot runs. */
const statementMs = 10_000;
/** A server that has said nothing for so long is gone: it would have ended the statement itself. */
const silenceMs = 15_000;
/** So often a session that does nothing is asked whether it is there. */
const pingMs = 5000;

/** The server notices within about 20 s that this machine is gone, and lets its lock go. https://www.postgresql.org/docs/current/runtime-config-connection.html */
const keepAlive = 'SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 2';

/** PostgreSQL's number of the type bigint. All that is kept is less than 2^53. */
const bigint = 20;

/** A session; Kysely takes it for a pool. */
export class Session implements PostgresPool {
  readonly options = {};
  /** Host, port and database: without user and password. */
  readonly address: string;
  /** For what an error says of it. */
  readonly client: Client;
  #problem: Error | undefined;
  #onLost: (problem: Error) => void = () => undefined;
  /** The end of the last turn that was given. */
  #turn: Promise<void> = Promise.resolve();
  #silenceMs: number | undefined;
  #ping: NodeJS.Timeout | undefined;

  private constructor(client: Client) {
    this.client = client;
    this.address = addressOf(client);
    client.on('error', (error) => this.#lose(error));
    client.on('end', () => this.#lose(new Error('it was closed')));
  }

  /** Opens a session. @throws {Error} with a sentence for the operator, in which there is no password */
  static async open(url: string): Promise<Session> {
    const client = clientOf(url);
    const session = new Session(client);
    try {
      await client.connect();
      await client.query(keepAlive);
      return session;
    } catch (error) {
      client.end().catch(() => undefined); // nothing was opened, and why is told
      throw postgresProblem(client, error);
    }
  }

  /** The one turn at the session, which others wait for. */
  async connect(): Promise<PostgresPoolClient> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    if (this.#problem) {
      resolve();
      throw this.#problem;
    }
    const query = (text: string, values: readonly unknown[]) => this.#query(text, values);
    const release = (destroy?: boolean) => {
      if (destroy === true) this.#lose(new Error('a transaction could not be taken back'));
      resolve();
    };
    // Kysely asks with a text and values, unless it streams.
    return { query: query as unknown as PostgresPoolClient['query'], release };
  }

  /** From here on statements are bounded, and a loss is told, once. */
  async guard(onLost: (problem: Error) => void) {
    await this.client.query(`SET statement_timeout = ${statementMs}`);
    this.#silenceMs = silenceMs;
    this.#ping = setInterval(() => this.#alive(), pingMs).unref();
    this.#onLost = onLost;
    if (this.#problem) onLost(this.#problem);
  }

  async end() {
    this.#onLost = () => undefined;
    this.#lose(new Error('it was closed'));
    await this.client.end();
  }

  /** What keeps the server from answering is noted where the query fails. */
  async #alive() {
    const turn = await this.connect().catch(() => undefined);
    await turn?.query('SELECT 1', []).catch(() => undefined);
    turn?.release();
  }

  async #query(text: string, values: readonly unknown[]) {
    if (this.#problem) throw this.#problem;
    try {
      const timeout = this.#silenceMs === undefined ? {} : { query_timeout: this.#silenceMs };
      return await this.client.query({ text, values: values.map(withoutNul), ...timeout });
    } catch (error) {
      if (error instanceof Error && error.message === 'Query read timeout') this.#lose(error);
      throw this.#problem ?? error;
    }
  }

  #lose(error: Error) {
    if (this.#problem) return;
    clearInterval(this.#ping);
    this.#problem = new Outage(lostSentence(this.address, error), { cause: error.message });
    this.client.end().catch(() => undefined); // it is lost already
    this.#onLost(this.#problem);
  }
}

/** PostgreSQL keeps no NUL in a text. */
const withoutNul = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value);

function clientOf(url: string): Client {
  try {
    const { username, hash } = new URL(url);
    // A password that is not encoded would be taken for a host and a port, and be told.
    if (hash !== '' || (url.includes('@') && username === '')) throw new Error(unusable);
    return new Client({
      connectionString: url,
      application_name: 'dateline',
      connectionTimeoutMillis: connectMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: pingMs,
      types: {
        getTypeParser: (oid: number, format?: 'text' | 'binary') =>
          oid === bigint ? Number : types.getTypeParser(oid, format as 'text'),
      },
    });
  } catch {
    throw new OperatorProblem(unusable); // the error holds the address, and the password with it
  }
}
