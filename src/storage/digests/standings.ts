/** What became of subscriptions' last slots, and of the corrections of their posts. */
import type { Kysely } from 'kysely';
import { replyStart, type Skipped, type Standing, type Subscription } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';

const replies = `${replyStart}%`;

/** So long before the last slot is lately. */
const latelyMs = 30 * 86_400_000;

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
    .where('id', 'in', lastSlots(db, ids))
    .execute();
  const skipped = await skippedBefore(db, ids);
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
      skipped: skipped.get(subscription.id) ?? [],
      amended: amended.get(subscription.id) ?? 0,
      replied: replied.get(subscription.id) ?? 0,
    };
  });
}

function lastSlots(db: Kysely<Tables>, ids: readonly number[]) {
  return db
    .selectFrom('slots')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('subscription', 'in', ids)
    .where('name', 'not like', replies)
    .groupBy('subscription');
}

/** What was skipped lately, before the last slot of each. */
async function skippedBefore(db: Kysely<Tables>, ids: readonly number[]): Promise<Map<number, Skipped[]>> {
  const rows = await db
    .selectFrom('slots as last')
    .innerJoin('slots', 'slots.subscription', 'last.subscription')
    .select(({ fn }) => [
      'slots.subscription',
      'slots.why',
      fn.countAll<number>().as('count'),
      fn.max<number>('slots.at').as('until'),
    ])
    .where('last.id', 'in', lastSlots(db, ids))
    .where('slots.state', '=', 'skipped')
    .where('slots.name', 'not like', replies)
    .whereRef('slots.id', '<', 'last.id')
    .where(({ eb }) => eb('slots.at', '>=', eb('last.at', '-', latelyMs)))
    .groupBy(['slots.subscription', 'slots.why'])
    .orderBy('until', 'desc')
    .execute();
  const reasons = rows.map(({ subscription, why, ...rest }) => ({ subscription, why: why ?? '', ...rest }));
  const grouped = Map.groupBy(reasons, ({ subscription }) => subscription);
  return new Map([...grouped].map(([id, all]) => [id, all.map(({ count, until, why }) => ({ count, until, why }))]));
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
