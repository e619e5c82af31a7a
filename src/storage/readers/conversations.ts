/** The last answer in each conversation, for half an hour. */
import type { Kysely } from 'kysely';
import { type Conversations, type Talk, talkMs } from '../../commands/index.ts';
import type { Tables } from '../database/tables.ts';
import { hashed } from './hashed.ts';

/** Conversations in a database. */
export function conversationsIn(db: Kysely<Tables>, salt: string): Conversations {
  return {
    async recall(conversation, now) {
      const row = await db
        .selectFrom('conversations')
        .select(['story', 'question', 'statements', 'behind', 'at'])
        .where('key', '=', hashed(conversation, salt))
        .where('at', '>=', now - talkMs)
        .where('at', '<=', now + talkMs)
        .executeTakeFirst();
      if (!row) return undefined;
      const { statements, behind, ...talk } = row;
      return { ...talk, statements: idsIn(statements), ...(behind !== null && { behind: idsIn(behind) }) };
    },
    forget: (conversation) =>
      db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('conversations')
          .where('key', '=', hashed(conversation, salt))
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
    async remember(conversation, { statements, behind, ...said }) {
      const { at } = said;
      const talk = { ...said, statements: JSON.stringify(statements), behind: behind ? JSON.stringify(behind) : null };
      await db.transaction().execute(async (transaction) => {
        // What lies ahead was written before the clock was set back.
        await transaction
          .deleteFrom('conversations')
          .where((row) => row.or([row('at', '<', at - talkMs), row('at', '>', at + talkMs)]))
          .execute();
        await transaction
          .insertInto('conversations')
          .values({ key: hashed(conversation, salt), ...talk })
          .onConflict((conflict) => conflict.column('key').doUpdateSet(talk))
          .execute();
      });
    },
  };
}

function idsIn(text: string): Talk['statements'] {
  return JSON.parse(text) as Talk['statements'];
}
