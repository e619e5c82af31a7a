/** Adds subscriptions: new ones, or stories to one of the same slot. */
import type { Transaction } from 'kysely';
import type { Added, Channel, Wanted } from '../../digest/index.ts';
import type { Tables } from '../database/tables.ts';
import { countBeside, sameSlot } from './beside.ts';
import { cadenceText, newsStart, readSubscription, type SubscriptionRow } from './read-subscriptions.ts';

/** Subscribes. @param most of one space, or of one reader in private messages */
export async function add(
  transaction: Transaction<Tables>,
  wanted: Wanted,
  next: number | undefined,
  now: number,
  most: number,
): Promise<Added> {
  const known = await sameSlot(transaction, wanted);
  if (!known && (await countBeside(transaction, wanted)) >= most) return { kind: 'too many', most };
  if (wanted.space !== undefined) await noteZone(transaction, wanted.to, wanted.space, wanted.zone);
  const id = known
    ? await change(transaction, known, wanted, next ?? null, now)
    : await insert(transaction, wanted, next ?? null, now);
  const more = await addStories(transaction, id, wanted.stories);
  if (wanted.cadence.kind === 'news') await tellUpToNow(transaction, id, more);
  const kind = !known ? 'added' : more.length > 0 ? 'extended' : 'known';
  return { kind, subscription: await readSubscription(transaction, id) };
}

/** Only what enters from now on is news. */
async function tellUpToNow(transaction: Transaction<Tables>, id: number, stories: readonly string[]) {
  if (stories.length === 0) return;
  const entered = transaction
    .selectFrom('entries')
    .select(({ cast, fn, val, ref }) => [
      cast<number>(val(id), 'integer').as('subscription'),
      ref('story').as('story'),
      fn.max('number').as('entry'),
    ])
    .where('story', 'in', stories)
    .groupBy('story');
  await transaction
    .insertInto('told')
    .columns(['subscription', 'story', 'entry'])
    .expression(entered)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A space in which somebody subscribes has the bot. */
async function noteZone(transaction: Transaction<Tables>, { platform }: Channel, space: string, zone: string) {
  await transaction
    .insertInto('spaces')
    .values({ platform, space, zone, left_at: null })
    .onConflict((conflict) => conflict.columns(['platform', 'space']).doUpdateSet({ zone, left_at: null }))
    .execute();
}

async function insert(transaction: Transaction<Tables>, wanted: Wanted, next: number | null, now: number) {
  const { id } = await transaction
    .insertInto('subscriptions')
    .values({
      platform: wanted.to.platform,
      channel: wanted.to.id,
      space: wanted.space ?? null,
      owner: wanted.owner,
      topic: wanted.topic ?? null,
      cadence: cadenceText(wanted.cadence),
      zone: wanted.zone,
      quiet: wanted.quiet,
      mention: wanted.mention ?? null,
      state: 'active',
      why: null,
      handled: now,
      next,
      line_said: 0,
      last_sent: null,
      is_uncertain: 0,
      stirred: 0,
      removed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What is wanted holds for all of a subscription that is there; one that was paused comes again. */
async function change(
  transaction: Transaction<Tables>,
  row: SubscriptionRow,
  { space, owner, quiet, mention }: Wanted,
  next: number | null,
  now: number,
) {
  await transaction
    .updateTable('subscriptions')
    .set({ space: space ?? null, owner, quiet, mention: mention ?? null })
    .where('id', '=', row.id)
    .execute();
  if (row.state === 'paused') await activate(transaction, row, next, now);
  return row.id;
}

/** What lay between a pause and now is not made up for. When `news` last posted stays. */
export async function activate(
  transaction: Transaction<Tables>,
  row: SubscriptionRow,
  next: number | null,
  now: number,
) {
  const isNews = row.cadence.startsWith(newsStart);
  await transaction
    .updateTable('subscriptions')
    .set({ state: 'active', why: null, next, handled: isNews ? row.handled : Math.max(row.handled, now) })
    .where('id', '=', row.id)
    .execute();
}

/** Adds those that are not there, behind the others. @returns them */
export async function addStories(transaction: Transaction<Tables>, id: number, stories: readonly string[]) {
  const before = await storiesOf(transaction, id);
  const more = [...new Set(stories)].filter((story) => !before.includes(story));
  if (more.length > 0)
    await transaction
      .insertInto('subscription_stories')
      .values(more.map((story, index) => ({ subscription: id, story, position: before.length + index })))
      .execute();
  return more;
}

async function storiesOf(transaction: Transaction<Tables>, id: number): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('subscription_stories')
    .select('story')
    .where('subscription', '=', id)
    .execute();
  return rows.map(({ story }) => story);
}
