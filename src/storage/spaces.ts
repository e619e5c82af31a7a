/** The spaces that the bot is in, and the end of what is kept of those that removed it. */
import { setImmediate as others } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Spaces } from '../digest/index.ts';
import { batches } from './database/batches.ts';
import type { Tables } from './database/tables.ts';
import { restorableMs } from './digests/restore-subscription.ts';

const keptMs = 30 * 86_400_000;
/** Slots that are deleted in one transaction, which keeps everything else waiting for as long. */
const slotsAtOnce = 200;

/** Spaces in a database. */
export function spacesIn(db: Kysely<Tables>): Spaces {
  return {
    async present(platform, spaces, now) {
      await db.transaction().execute(async (transaction) => {
        const known = await transaction
          .selectFrom('spaces')
          .select('space')
          .where('platform', '=', platform)
          .where('left_at', 'is', null)
          .execute();
        const there = new Set(spaces);
        await keep(transaction, platform, [...there]);
        const gone = known.map(({ space }) => space).filter((space) => !there.has(space));
        for (const some of batches(gone)) await leave(transaction, platform, some, now);
      });
    },
    async joined(platform, space) {
      await db.transaction().execute((transaction) => keep(transaction, platform, [space]));
    },
    async left(platform, space, now) {
      await db.transaction().execute(async (transaction) => {
        // One that was never heard of may have subscriptions, too.
        await transaction
          .insertInto('spaces')
          .values({ platform, space, zone: null, left_at: now })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await leave(transaction, platform, [space], now);
      });
    },
    async sweep(now) {
      const left = await db
        .selectFrom('spaces')
        .select(['platform', 'space'])
        .where('left_at', '<=', now - keptMs)
        .execute();
      for (const { platform, space } of left) await forget(db, platform, space);
      const removed = await db
        .selectFrom('subscriptions')
        .select(['id', 'space'])
        .where('removed_at', '<', now - restorableMs)
        .execute();
      for (const { id, space } of removed) await forgetRemoved(db, id, space === null);
    },
  };
}

async function keep(transaction: Transaction<Tables>, platform: string, spaces: readonly string[]) {
  for (const some of batches(spaces, 4))
    await transaction
      .insertInto('spaces')
      .values(some.map((space) => ({ platform, space, zone: null, left_at: null })))
      .onConflict((conflict) => conflict.columns(['platform', 'space']).doUpdateSet({ left_at: null }))
      .execute();
}

async function leave(transaction: Transaction<Tables>, platform: string, spaces: readonly string[], now: number) {
  await transaction
    .updateTable('spaces')
    .set({ left_at: now })
    .where('platform', '=', platform)
    .where('space', 'in', [...spaces])
    .where('left_at', 'is', null)
    .execute();
}

async function forget(db: Kysely<Tables>, platform: string, space: string) {
  const subscriptions = await db
    .selectFrom('subscriptions')
    .select('id')
    .where('platform', '=', platform)
    .where('space', '=', space)
    .execute();
  const ids = subscriptions.map(({ id }) => id);
  for (const id of ids) await deleteSlots(db, await slotsOf(db, id));
  // Those of subscriptions that were removed.
  const posts = db.selectFrom('slots').select('id').where('platform', '=', platform).where('space', '=', space);
  await deleteSlots(db, await posts.execute());
  await db.transaction().execute(async (transaction) => {
    await deleteSubscriptions(transaction, ids);
    await transaction.deleteFrom('spaces').where('platform', '=', platform).where('space', '=', space).execute();
  });
}

function slotsOf(db: Kysely<Tables>, subscription: number) {
  return db.selectFrom('slots').select(['id', 'state']).where('subscription', '=', subscription).execute();
}

/** What was posted in a channel stays within reach of corrections; of private messages nothing is kept. */
async function forgetRemoved(db: Kysely<Tables>, id: number, isPrivate: boolean) {
  const slots = await slotsOf(db, id);
  await deleteSlots(
    db,
    slots.filter(({ state }) => isPrivate || (state !== 'sent' && state !== 'sending')),
  );
  await db.transaction().execute((transaction) => deleteSubscriptions(transaction, [id]));
}

async function deleteSlots(db: Kysely<Tables>, slots: readonly { readonly id: number }[]) {
  for (let from = 0; from < slots.length; from += slotsAtOnce) {
    const some = slots.slice(from, from + slotsAtOnce).map(({ id }) => id);
    await others(); // SQLite answers at once, and would let nothing else run
    await db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('documents').where('slot', 'in', some).execute();
      await transaction.deleteFrom('carried').where('slot', 'in', some).execute();
      await transaction.deleteFrom('slots').where('id', 'in', some).execute();
    });
  }
}

async function deleteSubscriptions(transaction: Transaction<Tables>, ids: readonly number[]) {
  for (const some of batches(ids)) {
    await transaction.deleteFrom('told').where('subscription', 'in', some).execute();
    await transaction.deleteFrom('subscription_stories').where('subscription', 'in', some).execute();
    await transaction.deleteFrom('subscriptions').where('id', 'in', some).execute();
  }
}
