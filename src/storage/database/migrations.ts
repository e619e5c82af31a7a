/** The steps by which a database gets its tables. A step that was released is never changed: another one is added. */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { indexed, numbered } from './differences.ts';
import { digestTables } from './digest-tables.ts';
import type { Tables } from './tables.ts';

const steps: Readonly<Record<string, Migration>> = {
  '0001-inbox': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('questions')
        .addColumn('id', 'integer', numbered(db))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('story', 'text', (column) => column.notNull())
        .addColumn('same', 'text', (column) => column.notNull())
        .addColumn('statement', 'text')
        .addColumn('words', 'text', (column) => column.notNull())
        .addColumn('times', 'integer', (column) => column.notNull())
        .addColumn('first_day', 'text', (column) => column.notNull())
        .addColumn('last_day', 'text', (column) => column.notNull())
        .addColumn('closed_day', 'text')
        .execute();
      await db.schema
        .createIndex('questions_open')
        .on('questions')
        .columns(['story', 'kind'])
        .expression(indexed(db, 'same'))
        .unique()
        .where('closed_day' as never, 'is', null)
        .execute();
      await db.schema
        .createTable('conversations')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('story', 'text', (column) => column.notNull())
        .addColumn('question', 'text', (column) => column.notNull())
        .addColumn('statements', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('conversations_at').on('conversations').column('at').execute();
      await db.schema
        .createTable('salt')
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
      const salt = db as Kysely<{ salt: { value: string } }>;
      await salt
        .insertInto('salt')
        .values({ value: randomBytes(32).toString('base64') })
        .execute();
    },
  },
  '0002-digests': digestTables,
  '0003-planned-anew': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('slots').addColumn('handled_before', 'bigint').execute();
    },
  },
  '0004-put-again': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('conversations').addColumn('behind', 'text').execute();
    },
  },
};

/** The names of all steps, in their order. */
export const stepNames: readonly string[] = Object.keys(steps);

/** The table in which Kysely notes the steps that were taken. */
export const stepTable = 'kysely_migration';

/** Takes all steps that are missing, in one transaction: all of them, or none. */
export async function migrate(db: Kysely<Tables>) {
  const migrator = new Migrator({ db, migrationTableName: stepTable, provider: { getMigrations: async () => steps } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
