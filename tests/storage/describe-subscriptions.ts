/** The part of the suite that is about subscriptions, and the spaces that they are in. */
import { describe, expect, test } from 'vitest';
import type { Wanted } from '../../src/digest/index.ts';
import type { Storage } from '../../src/storage/index.ts';
import {
  dam,
  day,
  hour,
  inPrivate,
  minute,
  news,
  now,
  plan,
  planOf,
  send,
  slotOf,
  subscribe,
  wanted,
} from './samples.ts';

const channel = { platform: 'discord', id: 'channel' };

/** @param storage the one of the test that runs @param again closes it and opens it again */
export function describeSubscriptions(storage: () => Storage, again: () => Promise<void>) {
  const add = (what = wanted(), next: number | undefined = now, at = now - day) =>
    storage().subscriptions.add(what, next, at);
  const find = (id: number) => storage().subscriptions.find(id);
  const standing = async () => (await storage().subscriptions.of(channel))[0];

  describe('a subscription', () => {
    test('is kept as it was wanted', async () => {
      const full = wanted({ quiet: 'look-back', mention: 'role', stories: ['dam', 'ferry', 'attack'] });
      const added = await add(full, now + 1);
      expect(added).toEqual({
        kind: 'added',
        subscription: {
          ...full,
          id: expect.any(Number),
          state: 'active',
          handled: now - day,
          next: now + 1,
          lineSaid: false,
          isUncertain: false,
          told: {},
        },
      });
      await again();
      if (added.kind === 'too many') throw new Error();
      expect(await find(added.subscription.id)).toEqual(added.subscription);
      expect(await storage().subscriptions.of(channel)).toEqual([
        { subscription: added.subscription, skipped: [], amended: 0, replied: 0 },
      ]);
      expect(await find(4711)).toBeUndefined();
      expect(await storage().subscriptions.of({ platform: 'slack', id: 'channel' })).toEqual([]);
    });

    test('takes the stories of another one at the same slot, and what else is wanted then', async () => {
      const id = await subscribe(storage());
      const more = wanted({ stories: ['ferry', 'dam'], quiet: 'line', mention: 'role', owner: 'bob' });
      expect(await add(more)).toMatchObject({
        kind: 'extended',
        subscription: { id, stories: ['dam', 'ferry'], quiet: 'line', mention: 'role', owner: 'bob' },
      });
      const known = await add(wanted({ stories: ['ferry'] }));
      expect(known).toMatchObject({ kind: 'known', subscription: { id, quiet: 'skip' } });
      expect(known).not.toHaveProperty('subscription.mention');
    });

    test('drops one of its stories, which then counts as never told, but never the last', async () => {
      const id = await subscribe(storage());
      await add(wanted({ stories: ['ferry', 'attack'] }));
      await send(storage(), slotOf(id));
      const { drop } = storage().subscriptions;
      expect(await drop(id, 'gone', now)).toBeUndefined();
      const left = { id, stories: ['ferry', 'attack'], state: 'active' };
      expect(await drop(id, 'dam', now)).toMatchObject({ left });
      expect((await find(id))?.told).toEqual({});
      await add(wanted({ stories: ['amber'] }));
      expect((await find(id))?.stories).toEqual(['ferry', 'attack', 'amber']);
      for (const story of ['ferry', 'attack']) await drop(id, story, now);
      expect(await drop(id, 'amber', now)).toBeUndefined();
      expect((await find(id))?.stories).toEqual(['amber']);
    });

    test('has a story that was dropped back for an hour, as far as it was told', async () => {
      const { drop, restore } = storage().subscriptions;
      const id = await subscribe(storage(), wanted({ stories: ['dam', 'ferry'] }));
      await send(storage(), slotOf(id));
      const before = await find(id);
      const { removed = 0 } = (await drop(id, 'dam', now)) ?? {};
      expect(await find(id)).toEqual({ ...before, stories: ['ferry'], told: {} });
      expect(await find(removed)).toBeUndefined();
      expect((await storage().subscriptions.of(channel)).map(({ subscription }) => subscription.id)).toEqual([id]);
      expect((await storage().ledger.due(now + 99 * day, 9)).map((due) => due.id)).toEqual([id]);
      expect(await storage().subscriptions.removed(removed, now + hour)).toMatchObject({ stories: ['dam'] });
      expect(await restore(removed, now + 5, now + hour + 1)).toBeUndefined();
      expect(await restore(removed, now + 5, now + hour)).toEqual({ ...before, stories: ['ferry', 'dam'] });
      await drop(id, 'dam', now);
      await storage().spaces.sweep(now + hour + 1);
      expect(await add(wanted())).toMatchObject({ kind: 'extended', subscription: { told: {} } });
    });

    test('of which a story is dropped forgets what waits and carries it, and is due again', async () => {
      const id = await subscribe(storage(), wanted({ stories: ['dam', 'ferry', 'attack'] }));
      const before = await find(id);
      const slot = await plan(storage(), slotOf(id));
      await storage().subscriptions.drop(id, 'ferry', now); // which it does not carry
      expect((await storage().ledger.waiting()).map((waiting) => waiting.id)).toEqual([slot]);
      await storage().subscriptions.drop(id, 'dam', now);
      expect(await storage().ledger.waiting()).toEqual([]);
      expect(await storage().ledger.load(slot)).toBeUndefined();
      expect(await storage().ledger.sending(slot, now)).toBe(false);
      expect(await storage().ledger.due(now, 9)).toEqual([{ ...before, stories: ['attack'] }]);
      const anew = await plan(storage(), slotOf(id, now, { carried: [], key: 'anew' }));
      expect(await storage().ledger.load(anew)).toMatchObject({ name: slotOf(id).name, key: 'anew', carried: [] });
    });

    test('of which a story is dropped keeps what may have been posted, and replies', async () => {
      const ids = [];
      for (const zone of ['Europe/Rome', 'Europe/Paris', 'Europe/Vienna'])
        ids.push(await subscribe(storage(), wanted({ zone, stories: ['dam', 'ferry'] })));
      const slots = [];
      for (const id of ids.slice(0, 2)) slots.push(await plan(storage(), slotOf(id)));
      const [sending = 0, tried = 0] = slots;
      for (const slot of slots) await storage().ledger.sending(slot, now);
      await storage().ledger.ended(tried, { kind: 'retry', notBefore: now, firstTried: now });
      const [, , last = 0] = ids;
      const post = await send(storage(), slotOf(last));
      const reply = slotOf(last, now, { name: 'reply:1', key: 'reply', replyTo: 'a post' });
      await storage().ledger.amendClosed(post, 1, reply, now);
      for (const id of ids) await storage().subscriptions.drop(id, 'dam', now);
      const waiting = (await storage().ledger.waiting()).map(({ id }) => id);
      expect(waiting).toEqual([sending, tried, expect.any(Number)]);
      expect(await storage().ledger.due(now, 9)).toEqual([]);
    });

    test('whose other stories went meanwhile leaves the one that was dropped to itself', async () => {
      const id = await subscribe(storage(), wanted({ stories: ['dam', 'ferry'], mention: 'role' }));
      const { removed = 0 } = (await storage().subscriptions.drop(id, 'dam', now)) ?? {};
      await storage().subscriptions.remove(id, now);
      const alone = { id: removed, stories: ['dam'], mention: 'role', state: 'active', next: now + 5 };
      expect(await storage().subscriptions.restore(removed, now + 5, now)).toMatchObject(alone);
    });

    test.each([
      ['another channel', wanted({ to: { platform: 'discord', id: 'other' } })],
      ['another platform', wanted({ to: { platform: 'slack', id: 'channel' } })],
      ['another day', wanted({ cadence: { kind: 'weekly', on: 2, at: 540 } })],
      ['another zone', wanted({ zone: 'Europe/Rome' })],
      ['a topic', wanted({ stories: [], topic: 'water' })],
      ['news', news()],
    ])('of %s is one of its own, and so is the same again the same', async (_, other) => {
      const id = await subscribe(storage());
      const added = await add(other);
      expect(added).toMatchObject({ kind: 'added' });
      expect(added).not.toMatchObject({ subscription: { id } });
      expect(await add({ ...other, cadence: reversed(other.cadence) })).toMatchObject({ ...added, kind: 'known' });
    });

    const zones = ['Europe/Rome', 'Europe/Paris', 'Europe/Berlin', 'Europe/Vienna'];
    const fill = async (what: typeof wanted) => {
      const kinds = [];
      for (const zone of zones) kinds.push((await add(what({ zone }))).kind);
      return kinds;
    };

    test('is one of a few in a space', async () => {
      expect(await fill(wanted)).toEqual(['added', 'added', 'added', 'too many']);
      expect(await add(wanted({ zone: 'Europe/Vienna' }))).toEqual({ kind: 'too many', most: 3 });
      expect(await add(wanted({ zone: 'Europe/Rome', stories: ['ferry'] }))).toMatchObject({ kind: 'extended' });
      const to = { platform: 'discord', id: 'elsewhere' };
      expect(await add(wanted({ to, space: 'another', zone: 'Europe/Vienna' }))).toMatchObject({ kind: 'added' });
      const [first] = await storage().subscriptions.of(channel);
      await storage().subscriptions.remove(first?.subscription.id ?? 0, now);
      expect(await add(wanted({ zone: 'Europe/Vienna' }))).toMatchObject({ kind: 'added' });
    });

    test('is one of a few of a reader in private messages', async () => {
      await fill(wanted);
      for (const owner of ['ann', 'bob']) {
        const own = (more: Partial<Wanted> = {}) =>
          inPrivate({ owner, to: { platform: 'discord', id: owner }, ...more });
        expect(await fill(own)).toEqual(['added', 'added', 'added', 'too many']);
      }
    });

    test('is paused and resumed without making up for what lay in between', async () => {
      const id = await subscribe(storage());
      await storage().subscriptions.pause(id);
      const paused = await find(id);
      expect(paused).toMatchObject({ state: 'paused' });
      expect(paused).not.toHaveProperty('why');
      expect(await storage().ledger.due(now + day, 9)).toEqual([]);
      await storage().subscriptions.resume(id, now + 2 * day, now + day);
      expect(await find(id)).toMatchObject({ state: 'active', next: now + 2 * day, handled: now + day });
      await storage().subscriptions.resume(id, now + 2 * day, now - 9 * day);
      expect(await find(id)).toMatchObject({ handled: now + day });
    });

    test('that is wanted again comes again, although it was paused', async () => {
      const id = await subscribe(storage());
      await storage().subscriptions.pause(id);
      expect(await add(wanted(), now + 5, now)).toMatchObject({
        kind: 'known',
        subscription: { id, state: 'active', next: now + 5, handled: now },
      });
    });

    test('of news keeps when it last posted, and hears of what enters once it is resumed', async () => {
      const id = await subscribe(storage(), news());
      await storage().subscriptions.pause(id);
      await storage().entries.enter(dam, ['statement:leak'], now);
      expect(await storage().ledger.due(now, 9)).toEqual([]);
      await storage().subscriptions.resume(id, undefined, now);
      expect(await find(id)).toMatchObject({ handled: now - day });
      await storage().entries.enter(dam, ['statement:more'], now);
      expect(await storage().ledger.due(now, 9)).toMatchObject([{ id }]);
    });

    test('that is removed can be had back for an hour, as it was', async () => {
      const id = await subscribe(storage());
      const before = await find(id);
      await storage().subscriptions.remove(id, now);
      expect(await find(id)).toBeUndefined();
      expect(await storage().subscriptions.of(channel)).toEqual([]);
      expect(await storage().ledger.due(now + day, 9)).toEqual([]);
      await storage().spaces.sweep(now + hour);
      expect(await storage().subscriptions.removed(id, now + hour)).toMatchObject({ id });
      expect(await storage().subscriptions.removed(id, now + hour + 1)).toBeUndefined();
      expect(await storage().subscriptions.restore(id, now + 5, now + hour + 1)).toBeUndefined();
      const restored = await storage().subscriptions.restore(id, now + 5, now + hour);
      expect(restored).toEqual({ ...before, next: now + 5, handled: now + hour });
      expect(await find(id)).toEqual(restored);
      expect(await storage().subscriptions.removed(id, now)).toBeUndefined();
      expect(await storage().subscriptions.restore(id, now + 5, now)).toBeUndefined();
    });

    test('that was paused when it was removed is paused when it is had back', async () => {
      const id = await subscribe(storage());
      await storage().subscriptions.pause(id);
      await storage().subscriptions.remove(id, now);
      expect(await storage().subscriptions.restore(id, now + 5, now)).toMatchObject({ id, state: 'paused' });
      expect(await storage().ledger.due(now + day, 9)).toEqual([]);
    });

    test('whose slot was taken when it is had back gives its stories to the one there', async () => {
      const id = await subscribe(storage(), wanted({ stories: ['dam', 'ferry'] }));
      await send(storage(), slotOf(id));
      const { told } = (await find(id)) ?? {};
      await storage().subscriptions.remove(id, now);
      const other = await subscribe(storage(), wanted({ stories: ['ferry', 'attack'] }));
      const expected = { id: other, stories: ['ferry', 'attack', 'dam'], told };
      for (let time = 0; time < 2; time += 1)
        expect(await storage().subscriptions.restore(id, now + 5, now)).toMatchObject(expected);
      expect(Object.keys(told ?? {})).toEqual(['dam']);
      expect((await storage().subscriptions.of(channel)).map(({ subscription }) => subscription.id)).toEqual([other]);
    });

    test('is not had back where there would be too many', async () => {
      const id = await subscribe(storage());
      await storage().subscriptions.remove(id, now);
      for (const zone of zones.slice(0, 3)) await add(wanted({ zone }));
      expect(await storage().subscriptions.restore(id, now + 5, now)).toEqual({ kind: 'too many', most: 3 });
      expect(await find(id)).toBeUndefined();
    });

    test.each(['pause', 'remove'] as const)('to %s ends what waits, and not what is under way', async (how) => {
      const ids = [
        await subscribe(storage()),
        await subscribe(storage(), news()),
        await subscribe(storage(), wanted({ zone: 'Europe/Rome' })),
      ];
      const slots = [];
      for (const id of ids) slots.push(await plan(storage(), slotOf(id)));
      const [planned = 0, sending = 0, tried = 0] = slots;
      for (const slot of [sending, tried]) await storage().ledger.sending(slot, now);
      await storage().ledger.ended(tried, { kind: 'retry', notBefore: now, firstTried: now });
      for (const id of ids) await storage().subscriptions[how](id, now);
      expect((await storage().ledger.waiting()).map(({ id }) => id)).toEqual([sending]);
      expect(await storage().ledger.sending(planned, now)).toBe(false);
      expect(await storage().ledger.load(planned)).toBeUndefined();
      for (const id of ids) await storage().subscriptions.restore(id, now + day, now);
      const why = expect.stringMatching(/paused or removed/);
      const lasts = (await storage().subscriptions.of(channel)).map(({ last }) => last);
      expect(lasts).toEqual([
        { at: now, outcome: 'skipped', why },
        { at: now, outcome: 'waiting' },
        { at: now, outcome: 'uncertain', why }, // it may have landed
      ]);
      const uncertain = await Promise.all(ids.map(async (id) => (await find(id))?.isUncertain));
      expect(uncertain).toEqual([false, false, true]);
      await storage().ledger.ended(sending, { kind: 'sent', id: 'post', corrected: false });
      expect(await storage().ledger.byKey(slotOf(ids[1] ?? 0).key)).toBeDefined();
    });

    test('is not planned where it was paused since it was found due', async () => {
      const id = await subscribe(storage());
      await storage().ledger.due(now, 9);
      await storage().subscriptions.pause(id);
      await storage().ledger.plan([planOf(slotOf(id))], now);
      expect(await storage().ledger.waiting()).toEqual([]);
      expect(await standing()).toMatchObject({ subscription: { state: 'paused', handled: now - day } });
      expect(await standing()).not.toHaveProperty('last');
    });

    test('is listed with what was skipped in the 30 days before its last slot, by reasons', async () => {
      const id = await subscribe(storage());
      const other = await subscribe(storage(), wanted({ zone: 'Europe/Rome' }));
      expect(await standing()).toMatchObject({ skipped: [] });
      const skippedOf = (subscription: number, days: number, why: string) => {
        return { subscription, name: `at:${now - days * day}`, at: now - days * day, why };
      };
      const skipped = [[31, 'away'] as const, [30, 'away'] as const, [5, 'quiet'] as const, [1, 'away'] as const];
      await send(storage(), slotOf(id), { skipped: skipped.map(([days, why]) => skippedOf(id, days, why)) });
      await storage().ledger.plan(
        [{ subscription: other, skipped: [skippedOf(other, 0, 'away')], handled: now, next: now + day }],
        now,
      );
      const lists = (await storage().subscriptions.of(channel)).map((each) => each.skipped);
      expect(lists).toEqual([
        [
          { count: 2, until: now - day, why: 'away' },
          { count: 1, until: now - 5 * day, why: 'quiet' },
        ],
        [],
      ]);
    });

    test('is listed with its last slot, and the corrections of its posts', async () => {
      const id = await subscribe(storage());
      const first = await send(storage(), slotOf(id));
      await send(storage(), slotOf(id, now + day, { carried: [] }));
      await storage().entries.enter(dam, ['correction:leak:2026-11-23:when:a'], now);
      await storage().ledger.amended(first, 1);
      await storage().entries.enter(dam, ['withdrawal:leak'], now);
      const reply = slotOf(id, now + 2 * day, { name: `reply:${first}:2`, key: 'reply', replyTo: 'post', carried: [] });
      await storage().ledger.amendClosed(first, 2, reply, now);
      expect(await standing()).toMatchObject({ last: { at: now + day, outcome: 'sent' }, amended: 1, replied: 0 });
      const [waiting] = await storage().ledger.waiting();
      await storage().ledger.ended(waiting?.id ?? 0, { kind: 'sent', id: 'it', corrected: false });
      expect(await standing()).toMatchObject({ last: { at: now + day, outcome: 'sent' }, amended: 1, replied: 1 });
      expect(await find(id)).toMatchObject({ lastSent: now + day });
    });
  });

  describe('a space', () => {
    const lastZone = () => storage().subscriptions.lastZone('discord', 'server');

    test('remembers the zone of the last subscription', async () => {
      expect(await lastZone()).toBeUndefined();
      for (const zone of ['Europe/Rome', 'Europe/Paris', 'Europe/Rome']) await add(wanted({ zone }));
      expect(await lastZone()).toBe('Europe/Rome');
      await storage().spaces.present('discord', ['server'], now);
      expect(await lastZone()).toBe('Europe/Rome');
      expect(await storage().subscriptions.lastZone('slack', 'server')).toBeUndefined();
    });

    test('is forgotten 30 days after it left, and nothing else is', async () => {
      const id = await subscribe(storage(), wanted({ stories: ['dam', 'ferry'] }));
      const others = [
        await subscribe(storage(), wanted({ space: 'other', to: { platform: 'discord', id: 'o' } })),
        await subscribe(storage(), wanted({ to: { platform: 'slack', id: 's' } })),
        await subscribe(storage(), inPrivate()),
      ];
      await send(storage(), slotOf(id));
      await send(storage(), slotOf(others[0] ?? 0, now, { space: 'other' }));
      await storage().spaces.left('discord', 'server', now);
      await storage().spaces.left('discord', 'server', now + 9 * day); // told twice
      await storage().spaces.sweep(now + 30 * day - 1);
      expect(await find(id)).toMatchObject({ told: { dam: 1 } });
      await storage().spaces.sweep(now + 30 * day);
      expect(await find(id)).toBeUndefined();
      expect(await storage().subscriptions.restore(id, now, now)).toBeUndefined();
      expect(await lastZone()).toBeUndefined();
      expect(await storage().ledger.byKey(slotOf(id).key)).toBeUndefined();
      expect(await storage().ledger.byKey(slotOf(others[0] ?? 0).key)).toBeDefined();
      for (const other of others) expect(await find(other)).toMatchObject({ id: other });
      await storage().entries.enter(dam, ['withdrawal:leak'], now);
      expect(await storage().ledger.amendable(now, 9)).toMatchObject([{ subscription: others[0] }]);
    });

    test.each([
      ['is missing when the platform tells of all', () => storage().spaces.present('discord', ['other'], now), false],
      ['is among all that the platform tells of', () => storage().spaces.present('discord', ['server'], now), true],
      ['is on another platform than is told of', () => storage().spaces.present('slack', [], now), true],
      ['left and joined again', () => leftAnd(() => storage().spaces.joined('discord', 'server')), true],
      ['left and is present', () => leftAnd(() => storage().spaces.present('discord', ['server'], now)), true],
      ['left and somebody subscribes there', () => leftAnd(() => add()), true],
    ] as const)('that %s is kept: %s', async (_, happens, isKept) => {
      const id = await subscribe(storage());
      await storage().spaces.present('discord', ['server', 'other'], now);
      await happens();
      await storage().spaces.sweep(now + 30 * day);
      expect((await find(id)) !== undefined).toBe(isKept);
    });

    const leftAnd = async (then: () => Promise<unknown>) => {
      await storage().spaces.left('discord', 'server', now - 99 * day);
      await then();
    };

    test('may be one of many', async () => {
      const many = Array.from({ length: 8000 }, (_, index) => `server-${index}`);
      await storage().spaces.present('discord', many, now);
      await storage().spaces.present('discord', [], now);
      await storage().spaces.present('discord', many, now);
    });
  });

  describe('an hour after it was removed', () => {
    const removedOf = async (what = wanted()) => {
      const id = await subscribe(storage(), what);
      const { space: _, ...elsewhere } = slotOf(id);
      await send(storage(), what.space === undefined ? elsewhere : slotOf(id));
      await storage().subscriptions.remove(id, now);
      await storage().spaces.sweep(now + hour + minute);
      expect(await storage().subscriptions.restore(id, now, now)).toBeUndefined();
      await storage().entries.enter(dam, ['withdrawal:leak'], now);
      return id;
    };

    test('a subscription is gone, and corrections reach what it posted in a channel', async () => {
      const id = await removedOf();
      expect(await storage().ledger.byKey(slotOf(id).key)).toMatchObject({ key: slotOf(id).key });
      expect(await storage().ledger.amendable(now, 9)).toMatchObject([{ subscription: id, owner: '' }]);
    });

    test('nothing is kept of private messages', async () => {
      const id = await removedOf(inPrivate());
      expect(await storage().ledger.byKey(slotOf(id).key)).toBeUndefined();
      expect(await storage().ledger.amendable(now, 9)).toEqual([]);
    });
  });
}

/** The same, with its members in another order. */
function reversed<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).reverse()) as T;
}
