/** Forgets a digest that waits to be posted, so that it is planned anew. */
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * A digest that carries a story and was never tried in a way that may have landed is as if it had never been planned: its
 * subscription is due again. One that was tried, or is under way, stays, since only its own key finds it on the platform.
 */
export async function forgetPlanned(transaction: Transaction<Tables>, subscription: number, story: string) {
  const forgotten = await transaction
    .deleteFrom('slots')
    .where('subscription', '=', subscription)
    .where('state', '=', 'planned')
    .where('first_tried', 'is', null)
    .where('handled_before', 'is not', null)
    .where('id', 'in', transaction.selectFrom('carried').select('slot').where('story', '=', story))
    .returning(['id', 'at', 'handled_before as handled'])
    .$narrowType<{ handled: number }>()
    .execute();
  for (const { id, at, handled } of forgotten) {
    for (const table of ['documents', 'carried'] as const)
      await transaction.deleteFrom(table).where('slot', '=', id).execute();
    await transaction.updateTable('subscriptions').set({ handled, next: at }).where('id', '=', subscription).execute();
  }
}
