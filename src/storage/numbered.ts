/** The one column that is not declared alike on both databases. */
import { type ColumnDefinitionBuilder, type Kysely, PostgresAdapter } from 'kysely';

/** Numbers the rows of a table; a number is never given twice, also after its row is gone. */
export function numbered(db: Kysely<unknown>): (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  return (column) =>
    isPostgres ? column.primaryKey().generatedAlwaysAsIdentity() : column.primaryKey().autoIncrement();
}
