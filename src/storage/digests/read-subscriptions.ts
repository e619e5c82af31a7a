/** Reads subscriptions as the ports know them: rows, with their stories and what they told. */
import type { Kysely, Selectable } from 'kysely';
import type { Cadence, Subscription } from '../../digest/index.ts';
import { batches } from '../database/batches.ts';
import type { Tables } from '../database/tables.ts';

export type SubscriptionRow = Selectable<Tables['subscriptions']>;

type StoryRow = Tables['subscription_stories'];
type ToldRow = Tables['told'];

/** Subscriptions of rows, in their order; two queries for all of them. */
export async function readSubscriptions(
  db: Kysely<Tables>,
  rows: readonly SubscriptionRow[],
): Promise<readonly Subscription[]> {
  const [stories, told]: [StoryRow[], ToldRow[]] = [[], []];
  for (const ids of batches(rows.map(({ id }) => id))) {
    const ofThese = db.selectFrom('subscription_stories').selectAll().where('subscription', 'in', ids);
    stories.push(...(await ofThese.orderBy('position').execute()));
    told.push(...(await db.selectFrom('told').selectAll().where('subscription', 'in', ids).execute()));
  }
  const storiesOf = Map.groupBy(stories, ({ subscription }) => subscription);
  const toldOf = Map.groupBy(told, ({ subscription }) => subscription);
  return rows.map((row) =>
    subscriptionOf(
      row,
      (storiesOf.get(row.id) ?? []).map(({ story }) => story),
      Object.fromEntries((toldOf.get(row.id) ?? []).map(({ story, entry }) => [story, entry])),
    ),
  );
}

/** A subscription that is there, as it now is. */
export async function readSubscription(db: Kysely<Tables>, id: number): Promise<Subscription> {
  const row = await db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const [subscription] = await readSubscriptions(db, [row]);
  if (!subscription) throw new Error(`subscription ${id} is gone`);
  return subscription;
}

function subscriptionOf(
  row: SubscriptionRow,
  stories: readonly string[],
  told: Readonly<Record<string, number>>,
): Subscription {
  return {
    id: row.id,
    to: { platform: row.platform, id: row.channel },
    ...(row.space !== null && { space: row.space }),
    owner: row.owner,
    stories,
    ...(row.topic !== null && { topic: row.topic }),
    cadence: JSON.parse(row.cadence) as Cadence,
    zone: row.zone,
    quiet: row.quiet,
    ...(row.mention !== null && { mention: row.mention }),
    state: row.state,
    ...(row.why !== null && { why: row.why }),
    handled: row.handled,
    ...(row.next !== null && { next: row.next }),
    lineSaid: row.line_said === 1,
    told,
    ...(row.last_sent !== null && { lastSent: row.last_sent }),
    isUncertain: row.is_uncertain === 1,
  };
}

/** Cadences `news` are kept with this beginning, since `cadenceText` gives the kind first: a query finds them by it. */
export const newsStart = '{"kind":"news"';

/** A cadence as it is kept: the same text for the same slot. */
export function cadenceText(cadence: Cadence): string {
  switch (cadence.kind) {
    case 'daily':
    case 'weekdays':
      return JSON.stringify({ kind: cadence.kind, at: cadence.at });
    case 'weekly':
    case 'monthly':
      return JSON.stringify({ kind: cadence.kind, on: cadence.on, at: cadence.at });
    case 'news': {
      const { quiet } = cadence;
      return JSON.stringify({
        kind: cadence.kind,
        leastMs: cadence.leastMs,
        ...(quiet && { quiet: { from: quiet.from, to: quiet.to } }),
      });
    }
  }
}
