/** Kysely over Node's own SQLite: its dialect expects the methods of better-sqlite3. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, SqliteDialect } from 'kysely';

/** A dialect over an open database; `destroy` closes it. @param begin is called before each transaction, and may refuse it */
export class NodeSqliteDialect extends SqliteDialect {
  constructor(database: DatabaseSync, begin: () => void = () => undefined) {
    const prepared = (sql: string) => {
      if (sql === 'begin') begin();
      return prepare(database, sql);
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

type Values = readonly unknown[];

function prepare(database: DatabaseSync, sql: string) {
  // SQLite itself takes a transaction back where the disk is full; Kysely would tell that instead of the reason.
  const isBack = sql === 'rollback' && !database.isTransaction;
  const statement = database.prepare(isBack ? 'SELECT 1 WHERE FALSE' : sql);
  // Kysely hands over what the tables' types allow.
  const given = (values: Values) => values as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (values: Values) => statement.all(...given(values)),
    run: (values: Values) => statement.run(...given(values)),
    iterate: (values: Values) => statement.iterate(...given(values)),
  };
}
