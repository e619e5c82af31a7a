/** The end of a slot, or of a try: what it means for the slot and for its subscription. */
import { type Selectable, sql, type Transaction } from 'kysely';
import { type EntryNumber, isReplySlot, type Outcome } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';

/** @param known the last correction that was known when the slot was loaded */
export async function endSlot(transaction: Transaction<Tables>, id: number, outcome: Outcome, known: EntryNumber) {
  const slot = await transaction
    .selectFrom('slots')
    .leftJoin('subscriptions', 'subscriptions.id', 'slots.subscription')
    .selectAll('slots')
    .select(['subscriptions.state as of', 'subscriptions.removed_at'])
    .where('slots.id', '=', id)
    .executeTakeFirst();
  if (!slot || slot.state === 'sent') return;
  switch (outcome.kind) {
    case 'sent':
      await endSent(transaction, slot, outcome, known);
      if (slot.of !== null) await noteSent(transaction, slot); // else its subscription is gone
      return;
    case 'retry': {
      const { notBefore, firstTried: first_tried = null } = outcome;
      return slot.of === 'active' && slot.removed_at === null
        ? change(transaction, id, { state: 'planned', not_before: notBefore, first_tried })
        : endUnsent(transaction, { ...slot, first_tried }, stopped);
    }
    default:
      await change(transaction, id, { state: outcome.kind, why: outcome.why });
      if (outcome.kind === 'uncertain') await noteUncertain(transaction, slot);
      if (outcome.pauses) await pause(transaction, slot.subscription, outcome.why);
  }
}

type SlotRow = Selectable<Tables['slots']>;
type SentOutcome = Extract<Outcome, { kind: 'sent' }>;

async function endSent(transaction: Transaction<Tables>, slot: SlotRow, outcome: SentOutcome, known: EntryNumber) {
  const { mark } = slot;
  // A correction that entered while it was being sent is not in it.
  const isTold = outcome.corrected && mark !== null && mark <= known;
  const told = isTold ? { mark: null, told_up_to: mark } : {};
  await change(transaction, slot.id, { state: 'sent', why: null, post: outcome.id, ...told });
}

const stopped = 'the digest was paused or removed before it was sent';

/** Ends what waits to be posted for a subscription, and is not under way. */
export async function endPlanned(transaction: Transaction<Tables>, subscription: number) {
  const slots = await transaction
    .selectFrom('slots')
    .select(['id', 'subscription', 'name', 'first_tried'])
    .where('subscription', '=', subscription)
    .where('state', '=', 'planned')
    .execute();
  for (const slot of slots) await endUnsent(transaction, slot, stopped);
}

type Ended = Pick<SlotRow, 'id' | 'subscription' | 'name' | 'first_tried'>;

/** Of a slot that was tried, nobody knows whether it landed. */
async function endUnsent(transaction: Transaction<Tables>, slot: Ended, why: string) {
  await change(transaction, slot.id, { state: slot.first_tried === null ? 'skipped' : 'uncertain', why });
  if (slot.first_tried !== null) await noteUncertain(transaction, slot);
}

async function change(transaction: Transaction<Tables>, id: number, values: Partial<Omit<Tables['slots'], 'id'>>) {
  await transaction.updateTable('slots').set(values).where('id', '=', id).execute();
}

/** A digest was sent: its stories are told, and something has happened, unless it is the line that says that nothing has. */
async function noteSent(transaction: Transaction<Tables>, slot: SlotRow) {
  const { subscription } = slot;
  await transaction
    .insertInto('told')
    .columns(['subscription', 'story', 'entry'])
    .expression(({ selectFrom, val }) =>
      selectFrom('carried')
        .select([sql<number>`cast(${val(subscription)} as integer)`.as('subscription'), 'story', 'up_to as entry'])
        .where('slot', '=', slot.id),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['subscription', 'story'])
        .doUpdateSet(({ ref }) => ({ entry: ref('excluded.entry') }))
        .whereRef('told.entry', '<', 'excluded.entry'),
    )
    .execute();
  const digest = isReplySlot(slot.name) ? {} : ({ last_sent: slot.at, is_uncertain: 0 } as const);
  await transaction
    .updateTable('subscriptions')
    .set({ line_said: slot.is_quiet_line, ...digest })
    .where('id', '=', subscription)
    .execute();
}

async function noteUncertain(transaction: Transaction<Tables>, { subscription, name }: Ended) {
  if (isReplySlot(name)) return;
  await transaction.updateTable('subscriptions').set({ is_uncertain: 1 }).where('id', '=', subscription).execute();
}

async function pause(transaction: Transaction<Tables>, subscription: number, why: string) {
  await transaction
    .updateTable('subscriptions')
    .set({ state: 'paused', why, next: null })
    .where('id', '=', subscription)
    .execute();
}
