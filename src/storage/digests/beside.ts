/** What stands beside a subscription that is wanted: the one of the same slot, and how many there are. */
import type { Transaction } from 'kysely';
import type { Wanted } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';
import { cadenceText } from './read-subscriptions.ts';

/** The subscription that takes what is wanted, too. */
export function sameSlot(transaction: Transaction<Tables>, { to, cadence, zone, topic }: Wanted) {
  return transaction
    .selectFrom('subscriptions')
    .selectAll()
    .where('platform', '=', to.platform)
    .where('channel', '=', to.id)
    .where('cadence', '=', cadenceText(cadence))
    .where('zone', '=', zone)
    .where('topic', topic === undefined ? 'is' : '=', topic ?? null)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
}

/** How many there are in its space, or of its reader in private messages. */
export async function countBeside(transaction: Transaction<Tables>, { to, space, owner }: Wanted): Promise<number> {
  const ofPlatform = transaction
    .selectFrom('subscriptions')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('platform', '=', to.platform)
    .where('removed_at', 'is', null);
  const beside =
    space === undefined
      ? ofPlatform.where('space', 'is', null).where('owner', '=', owner)
      : ofPlatform.where('space', '=', space);
  return (await beside.executeTakeFirstOrThrow()).count;
}
