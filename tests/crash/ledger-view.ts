/** The ledger in the program's database, looked at from aside while it runs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A slot as the ledger has it. */
export interface SlotSeen {
  readonly subscription: number;
  readonly name: string;
  readonly at: number;
  readonly state: string;
  readonly why: string | null;
  readonly key: string;
  readonly channel: string;
  readonly platform: string;
  /** The id of the message. */
  readonly post: string | null;
}

/** Looks into the database of a folder. */
export class LedgerView {
  readonly #database: DatabaseSync;

  private constructor(file: string) {
    this.#database = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
  }

  static of(folder: string): LedgerView | undefined {
    const file = join(folder, 'dateline.db');
    return existsSync(file) ? new LedgerView(file) : undefined;
  }

  /** How many slots there are. */
  count(): number {
    return this.#number('SELECT count(*) AS number FROM slots');
  }

  /** The number of the last slot. */
  planned(): number {
    return this.#number('SELECT coalesce(max(id), 0) AS number FROM slots');
  }

  /** When a slot was last marked as sending. */
  lastTried(): number {
    return this.#number(
      "SELECT coalesce(max(last_tried), 0) AS number FROM slots WHERE state IN ('planned', 'sending')",
    );
  }

  /** How many slots wait to be posted. */
  waiting(): number {
    return this.#number("SELECT count(*) AS number FROM slots WHERE state IN ('planned', 'sending')");
  }

  slots(): SlotSeen[] {
    const columns = 'subscription, name, at, state, why, key, channel, platform, post';
    return this.#database.prepare(`SELECT ${columns} FROM slots ORDER BY at, id`).all() as unknown as SlotSeen[];
  }

  close() {
    this.#database.close();
  }

  #number(query: string): number {
    return Number(this.#database.prepare(query).get()?.['number']);
  }
}
