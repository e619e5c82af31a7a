/** Posts that carry what was corrected since. */
import type { Kysely } from 'kysely';
import type { Ledger } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';
import { insertPlanned } from './insert-slots.ts';
import { deliveringOf, sentOf, slotsWithDocuments } from './read-slots.ts';

/** A change that waits longer was put off by a clock that has been set back since: no retry is put off so far. */
const longestWaitMs = 6 * 3_600_000;

/** What the ledger does for posts. */
export function amendmentsIn(
  db: Kysely<Tables>,
): Pick<Ledger, 'amendable' | 'nextAmendable' | 'amended' | 'amendLater' | 'amendClosed'> {
  return {
    async amendable(now, most, without = []) {
      const rows = await slotsWithDocuments(db)
        .where('slots.mark', 'is not', null)
        .where('slots.state', '=', 'sent')
        .$if(without.length > 0, (posts) => posts.where('slots.platform', 'not in', without))
        .where(({ or, eb }) => or([eb('amend_after', '<=', now), eb('amend_after', '>', now + longestWaitMs)]))
        .orderBy('slots.id')
        .limit(most)
        .$narrowType<{ mark: number; post: string }>()
        .execute();
      return rows.map((row) => ({
        ...deliveringOf(row),
        sent: sentOf(row),
        upTo: row.mark,
        toldUpTo: row.told_up_to,
      }));
    },
    async nextAmendable(without = []) {
      const row = await db
        .selectFrom('slots')
        .select(({ fn }) => fn.min('amend_after').as('at'))
        .where('mark', 'is not', null)
        .where('state', '=', 'sent')
        .$if(without.length > 0, (posts) => posts.where('platform', 'not in', without))
        .executeTakeFirst();
      return row?.at ?? undefined;
    },
    async amended(id, upTo) {
      await db.transaction().execute(async (transaction) => {
        await transaction.updateTable('slots').set({ is_amended: 1 }).where('id', '=', id).execute();
        await unmark(transaction, id, upTo);
      });
    },
    async amendLater(id, notBefore) {
      await db
        .transaction()
        .execute((transaction) =>
          transaction
            .updateTable('slots')
            .set({ amend_after: notBefore })
            .where('id', '=', id)
            .where('mark', 'is not', null)
            .execute(),
        );
    },
    async amendClosed(id, upTo, reply, now) {
      await db.transaction().execute(async (transaction) => {
        await unmark(transaction, id, upTo);
        if (reply) await insertPlanned(transaction, [reply], now);
      });
    },
  };
}

/** What entered after that keeps its mark, and may be told at once. */
async function unmark(db: Kysely<Tables>, id: number, upTo: number) {
  await db
    .updateTable('slots')
    .set(({ eb, ref }) => ({
      amend_after: 0,
      told_up_to: eb.case().when('told_up_to', '<', upTo).then(upTo).else(ref('told_up_to')).end(),
    }))
    .where('id', '=', id)
    .execute();
  await db.updateTable('slots').set({ mark: null }).where('id', '=', id).where('mark', '<=', upTo).execute();
}
