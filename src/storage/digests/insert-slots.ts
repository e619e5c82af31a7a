/** New slots: those that are skipped, and those that are to be posted, with their documents and what they carry. */
import type { Transaction } from 'kysely';
import type { EntryNumber, PlannedSlot, SkippedSlot } from '../../digest/index.ts';
import { batches } from '../database/batches.ts';
import type { Tables } from '../database/tables.ts';
import { carriedText, carrying, correctedBy, markSlots } from './carried.ts';

const never = {
  key: null,
  platform: null,
  channel: null,
  space: null,
  mention: null,
  reply_to: null,
  is_quiet_line: 0,
  not_before: 0,
  first_tried: null,
  last_tried: null,
  tries: 0,
  post: null,
  mark: null,
  told_up_to: 0,
  amend_after: 0,
  is_amended: 0,
  handled_before: null,
} as const;

/** How many columns of a slot are given. */
const columns = 23;

/** Records slots that are skipped; one that is there already, by subscription and name, stays as it is. */
export async function insertSkipped(transaction: Transaction<Tables>, slots: readonly SkippedSlot[], now: number) {
  const rows = slots.map(({ subscription, name, at, why }) => {
    return { ...never, subscription, name, at, why, state: 'skipped' as const, planned_at: now };
  });
  for (const some of batches(rows, columns))
    await transaction
      .insertInto('slots')
      .values(some)
      .onConflict((conflict) => conflict.columns(['subscription', 'name']).doNothing())
      .execute();
}

/**
 * Records slots that are to be posted; one that is there already, by subscription and name, stays as it is.
 * @param handled up to when the subscriptions of digests were handled before, by their numbers
 */
export async function insertPlanned(
  transaction: Transaction<Tables>,
  slots: readonly PlannedSlot[],
  now: number,
  handled: ReadonlyMap<number, number> = new Map(),
) {
  const inserted: Inserted[] = [];
  for (const some of batches(slots, columns)) {
    const rows = await transaction
      .insertInto('slots')
      .values(some.map((slot) => ({ ...rowOf(slot, now), handled_before: handled.get(slot.subscription) ?? null })))
      .onConflict((conflict) => conflict.columns(['subscription', 'name']).doNothing())
      .returning(['id', 'key'])
      .execute();
    const ids = new Map(rows.map(({ id, key }) => [key, id]));
    for (const slot of some) {
      const id = ids.get(slot.key);
      if (id !== undefined) inserted.push({ id, slot });
    }
  }
  for (const some of batches(inserted, 2))
    await transaction
      .insertInto('documents')
      .values(some.map(({ id, slot }) => ({ slot: id, document: documentOf(slot) })))
      .execute();
  await insertCarried(transaction, inserted);
  await markLate(transaction, inserted);
}

interface Inserted {
  readonly id: number;
  readonly slot: PlannedSlot;
}

function rowOf(slot: PlannedSlot, now: number) {
  return {
    ...never,
    subscription: slot.subscription,
    name: slot.name,
    at: slot.at,
    state: 'planned' as const,
    why: null,
    key: slot.key,
    platform: slot.to.platform,
    channel: slot.to.id,
    space: slot.space ?? null,
    mention: slot.mention ?? null,
    reply_to: slot.replyTo ?? null,
    is_quiet_line: slot.isQuietLine === true ? (1 as const) : (0 as const),
    planned_at: now,
  };
}

/** What of a slot is kept as a document. */
export type Document = Pick<PlannedSlot, 'message' | 'picture' | 'from' | 'until' | 'carried'>;

function documentOf({ message, picture, from, until, carried }: PlannedSlot): string {
  return JSON.stringify({ message, picture, from, until, carried } satisfies Record<keyof Document, unknown>);
}

async function insertCarried(transaction: Transaction<Tables>, inserted: readonly Inserted[]) {
  const rows = inserted.flatMap(({ id, slot }) =>
    slot.carried.map(({ story, statements, upTo }) => ({
      story,
      slot: id,
      statements: carriedText(statements),
      up_to: upTo,
    })),
  );
  for (const some of batches(rows, 4)) await transaction.insertInto('carried').values(some).execute();
}

/** Marks what was corrected between the moment at which a slot was composed and now. */
async function markLate(transaction: Transaction<Tables>, inserted: readonly Inserted[]) {
  const upTo = new Map<string, EntryNumber>();
  for (const { story, upTo: number } of inserted.flatMap(({ slot }) => slot.carried))
    upTo.set(story, Math.min(upTo.get(story) ?? number, number));
  const ids = inserted.map(({ id }) => id);
  for (const [story, number] of upTo) {
    const later = await transaction
      .selectFrom('entries')
      .select(['key', 'number'])
      .where('story', '=', story)
      .where('number', '>', number)
      .orderBy('number')
      .execute();
    for (const entry of later) {
      const statement = correctedBy(entry.key);
      if (statement === undefined) continue;
      const late = carrying(transaction, story, statement).where('up_to', '<', entry.number).where('slot', 'in', ids);
      await markSlots(transaction, late, entry.number);
    }
  }
}
