/** How far each reader has looked at each story. */
import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Readers } from '../../commands/index.ts';
import type { Tables } from '../database/tables.ts';

/** Readers in a database. @param salt makes of a reader what nobody can look up in a list */
export function readersIn(db: Kysely<Tables>, salt: string): Readers {
  const hashOf = (reader: string) => createHmac('sha256', salt).update(reader).digest('base64url');
  return {
    async look(reader, { story, entry, at }) {
      await db.transaction().execute((transaction) =>
        transaction
          .insertInto('looks')
          .values({ reader: hashOf(reader), story, entry, at })
          .onConflict((conflict) =>
            conflict.columns(['reader', 'story']).doUpdateSet(({ eb, ref }) => ({
              // Where the last entry could not be read, what was seen stays seen.
              entry: eb.case().when('looks.entry', '<', entry).then(entry).else(ref('looks.entry')).end(),
              at,
            })),
          )
          .execute(),
      );
    },
    looks: (reader) =>
      db
        .selectFrom('looks')
        .select(['story', 'entry', 'at'])
        .where('reader', '=', hashOf(reader))
        .orderBy('at', 'desc')
        .orderBy('story')
        .execute(),
    forget: (reader) =>
      db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('looks')
          .where('reader', '=', hashOf(reader))
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}
