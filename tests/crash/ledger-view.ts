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

/** Asks for all slots. */
export const slotQuery =
  'SELECT subscription, name, at, state, why, key, channel, platform, post FROM slots ORDER BY at, id';

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

  slots(): SlotSeen[] {
    return this.#database.prepare(slotQuery).all() as unknown as SlotSeen[];
  }

  close() {
    this.#database.close();
  }

  #number(query: string): number {
    return Number(this.#database.prepare(query).get()?.['number']);
  }
}
