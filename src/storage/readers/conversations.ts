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
        .select(['story', 'question', 'statements', 'at'])
        .where('key', '=', hashed(conversation, salt))
        .where('at', '>=', now - talkMs)
        .where('at', '<=', now + talkMs)
        .executeTakeFirst();
      return row && { ...row, statements: JSON.parse(row.statements) as Talk['statements'] };
    },
    forget: (conversation) =>
      db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('conversations')
          .where('key', '=', hashed(conversation, salt))
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
    async remember(conversation, { story, question, statements, at }) {
      const talk = { story, question, statements: JSON.stringify(statements), at };
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
