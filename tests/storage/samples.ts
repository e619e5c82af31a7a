/** Subscriptions and slots as the tests of storage want them. */
import type { Plan, PlannedSlot, Wanted } from '../../src/digest/index.ts';
import type { Storage } from '../../src/storage/index.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const now = Date.parse('2026-11-23T09:00:00Z');

/** What somebody wants: a weekly digest of one story in a channel of a server. */
export function wanted(more: Partial<Wanted> = {}): Wanted {
  return {
    to: { platform: 'discord', id: 'channel' },
    space: 'server',
    owner: 'ann',
    stories: ['dam'],
    cadence: { kind: 'weekly', on: 1, at: 540 },
    zone: 'Europe/Tirane',
    quiet: 'skip',
    ...more,
  };
}

/** In private messages. */
export function inPrivate(more: Partial<Wanted> = {}): Wanted {
  const { space: _, ...rest } = wanted({ to: { platform: 'discord', id: 'private' }, ...more });
  return rest;
}

/** When something happens. */
export function news(more: Partial<Wanted> = {}): Wanted {
  return wanted({ cadence: { kind: 'news', leastMs: 30 * minute }, ...more });
}

const message: PlannedSlot['message'] = {
  kind: 'digest',
  title: 'The dam',
  command: '/digest show',
  page: 1,
  buttons: [],
  summary: 'New in the story: “it’s” <b>wrong</b> \u0000 💧 @everyone',
  blocks: [],
};

/** A slot of a subscription, due at a time, that carries one statement of the story `dam`. */
export function slotOf(subscription: number, at = now, more: Partial<PlannedSlot> = {}): PlannedSlot {
  return {
    subscription,
    name: `at:${at}`,
    at,
    key: `slot-${subscription}-${at}`,
    to: { platform: 'discord', id: 'channel' },
    space: 'server',
    message,
    from: '2026-11-16',
    until: '2026-11-22',
    carried: [carrying()],
    ...more,
  };
}

export function carrying(more: Partial<PlannedSlot['carried'][number]> = {}) {
  return { story: 'dam', keys: ['statement:leak'], upTo: 1, statements: ['leak', 'leak/mayor'], ...more };
}

export function planOf(slot: PlannedSlot, more: Partial<Plan> = {}): Plan {
  return { subscription: slot.subscription, skipped: [], slot, handled: slot.at, next: slot.at + 7 * day, ...more };
}

/** Subscribes, and gives the subscription's number. News is due when something enters. */
export async function subscribe(storage: Storage, what = wanted(), next = now): Promise<number> {
  const added = await storage.subscriptions.add(what, what.cadence.kind === 'news' ? undefined : next, now - day);
  if (added.kind === 'too many') throw new Error('too many');
  return added.subscription.id;
}

/** Plans a slot, and gives its number. */
export async function plan(storage: Storage, slot: PlannedSlot, more: Partial<Plan> = {}): Promise<number> {
  await storage.ledger.plan([planOf(slot, more)], now);
  const waiting = await storage.ledger.waiting();
  const ids = await Promise.all(waiting.map(async ({ id }) => ({ id, key: (await storage.ledger.load(id))?.key })));
  return ids.find(({ key }) => key === slot.key)?.id ?? 0;
}

/** Plans and sends a slot. */
export async function send(storage: Storage, slot: PlannedSlot, more: Partial<Plan> = {}): Promise<number> {
  const id = await plan(storage, slot, more);
  await storage.ledger.sending(id, now);
  await storage.ledger.ended(id, { kind: 'sent', id: `post of ${slot.key}`, corrected: false });
  return id;
}

export const dam = { id: 'dam', topics: ['water', 'ruins'] };
