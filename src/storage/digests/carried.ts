/** Which slots carry which statements, so that a correction finds them. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { EntryKey, EntryNumber } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';

/** Ids of statements as they are kept to be found: they hold no space. */
export const carriedText = (statements: readonly string[]) => ` ${statements.join(' ')} `;

/** The statement that an entry corrects or withdraws. */
export function correctedBy(key: EntryKey): string | undefined {
  const [kind, statement] = key.split(':');
  return kind === 'correction' || kind === 'withdrawal' ? statement : undefined;
}

/** Slots that carry a statement, as a part of a query. */
export function carrying(db: Kysely<Tables>, story: string, statement: string) {
  const without = sql<string>`replace(statements, ${carriedText([statement])}, '')`;
  return db
    .selectFrom('carried')
    .select('slot')
    .where('story', '=', story)
    .where(({ eb, ref }) => eb(without, '<>', ref('statements')));
}

/** Marks slots for an entry, which is later than all that they were marked for. */
export async function markSlots(
  transaction: Transaction<Tables>,
  slots: ReturnType<typeof carrying>,
  number: EntryNumber,
) {
  await transaction
    .updateTable('slots')
    .set({ mark: number })
    .where('state', 'in', ['planned', 'sending', 'sent'])
    .where('id', 'in', slots)
    .execute();
}
