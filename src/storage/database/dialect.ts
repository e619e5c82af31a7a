/** Kysely over Node's own SQLite: its dialect expects the methods of better-sqlite3. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, SqliteDialect } from 'kysely';

/** A dialect over an open database; `destroy` closes it. @param begin is called before each transaction, and may refuse it */
export class NodeSqliteDialect extends SqliteDialect {
  constructor(database: DatabaseSync, begin: () => void = () => undefined) {
    const kept = new Kept(database);
    const prepared = (sql: string) => {
      if (sql === 'begin') begin();
      // SQLite itself takes a transaction back where the disk is full; Kysely would tell that instead of the reason.
      const isBack = sql === 'rollback' && !database.isTransaction;
      return kept.prepared(isBack ? 'SELECT 1 WHERE FALSE' : sql);
    };
    super({ database: { prepare: prepared, close: () => database.close() } });
  }

  override createAdapter() {
    return new TransactionalAdapter();
  }
}

/** SQLite changes tables in transactions, too; Kysely's adapter does not say so, and would migrate without one. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

/** So many statements are kept prepared. */
const mostKept = 64;

/** The statements that were used last: one that is not kept takes its memory until the collector happens to come by. */
class Kept {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  prepared(sql: string): Prepared {
    const statement = this.#statements.get(sql) ?? prepare(this.#database, sql);
    this.#statements.delete(sql); // last used, last forgotten
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > mostKept && oldest !== undefined) this.#statements.delete(oldest);
    return statement;
  }
}

type Values = readonly unknown[];
type Prepared = ReturnType<typeof prepare>;

function prepare(database: DatabaseSync, sql: string) {
  const statement = database.prepare(sql);
  // Kysely hands over what the tables' types allow.
  const given = (values: Values) => values as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (values: Values) => statement.all(...given(values)),
    run: (values: Values) => statement.run(...given(values)),
    iterate: (values: Values) => statement.iterate(...given(values)),
  };
}
