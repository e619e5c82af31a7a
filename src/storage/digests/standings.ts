/** What became of subscriptions' last slots, and of the corrections of their posts. */
import type { Kysely } from 'kysely';
import { replyStart, type Standing, type Subscription } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';

const replies = `${replyStart}%`;

/** Standings of subscriptions, in their order. */
export async function standingsOf(
  db: Kysely<Tables>,
  subscriptions: readonly Subscription[],
): Promise<readonly Standing[]> {
  if (subscriptions.length === 0) return [];
  const ids = subscriptions.map(({ id }) => id);
  const last = await db
    .selectFrom('slots')
    .select(['subscription', 'at', 'state', 'why'])
    .where('id', 'in', (select) =>
      select
        .selectFrom('slots')
        .select(({ fn }) => fn.max('id').as('id'))
        .where('subscription', 'in', ids)
        .where('name', 'not like', replies)
        .groupBy('subscription'),
    )
    .execute();
  const amended = await countBy(db, ids, 'amended');
  const replied = await countBy(db, ids, 'replied');
  const lastOf = new Map(last.map((slot) => [slot.subscription, slot]));
  return subscriptions.map((subscription) => {
    const slot = lastOf.get(subscription.id);
    return {
      subscription,
      ...(slot && {
        last: {
          at: slot.at,
          outcome: slot.state === 'planned' || slot.state === 'sending' ? 'waiting' : slot.state,
          ...(slot.why !== null && { why: slot.why }),
        },
      }),
      amended: amended.get(subscription.id) ?? 0,
      replied: replied.get(subscription.id) ?? 0,
    };
  });
}

async function countBy(db: Kysely<Tables>, ids: readonly number[], what: 'amended' | 'replied') {
  const slots = db
    .selectFrom('slots')
    .select(({ fn }) => ['subscription', fn.countAll<number>().as('count')])
    .where('subscription', 'in', ids)
    .groupBy('subscription');
  const counted =
    what === 'amended'
      ? slots.where('is_amended', '=', 1)
      : slots.where('state', '=', 'sent').where('name', 'like', replies);
  return new Map((await counted.execute()).map(({ subscription, count }) => [subscription, count]));
}
