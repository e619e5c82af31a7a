/** The last answer in each conversation, for half an hour. */
import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Conversations, type Talk, talkMs } from '../../commands/index.ts';
import type { Tables } from '../database/tables.ts';

/** Conversations in a database. @param salt makes of a reader and a channel what nobody can look up in a list */
export function conversationsIn(db: Kysely<Tables>, salt: string): Conversations {
  const keyOf = (conversation: string) => createHmac('sha256', salt).update(conversation).digest('base64url');
  return {
    async recall(conversation, now) {
      const row = await db
        .selectFrom('conversations')
        .select(['story', 'question', 'statements', 'at'])
        .where('key', '=', keyOf(conversation))
        .where('at', '>=', now - talkMs)
        .where('at', '<=', now + talkMs)
        .executeTakeFirst();
      return row && { ...row, statements: JSON.parse(row.statements) as Talk['statements'] };
    },
    forget: (conversation) =>
      db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('conversations')
          .where('key', '=', keyOf(conversation))
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
          .values({ key: keyOf(conversation), ...talk })
          .onConflict((conflict) => conflict.column('key').doUpdateSet(talk))
          .execute();
      });
    },
  };
}
