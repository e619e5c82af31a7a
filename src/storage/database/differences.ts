/** What is not declared alike on both databases. */
import { type ColumnDefinitionBuilder, type Expression, type Kysely, PostgresAdapter, sql } from 'kysely';

const isPostgres = (db: Kysely<unknown>) => db.getExecutor().adapter instanceof PostgresAdapter;

/** Numbers the rows of a table; a number is never given twice, also after its row is gone. */
export function numbered(db: Kysely<unknown>): (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder {
  return (column) =>
    isPostgres(db) ? column.primaryKey().generatedAlwaysAsIdentity() : column.primaryKey().autoIncrement();
}

/** A long text as a part of an index: PostgreSQL takes 2,704 bytes. https://www.postgresql.org/docs/current/btree.html */
export function indexed(db: Kysely<unknown>, column: string): Expression<unknown> {
  return isPostgres(db) ? sql`md5(${sql.ref(column)})` : sql.ref(column);
}
