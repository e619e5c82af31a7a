/** The digests that are written until the writer is killed, and what must hold of them then. */
import { expect } from 'vitest';
import type { Storage } from '../../src/storage/index.ts';
import { carrying, now, slotOf, wanted } from './samples.ts';

export const storyOf = (number: number) => `story-${number}`;
export const channelOf = (number: number) => ({ platform: 'discord', id: `channel-${number}` });
export const wantedFor = (number: number) =>
  wanted({ to: channelOf(number), space: `server-${number}`, stories: [storyOf(number)] });

export const slotFor = (number: number, subscription: number) =>
  slotOf(subscription, now, {
    key: `digest-${number}`,
    to: channelOf(number),
    carried: [carrying({ story: storyOf(number) })],
  });

const steps = ['added', 'planned', 'sending', 'sent', 'corrected', 'amended'];

/** Expects every step that was acknowledged to be there. */
export async function expectKept({ subscriptions, entries }: Storage, acknowledged: readonly string[]) {
  const reached = new Map<number, number>();
  for (const [step = '', number] of acknowledged.map((line) => line.split(' ')))
    reached.set(Number(number), steps.indexOf(step));
  for (const [number, step] of reached) {
    const [standing] = await subscriptions.of(channelOf(number));
    const outcome = { sending: 'waiting', sent: 'sent' };
    const least = [undefined, outcome.sending, outcome.sending, outcome.sent, outcome.sent, outcome.sent][step];
    // The next step may have been taken, too.
    if (least !== undefined) expect([least, outcome.sent]).toContain(standing?.last?.outcome);
    expect(standing?.subscription).toMatchObject(step >= 3 ? { told: { [storyOf(number)]: 1 } } : {});
    expect(await entries.last(storyOf(number))).toBeGreaterThanOrEqual(step >= 4 ? 1 : 0);
    expect(standing?.amended).toBeGreaterThanOrEqual(step >= 5 ? 1 : 0);
  }
}

/** Each finds what was written in part. */
const halves = {
  'a slot without its document, or the other way': `select * from slots full join documents on documents.slot = slots.id
    where slots.id is null or documents.slot is null`,
  'a slot without what it carries': `select * from slots left join carried on carried.slot = slots.id where carried.slot is null`,
  'a slot that was not handled, or the other way': `select subscriptions.id from subscriptions
    left join slots on slots.subscription = subscriptions.id
    where (slots.id is null) <> (subscriptions.handled < ${now})`,
  'a slot that was sent and not told, or the other way': `select slots.id from slots
    left join told on told.subscription = slots.subscription where (slots.state = 'sent') <> (told.entry is not null)`,
  'a correction that reached no post': `select entries.story from entries join carried on carried.story = entries.story
    join slots on slots.id = carried.slot where slots.mark is null and slots.is_amended = 0`,
  'a post that was amended and is still marked': `select id from slots where is_amended = 1 and mark is not null`,
  'a subscription without a story': `select id from subscriptions
    left join subscription_stories on subscription = id where story is null`,
  'a slot twice': `select subscription, name from slots group by subscription, name having count(*) > 1`,
};

/** Expects nothing to be written in part. @param query asks the database, as another program would */
export async function expectWhole(query: (sql: string) => unknown) {
  for (const [what, sql] of Object.entries(halves)) expect([what, await query(sql)]).toEqual([what, []]);
}
