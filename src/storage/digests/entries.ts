/** When each part of a story entered it, and whom that concerns. */
import type { Kysely, Transaction } from 'kysely';
import type { Entries, Entry } from '../../digest/index.ts';
import { batches } from '../database/batches.ts';
import type { Tables } from '../database/tables.ts';
import { carrying, correctedBy, markSlots } from './carried.ts';
import { newsStart } from './read-subscriptions.ts';

/** Entries in a database. */
export function entriesIn(db: Kysely<Tables>): Entries {
  return {
    async enter({ id: story, topics }, keys, at) {
      const known = new Set((await entriesOf(db, story, 0)).map(({ key }) => key));
      const fresh = [...new Set(keys)].filter((key) => !known.has(key));
      if (fresh.length === 0) return [];
      return db.transaction().execute(async (transaction) => {
        const entered = await insert(transaction, story, fresh, at);
        for (const { key, number } of entered) {
          const statement = correctedBy(key);
          if (statement !== undefined) await markSlots(transaction, carrying(transaction, story, statement), number);
        }
        const last = entered.at(-1);
        if (last) await stir(transaction, story, topics, { at, last: last.number });
        return entered.map(({ key }) => key);
      });
    },
    since: (story, number) => entriesOf(db, story, number),
    async last(story) {
      const row = await db
        .selectFrom('entries')
        .select((select) => select.fn.max('number').as('number'))
        .where('story', '=', story)
        .executeTakeFirst();
      return row?.number ?? 0;
    },
  };
}

function entriesOf(db: Kysely<Tables>, story: string, after: number): Promise<readonly Entry[]> {
  return db
    .selectFrom('entries')
    .select(['number', 'key', 'at'])
    .where('story', '=', story)
    .where('number', '>', after)
    .orderBy('number')
    .execute();
}

async function insert(transaction: Transaction<Tables>, story: string, keys: readonly string[], at: number) {
  const entered: Pick<Entry, 'key' | 'number'>[] = [];
  for (const some of batches(keys, 3)) {
    const rows = await transaction
      .insertInto('entries')
      .values(some.map((key) => ({ story, key, at })))
      .onConflict((conflict) => conflict.doNothing())
      .returning(['key', 'number'])
      .execute();
    entered.push(...rows);
  }
  return entered.sort((one, other) => one.number - other.number);
}

/** A day between two posts, and quiet hours behind it: what waits longer was put off by a clock that was ahead. */
const longestWaitMs = 3 * 86_400_000;

/** Makes due what is posted when something happens. */
async function stir(
  transaction: Transaction<Tables>,
  story: string,
  topics: readonly string[],
  { at, last }: { readonly at: number; readonly last: number },
) {
  const concerned = await transaction
    .selectFrom('subscriptions')
    .select('id')
    .where('cadence', 'like', `${newsStart}%`)
    .where('removed_at', 'is', null)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('id', 'in', selectFrom('subscription_stories').select('subscription').where('story', '=', story)),
        ...(topics.length > 0 ? [eb('topic', 'in', [...topics])] : []),
      ]),
    )
    .execute();
  for (const some of batches(concerned.map(({ id }) => id))) {
    await transaction.updateTable('subscriptions').set({ stirred: last }).where('id', 'in', some).execute();
    await transaction
      .updateTable('subscriptions')
      .set({ next: at })
      .where('id', 'in', some)
      .where(({ or, eb }) => or([eb('next', 'is', null), eb('next', '>', at + longestWaitMs)]))
      .where('state', '=', 'active')
      .execute();
  }
}
