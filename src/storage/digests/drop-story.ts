/** Takes one story from a subscription, and from what of it waits to be posted. */
import type { Transaction } from 'kysely';
import type { Dropped } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';
import { forgetPlanned } from './forget-planned.ts';
import { readSubscription, type SubscriptionRow } from './read-subscriptions.ts';

/** Undefined where the subscription does not tell of the story, or of no other. */
export async function dropStory(
  transaction: Transaction<Tables>,
  row: SubscriptionRow,
  story: string,
  now: number,
): Promise<Dropped | undefined> {
  const { id } = row;
  const { stories } = await readSubscription(transaction, id);
  if (!stories.includes(story) || stories.length === 1) return undefined;
  const removed = await removedLike(transaction, row, now);
  for (const table of ['subscription_stories', 'told'] as const)
    await transaction
      .updateTable(table)
      .set({ subscription: removed })
      .where('subscription', '=', id)
      .where('story', '=', story)
      .execute();
  // Positions stay without a gap: the next story that is added goes behind them all.
  await transaction
    .updateTable('subscription_stories')
    .set(({ eb }) => ({ position: eb('position', '-', 1) }))
    .where('subscription', '=', id)
    .where('position', '>', stories.indexOf(story))
    .execute();
  await forgetPlanned(transaction, id, story);
  return { left: await readSubscription(transaction, id), removed };
}

/** A subscription at the same slot, without a story, that counts as removed. */
async function removedLike(transaction: Transaction<Tables>, { id: _, ...row }: SubscriptionRow, now: number) {
  const { id } = await transaction
    .insertInto('subscriptions')
    .values({ ...row, next: null, removed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
