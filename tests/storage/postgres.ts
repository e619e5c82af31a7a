/** A PostgreSQL for the tests of one file, with a database for each that asks. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

const keeper = fileURLToPath(import.meta.resolve('./postgres-keeper.ts'));

/** A server that was started, and ends with the process that started it, however that ends. */
export class Postgres {
  readonly #process: ChildProcess;
  readonly #port: string;
  #databases = 0;

  private constructor(process: ChildProcess, port: string) {
    this.#process = process;
    this.#port = port;
  }

  static async start(): Promise<Postgres> {
    const child = spawn(process.execPath, [keeper], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface(child.stdout);
    const port = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => undefined)]);
    if (port === undefined) throw new Error('PostgreSQL did not start');
    return new Postgres(child, String(port[0]));
  }

  async stop() {
    const ended = this.#process.exitCode === null ? once(this.#process, 'exit') : undefined;
    this.#process.stdin?.end();
    await ended;
  }

  /** A new database. @param like the address of one that nobody is connected to, which is copied; left out, it is empty @returns its address */
  async database(like = this.address('template1')): Promise<string> {
    this.#databases += 1;
    const name = `dateline_${this.#databases}`;
    const from = new URL(like).pathname.slice(1);
    // As files, which takes a quarter of the time that writing all of it to the log takes.
    const statement = `CREATE DATABASE ${name} TEMPLATE ${from} STRATEGY FILE_COPY`;
    await this.query(this.address('postgres'), statement);
    return this.address(name);
  }

  address(name: string, password = encodeURIComponent('do not say this')): string {
    return `postgres://postgres:${password}@127.0.0.1:${this.#port}/${name}`;
  }

  /** Runs a statement, as another program would. */
  async query(address: string, text: string): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: address });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }
}
