/** The ledger of slots: what is due, what waits to be posted, and what became of it. */
import { type Kysely, sql } from 'kysely';
import type { EntryNumber, Ledger } from '../../digest/index.ts';
import { grouped } from '../database/grouped.ts';
import type { Tables } from '../database/tables.ts';
import { amendmentsIn } from './amendments.ts';
import { endSlot } from './end-slot.ts';
import { deliveringOf, plannedOf, sentOf, slotsWithDocuments } from './read-slots.ts';
import { readSubscriptions } from './read-subscriptions.ts';
import { recordPlans } from './record-plans.ts';

/** As the index of waiting slots says it, or that would not be used. */
const waits = sql<boolean>`slots.state in ('planned', 'sending')`;

/** The ledger in a database. */
export function ledgerIn(db: Kysely<Tables>): Ledger {
  /** `stirred` of the subscriptions `news`, as they were found due first since they were planned. */
  const stirred = new Map<number, EntryNumber>();
  /** The marks of the slots that were loaded: corrections that whoever loaded them could know. */
  const marks = new Map<number, EntryNumber>();
  const write = grouped(db);
  return {
    ...amendmentsIn(db),
    async due(now, most) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('next', '<=', now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('slots')
                .select('slots.id')
                .whereRef('slots.subscription', '=', 'subscriptions.id')
                .where(waits),
            ),
          ),
        )
        .orderBy('next')
        .orderBy('id')
        .limit(most)
        .execute();
      for (const row of rows) if (!stirred.has(row.id)) stirred.set(row.id, row.stirred);
      return readSubscriptions(db, rows);
    },
    async plan(plans, now) {
      await db.transaction().execute((transaction) => recordPlans(transaction, plans, stirred, now));
      for (const { subscription } of plans) stirred.delete(subscription);
    },
    async waiting() {
      const rows = await db
        .selectFrom('slots')
        .select(['id', 'platform', 'channel', 'space', 'at', 'not_before', 'last_tried', 'state'])
        .where(waits)
        .orderBy('at')
        .orderBy('id')
        .$narrowType<{ platform: string; channel: string }>()
        .execute();
      return rows.map(({ id, platform, channel, space, at, not_before, last_tried, state }) => ({
        id,
        to: { platform, id: channel },
        ...(space !== null && { space }),
        at,
        notBefore: state === 'sending' ? (last_tried ?? not_before) : not_before,
        wasSending: state === 'sending',
      }));
    },
    async load(id) {
      const row = await slotsWithDocuments(db).where('slots.id', '=', id).where(waits).executeTakeFirst();
      if (!row) return undefined;
      marks.set(id, row.mark ?? 0);
      return deliveringOf(row);
    },
    sending: (id, now) =>
      write(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('slots')
          .set(({ fn, ref, eb }) => ({
            state: 'sending',
            // Of one that is found as sending, the last try may have landed.
            first_tried: fn.coalesce(
              'first_tried',
              eb.case().when('state', '=', 'sending').then(ref('last_tried')).end(),
            ),
            last_tried: now,
            tries: eb('tries', '+', 1),
          }))
          .where('id', '=', id)
          .where(waits)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    async ended(id, outcome) {
      await write((transaction) => endSlot(transaction, id, outcome, marks.get(id) ?? 0));
      marks.delete(id);
    },
    async byKey(key) {
      const row = await slotsWithDocuments(db).where('slots.key', '=', key).executeTakeFirst();
      return row && plannedOf(row);
    },
    async lastSent(to, most) {
      const rows = await slotsWithDocuments(db)
        .where('slots.platform', '=', to.platform)
        .where('slots.channel', '=', to.id)
        .where('slots.state', '=', 'sent')
        .orderBy('slots.id', 'desc')
        .limit(most)
        .$narrowType<{ post: string }>()
        .execute();
      return rows.reverse().map((row) => ({ ...plannedOf(row), sent: sentOf(row), isAmended: row.is_amended === 1 }));
    },
  };
}
