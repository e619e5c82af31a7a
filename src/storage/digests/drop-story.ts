/** Takes one story from a subscription. */
import type { Transaction } from 'kysely';
import type { Subscription } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';
import { found } from './add-subscription.ts';
import type { SubscriptionRow } from './read-subscriptions.ts';

/** The subscription without the story; undefined where it does not tell of it, or of no other. */
export async function dropStory(
  transaction: Transaction<Tables>,
  { id }: SubscriptionRow,
  story: string,
): Promise<Subscription | undefined> {
  const { stories } = await found(transaction, id);
  if (!stories.includes(story) || stories.length === 1) return undefined;
  for (const table of ['subscription_stories', 'told'] as const)
    await transaction.deleteFrom(table).where('subscription', '=', id).where('story', '=', story).execute();
  // Positions stay without a gap: the next story that is added goes behind them all.
  await transaction
    .updateTable('subscription_stories')
    .set(({ eb }) => ({ position: eb('position', '-', 1) }))
    .where('subscription', '=', id)
    .where('position', '>', stories.indexOf(story))
    .execute();
  return found(transaction, id);
}
