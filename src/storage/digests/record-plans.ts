/** Records what was decided: slots, and how far each subscription was handled. */
import type { Transaction } from 'kysely';
import type { EntryNumber, Plan } from '../../digest/index.ts';
import { batches } from '../database/batches.ts';
import type { Tables } from '../database/tables.ts';
import { insertPlanned, insertSkipped } from './insert-slots.ts';

/** Records plans. What was paused or removed, or lost a story, since it was found due stays as it is. @param seen `stirred`, as `due` found it */
export async function recordPlans(
  transaction: Transaction<Tables>,
  plans: readonly Plan[],
  seen: ReadonlyMap<number, EntryNumber>,
  now: number,
) {
  const active = await activeOf(transaction, plans);
  const listed = await listedOf(transaction, plans);
  const recorded = plans.filter(({ subscription, slot }) => {
    const stories = listed.get(subscription);
    return active.has(subscription) && (!stories || (slot?.carried ?? []).every(({ story }) => stories.has(story)));
  });
  await insertSkipped(
    transaction,
    recorded.flatMap(({ skipped }) => skipped),
    now,
  );
  await insertPlanned(
    transaction,
    recorded.flatMap(({ slot }) => slot ?? []),
    now,
    new Map([...active].map(([id, { handled }]) => [id, handled])),
  );
  for (const { subscription, handled, next } of recorded) {
    const before = active.get(subscription);
    if (!before) continue;
    // What entered since it was found due is in no slot yet.
    const isStirred = next === undefined && before.stirred > (seen.get(subscription) ?? before.stirred);
    await transaction
      .updateTable('subscriptions')
      .set({ handled: Math.max(before.handled, handled), next: isStirred ? now : (next ?? null) })
      .where('id', '=', subscription)
      .execute();
  }
}

/** The stories that subscriptions list, by their numbers; one of a topic lists none. */
async function listedOf(transaction: Transaction<Tables>, plans: readonly Plan[]) {
  const listed = new Map<number, Set<string>>();
  for (const ids of batches(plans.map(({ subscription }) => subscription))) {
    const rows = await transaction
      .selectFrom('subscription_stories')
      .select(['subscription', 'story'])
      .where('subscription', 'in', ids)
      .execute();
    for (const { subscription, story } of rows)
      listed.set(subscription, (listed.get(subscription) ?? new Set()).add(story));
  }
  return listed;
}

async function activeOf(transaction: Transaction<Tables>, plans: readonly Plan[]) {
  const rows = new Map<number, { readonly handled: number; readonly stirred: number }>();
  for (const ids of batches(plans.map(({ subscription }) => subscription))) {
    const found = await transaction
      .selectFrom('subscriptions')
      .select(['id', 'handled', 'stirred'])
      .where('id', 'in', ids)
      .where('state', '=', 'active')
      .where('removed_at', 'is', null)
      .execute();
    for (const row of found) rows.set(row.id, row);
  }
  return rows;
}
