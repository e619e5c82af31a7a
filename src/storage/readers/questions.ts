/** The inbox: questions without an answer and reported mistakes, counted, bounded, closed. */
import type { Kysely, Transaction } from 'kysely';
import type { Inbox, InboxItem } from '../../commands/index.ts';
import { type Day, dayAfter } from '../../story/index.ts';
import { batches } from '../database/batches.ts';
import type { Tables } from '../database/tables.ts';

/** Of each kind in a story, so that nobody can fill the disk, and no questions push out what was reported. */
const mostOpen = 1000;
/** In days. */
const keptClosed = 90;

/** What comes in: the row as it is at first, without what is counted. */
interface Entry extends Pick<InboxItem, 'kind' | 'story' | 'words'> {
  readonly same: string;
  readonly statement: string | null;
  readonly day: Day;
}

/** The inbox in a database. */
export function inboxIn(db: Kysely<Tables>): Inbox {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const enter = async (entry: Entry) => {
    await db.transaction().execute((transaction) => count(transaction, entry));
    tell();
  };
  return {
    ask: ({ story, question, statement = null, group, day }) =>
      enter({ kind: 'question', story, same: sameOf(statement, group), statement, words: question, day }),
    report: ({ story, statement = null, words, day }) =>
      enter({ kind: 'mistake', story, same: `${statement ?? ''}\n${words}`, statement, words, day }),
    open: (story) => openIn(db, story),
    async close(ids, day) {
      if (ids.length === 0) return;
      await db.transaction().execute(async (transaction) => {
        for (const some of batches(ids))
          await transaction
            .updateTable('questions')
            .set({ closed_day: day })
            .where('id', 'in', some)
            .where('closed_day', 'is', null)
            .execute();
        await transaction.deleteFrom('questions').where('closed_day', '<', dayAfter(day, -keptClosed)).execute();
      });
      tell();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What leans on different statements asks for different things, though in the same words. */
function sameOf(statement: string | null, group: string): string {
  return statement === null ? group : `${statement}\n${group}`;
}

/** The open items of a story or of all, most asked first, then latest first. */
export async function openIn(db: Kysely<Tables>, story: string | undefined): Promise<readonly InboxItem[]> {
  const all = db
    .selectFrom('questions')
    .select(['id', 'kind', 'story', 'statement', 'words', 'times', 'first_day as first', 'last_day as last'])
    .where('closed_day', 'is', null)
    .orderBy('times', 'desc')
    .orderBy('last_day', 'desc')
    .orderBy('id', 'desc');
  const rows = await (story === undefined ? all : all.where('story', '=', story)).execute();
  return rows.map(({ statement, ...row }) => ({ ...row, ...(statement !== null && { statement }) }));
}

/** Counts an entry with the open one that is the same, or makes room for it. */
async function count(transaction: Transaction<Tables>, { day, ...entry }: Entry) {
  const known = await transaction
    .selectFrom('questions')
    .select(['id', 'times', 'first_day', 'last_day'])
    .where('story', '=', entry.story)
    .where('kind', '=', entry.kind)
    .where('same', '=', entry.same)
    .where('closed_day', 'is', null)
    .executeTakeFirst();
  if (known) {
    // The clock may have been set back.
    const [first_day, last_day] = [earlier(known.first_day, day), later(known.last_day, day)];
    const counted = { times: known.times + 1, first_day, last_day };
    await transaction.updateTable('questions').set(counted).where('id', '=', known.id).execute();
    return;
  }
  await makeRoom(transaction, entry);
  const counted = { times: 1, first_day: day, last_day: day, closed_day: null };
  await transaction
    .insertInto('questions')
    .values({ ...entry, ...counted })
    .execute();
}

/** Where there are too many, the least asked go, of these the oldest. */
async function makeRoom(transaction: Transaction<Tables>, { story, kind }: Pick<Entry, 'story' | 'kind'>) {
  const excess = transaction
    .selectFrom('questions')
    .select('id')
    .where('story', '=', story)
    .where('kind', '=', kind)
    .where('closed_day', 'is', null)
    .orderBy('times', 'desc')
    .orderBy('last_day', 'desc')
    .orderBy('id', 'desc')
    .offset(mostOpen - 1)
    .limit(mostOpen);
  await transaction.deleteFrom('questions').where('id', 'in', excess).execute();
}

const earlier = (one: Day, other: Day) => (one < other ? one : other);
const later = (one: Day, other: Day) => (one > other ? one : other);
