/** Subscriptions: added, listed, paused, removed. */
import type { Kysely } from 'kysely';
import type { Subscriptions } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';
import { activate, add } from './add-subscription.ts';
import { dropStory } from './drop-story.ts';
import { endPlanned } from './end-slot.ts';
import { readSubscriptions, type SubscriptionRow } from './read-subscriptions.ts';
import { lately, restore } from './restore-subscription.ts';
import { standingsOf } from './standings.ts';

/** Subscriptions in a database. @param mostPerSpace of one space, or of one reader in private messages */
export function subscriptionsIn(db: Kysely<Tables>, mostPerSpace: number): Subscriptions {
  return {
    add: (wanted, next, now) =>
      db.transaction().execute((transaction) => add(transaction, wanted, next, now, mostPerSpace)),
    async of({ platform, id }) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('platform', '=', platform)
        .where('channel', '=', id)
        .where('removed_at', 'is', null)
        .orderBy('id')
        .execute();
      return standingsOf(db, await readSubscriptions(db, rows));
    },
    async find(id) {
      const row = await present(db, id);
      return row && (await readSubscriptions(db, [row]))[0];
    },
    pause: (id) =>
      db.transaction().execute(async (transaction) => {
        if (!(await present(transaction, id))) return;
        await transaction
          .updateTable('subscriptions')
          .set({ state: 'paused', why: null, next: null })
          .where('id', '=', id)
          .execute();
        await endPlanned(transaction, id);
      }),
    resume: (id, next, now) =>
      db.transaction().execute(async (transaction) => {
        const row = await present(transaction, id);
        if (row) await activate(transaction, row, next ?? null, now);
      }),
    remove: (id, now) =>
      db.transaction().execute(async (transaction) => {
        if (!(await present(transaction, id))) return;
        await transaction
          .updateTable('subscriptions')
          .set({ removed_at: now, next: null })
          .where('id', '=', id)
          .execute();
        await endPlanned(transaction, id);
      }),
    drop: (id, story, now) =>
      db.transaction().execute(async (transaction) => {
        const row = await present(transaction, id);
        return row && dropStory(transaction, row, story, now);
      }),
    async removed(id, now) {
      const row = await lately(db, id, now);
      return row && (await readSubscriptions(db, [row]))[0];
    },
    restore: (id, next, now) =>
      db.transaction().execute((transaction) => restore(transaction, id, next ?? null, now, mostPerSpace)),
    async lastZone(platform, space) {
      const row = await db
        .selectFrom('spaces')
        .select('zone')
        .where('platform', '=', platform)
        .where('space', '=', space)
        .executeTakeFirst();
      return row?.zone ?? undefined;
    },
  };
}

function present(db: Kysely<Tables>, id: number): Promise<SubscriptionRow | undefined> {
  return db
    .selectFrom('subscriptions')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}
