/** The tables of digests: subscriptions, entries, slots with what they carry, looks and spaces. A step that is never changed. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { numbered } from './differences.ts';

export const digestTables: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of [subscriptions, storiesAndTold, entries, slots, carried, looksAndSpaces]) await table(db);
  },
};

async function subscriptions(db: Kysely<unknown>) {
  await db.schema
    .createTable('subscriptions')
    .addColumn('id', 'integer', numbered(db))
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('space', 'text')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('cadence', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('quiet', 'text', (column) => column.notNull())
    .addColumn('mention', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('why', 'text')
    .addColumn('handled', 'bigint', (column) => column.notNull())
    .addColumn('next', 'bigint')
    .addColumn('line_said', 'integer', (column) => column.notNull())
    .addColumn('last_sent', 'bigint')
    .addColumn('is_uncertain', 'integer', (column) => column.notNull())
    .addColumn('stirred', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await index(db, 'subscriptions', ['platform', 'channel']);
  await index(db, 'subscriptions', ['platform', 'space']);
  await index(db, 'subscriptions', ['platform', 'owner']);
  await index(db, 'subscriptions', ['topic']);
  await index(db, 'subscriptions', ['next']);
  await index(db, 'subscriptions', ['removed_at']);
}

async function storiesAndTold(db: Kysely<unknown>) {
  await db.schema
    .createTable('subscription_stories')
    .addColumn('subscription', 'integer', (column) => column.notNull())
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscription_stories_key', ['subscription', 'story'])
    .execute();
  await index(db, 'subscription_stories', ['story']);
  await db.schema
    .createTable('told')
    .addColumn('subscription', 'integer', (column) => column.notNull())
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('entry', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('told_key', ['subscription', 'story'])
    .execute();
}

async function entries(db: Kysely<unknown>) {
  await db.schema
    .createTable('entries')
    .addColumn('number', 'integer', numbered(db))
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('entries_key', ['story', 'key'])
    .execute();
  await index(db, 'entries', ['story', 'number']);
}

async function slots(db: Kysely<unknown>) {
  await db.schema
    .createTable('slots')
    .addColumn('id', 'integer', numbered(db))
    .addColumn('subscription', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('why', 'text')
    .addColumn('key', 'text', (column) => column.unique())
    .addColumn('platform', 'text')
    .addColumn('channel', 'text')
    .addColumn('space', 'text')
    .addColumn('mention', 'text')
    .addColumn('reply_to', 'text')
    .addColumn('is_quiet_line', 'integer', (column) => column.notNull())
    .addColumn('planned_at', 'bigint', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('first_tried', 'bigint')
    .addColumn('last_tried', 'bigint')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('post', 'text')
    .addColumn('mark', 'integer')
    .addColumn('told_up_to', 'integer', (column) => column.notNull())
    .addColumn('amend_after', 'bigint', (column) => column.notNull())
    .addColumn('is_amended', 'integer', (column) => column.notNull())
    .addUniqueConstraint('slots_name', ['subscription', 'name'])
    .execute();
  await db.schema
    .createIndex('slots_waiting')
    .on('slots')
    .columns(['subscription'])
    .where(sql<boolean>`state in ('planned', 'sending')`)
    .execute();
  await db.schema
    .createIndex('slots_mark')
    .on('slots')
    .column('amend_after')
    .where(sql<boolean>`mark is not null`)
    .execute();
  await index(db, 'slots', ['platform', 'space']);
  await db.schema
    .createTable('documents')
    .addColumn('slot', 'integer', (column) => column.primaryKey())
    .addColumn('document', 'text', (column) => column.notNull())
    .execute();
}

async function carried(db: Kysely<unknown>) {
  await db.schema
    .createTable('carried')
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('slot', 'integer', (column) => column.notNull())
    .addColumn('statements', 'text', (column) => column.notNull())
    .addColumn('up_to', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('carried_key', ['story', 'slot'])
    .execute();
  await index(db, 'carried', ['slot']);
}

async function looksAndSpaces(db: Kysely<unknown>) {
  await db.schema
    .createTable('looks')
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('entry', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('looks_key', ['reader', 'story'])
    .execute();
  await db.schema
    .createTable('spaces')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('zone', 'text')
    .addColumn('left_at', 'bigint')
    .addPrimaryKeyConstraint('spaces_key', ['platform', 'space'])
    .execute();
}

function index(db: Kysely<unknown>, table: string, columns: readonly string[]) {
  return db.schema
    .createIndex([table, ...columns].join('_'))
    .on(table)
    .columns([...columns])
    .execute();
}
