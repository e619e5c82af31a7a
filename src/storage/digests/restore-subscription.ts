/** Takes removals back. */
import type { Kysely, Transaction } from 'kysely';
import type { Restored, Subscription } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';
import { activate, addStories } from './add-subscription.ts';
import { countBeside, sameSlot } from './beside.ts';
import { readSubscription, readSubscriptions, type SubscriptionRow } from './read-subscriptions.ts';

/** For how long a removal can be taken back. */
export const restorableMs = 3_600_000;

/** One that was removed, and may be taken back. */
export function lately(db: Kysely<Tables>, id: number, now: number): Promise<SubscriptionRow | undefined> {
  return db
    .selectFrom('subscriptions')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', '>=', now - restorableMs)
    .executeTakeFirst();
}

/** Takes a removal back; the slot may have been taken meanwhile. */
export async function restore(
  transaction: Transaction<Tables>,
  id: number,
  next: number | null,
  now: number,
  most: number,
): Promise<Restored> {
  const row = await lately(transaction, id, now);
  const [removed] = row ? await readSubscriptions(transaction, [row]) : [];
  if (!row || !removed) return undefined;
  const known = await sameSlot(transaction, removed);
  if (known) return joined(transaction, known.id, removed);
  if ((await countBeside(transaction, removed)) >= most) return { kind: 'too many', most };
  await transaction.updateTable('subscriptions').set({ removed_at: null }).where('id', '=', id).execute();
  if (row.state === 'active') await activate(transaction, row, next, now);
  return readSubscription(transaction, id);
}

/** The slot was taken meanwhile: that subscription takes the stories, as far as they were told. */
async function joined(transaction: Transaction<Tables>, id: number, { stories, told }: Subscription) {
  const more = await addStories(transaction, id, stories);
  const rows = more.flatMap((story) =>
    told[story] === undefined ? [] : [{ subscription: id, story, entry: told[story] }],
  );
  if (rows.length > 0)
    await transaction
      .insertInto('told')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return readSubscription(transaction, id);
}
