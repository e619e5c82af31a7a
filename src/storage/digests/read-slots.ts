/** Reads slots with their documents. */
import type { Kysely } from 'kysely';
import type { Delivering, PlannedSlot, Sent } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';
import type { Document } from './insert-slots.ts';

/** Slots that are or were to be posted, as a query. The owner is gone with the subscription; the post is not. */
export function slotsWithDocuments(db: Kysely<Tables>) {
  return db
    .selectFrom('slots')
    .innerJoin('documents', 'documents.slot', 'slots.id')
    .leftJoin('subscriptions', 'subscriptions.id', 'slots.subscription')
    .selectAll('slots')
    .select(['documents.document', 'subscriptions.owner'])
    .$narrowType<{ key: string; platform: string; channel: string }>();
}

type Row = Awaited<ReturnType<ReturnType<typeof slotsWithDocuments>['execute']>>[number];

export function plannedOf(row: Row): PlannedSlot {
  const document = JSON.parse(row.document) as Document;
  return {
    subscription: row.subscription,
    name: row.name,
    at: row.at,
    key: row.key,
    to: { platform: row.platform, id: row.channel },
    ...(row.space !== null && { space: row.space }),
    ...(row.mention !== null && { mention: row.mention }),
    ...(row.reply_to !== null && { replyTo: row.reply_to }),
    ...(row.is_quiet_line === 1 && { isQuietLine: true }),
    ...document,
  };
}

/** Where a post that was sent is. */
export function sentOf(row: Row & { readonly post: string }): Sent {
  const { to, key, mention } = plannedOf(row);
  return { to, id: row.post, key, ...(mention !== undefined && { mention }) };
}

export function deliveringOf(row: Row): Delivering {
  const firstTried = row.first_tried ?? (row.state === 'sending' ? row.last_tried : null);
  return {
    ...plannedOf(row),
    id: row.id,
    plannedAt: row.planned_at,
    ...(firstTried !== null && { firstTried }),
    tries: row.tries,
    owner: row.owner ?? '',
    isCorrected: row.mark !== null,
  };
}
