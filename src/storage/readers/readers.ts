/** How far each reader has looked at each story. */
import type { Kysely } from 'kysely';
import type { Readers } from '../../commands/index.ts';
import type { Tables } from '../database/tables.ts';
import { hashed } from './hashed.ts';

/** Readers in a database. */
export function readersIn(db: Kysely<Tables>, salt: string): Readers {
  return {
    async look(reader, { story, entry, at }) {
      await db.transaction().execute((transaction) =>
        transaction
          .insertInto('looks')
          .values({ reader: hashed(reader, salt), story, entry, at })
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
        .where('reader', '=', hashed(reader, salt))
        .orderBy('at', 'desc')
        .orderBy('story')
        .execute(),
    forget: (reader) =>
      db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('looks')
          .where('reader', '=', hashed(reader, salt))
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}
