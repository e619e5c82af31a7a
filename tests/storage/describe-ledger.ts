/** The part of the suite that is about slots. */
import { describe, expect, test } from 'vitest';
import type { PlannedSlot } from '../../src/digest/index.ts';
import type { Storage } from '../../src/storage/index.ts';
import { carrying, day, hour, minute, news, now, plan, planOf, send, slotOf, subscribe, wanted } from './samples.ts';

export function describeLedger(storage: () => Storage, again: () => Promise<void>) {
  const due = async (at = now, most = 9) => (await storage().ledger.due(at, most)).map(({ id }) => id);
  const waiting = () => storage().ledger.waiting();
  const find = (id: number) => storage().subscriptions.find(id);

  describe('what is due', () => {
    test('is what has come, oldest first, as many as are asked for', async () => {
      const zones = ['Europe/Rome', 'Europe/Paris', 'Europe/Berlin'];
      const ids = [];
      for (const [index, zone] of zones.entries())
        ids.push(await subscribe(storage(), wanted({ zone }), now - index * minute));
      expect(await due(now)).toEqual([...ids].reverse());
      expect(await due(now - minute)).toEqual([ids[2], ids[1]]);
      expect(await due(now, 1)).toEqual([ids[2]]);
      expect(await due(now - hour)).toEqual([]);
      expect(await storage().ledger.due(now, 1)).toEqual([await find(ids[2] ?? 0)]);
    });

    test('is nothing that still waits to be posted', async () => {
      const id = await subscribe(storage());
      const slot = await plan(storage(), slotOf(id), { next: now });
      expect(await due()).toEqual([]);
      await storage().ledger.sending(slot, now);
      expect(await due()).toEqual([]);
      await storage().ledger.ended(slot, { kind: 'skipped', why: 'too late', pauses: false, tellsOwner: false });
      expect(await due()).toEqual([id]);
    });
  });

  describe('the last posts of a channel', () => {
    test('are those that were sent there, newest last, with where they are', async () => {
      const id = await subscribe(storage());
      const other = await subscribe(storage(), wanted({ to: { platform: 'discord', id: 'another' } }));
      const times = [0, 1, 2, 3].map((week) => now + week * 7 * day);
      for (const [index, at] of times.entries()) {
        const more = index === 2 ? { mention: 'role', replyTo: 'a post' } : {};
        await send(storage(), slotOf(id, at, more));
      }
      await send(storage(), slotOf(other, now, { to: { platform: 'discord', id: 'another' } }));
      const skipped = await plan(storage(), slotOf(id, now + 35 * day));
      await storage().ledger.ended(skipped, { kind: 'skipped', why: 'too late', pauses: false, tellsOwner: false });
      await plan(storage(), slotOf(id, now + 42 * day)); // waits
      await again();
      const to = { platform: 'discord', id: 'channel' };
      const last = await storage().ledger.lastSent(to, 3);
      expect(last.map(({ at }) => at)).toEqual(times.slice(1));
      const { key, message } = slotOf(id, times[2]);
      expect(last[1]).toMatchObject({
        ...{ to, key, message, mention: 'role', replyTo: 'a post', isAmended: false },
        sent: { to, id: `post of ${key}`, key, mention: 'role' },
      });
      expect(await storage().ledger.lastSent({ platform: 'slack', id: 'channel' }, 3)).toEqual([]);
    });
  });

  describe('a plan', () => {
    test('is recorded as a whole', async () => {
      const id = await subscribe(storage(), wanted({ stories: ['dam', 'ferry'] }));
      const slot = slotOf(id, now, {
        mention: 'role',
        replyTo: 'post',
        isQuietLine: true,
        picture: { picture: { title: 'T', from: '2026-11-16', until: '2026-11-22', marks: [], alt: 'A' }, before: 1 },
        carried: [carrying(), carrying({ story: 'ferry', keys: [], statements: [] })],
      });
      const skipped = [1, 2].map((days) => {
        return {
          subscription: id,
          name: `at:${now - days * day}`,
          at: now - days * day,
          why: 'the bot was not running',
        };
      });
      await storage().ledger.plan([planOf(slot, { skipped })], now + 5);
      await again();
      const [row, ...others] = await waiting();
      expect(others).toEqual([]);
      expect(row).toEqual({
        id: expect.any(Number),
        to: slot.to,
        space: 'server',
        at: now,
        notBefore: expect.any(Number),
        wasSending: false,
      });
      expect(row?.notBefore).toBeLessThanOrEqual(now);
      const loaded = await storage().ledger.load(row?.id ?? 0);
      expect(loaded).toEqual({ ...slot, id: row?.id, plannedAt: now + 5, tries: 0, owner: 'ann', isCorrected: false });
      expect(await storage().ledger.byKey(slot.key)).toEqual(slot);
      expect(await storage().ledger.byKey('none')).toBeUndefined();
      expect(await find(id)).toMatchObject({ handled: now, next: now + 7 * day, told: {} });
    });

    test('that skips is told of', async () => {
      const id = await subscribe(storage());
      const skipped = [{ subscription: id, name: 'at:1', at: 1, why: 'a week too late' }];
      await storage().ledger.plan([{ subscription: id, skipped, handled: now, next: now + day }], now);
      expect(await waiting()).toEqual([]);
      expect(await storage().subscriptions.of(slotOf(id).to)).toMatchObject([
        { last: { at: 1, outcome: 'skipped', why: 'a week too late' } },
      ]);
    });

    test('that comes twice changes nothing, and never sets back what was handled', async () => {
      const id = await subscribe(storage());
      const slot = await send(storage(), slotOf(id));
      await storage().ledger.plan([planOf(slotOf(id, now, { key: 'another' }), { handled: now - day })], now);
      expect(await waiting()).toEqual([]);
      expect(await storage().ledger.load(slot)).toBeUndefined();
      expect(await storage().ledger.byKey('another')).toBeUndefined();
      expect(await find(id)).toMatchObject({ handled: now });
    });

    test('of many is recorded at once, or not at all', async () => {
      const ids = [await subscribe(storage()), await subscribe(storage(), news())];
      const [one, other] = ids.map((id) => planOf(slotOf(id, now, { key: 'the same key' })));
      if (!one || !other) throw new Error();
      await expect(storage().ledger.plan([one, other], now)).rejects.toThrow(/unique/i);
      expect(await waiting()).toEqual([]);
      expect(await find(ids[0] ?? 0)).toMatchObject({ handled: now - day });
      await storage().ledger.plan([], now);
      const many = Array.from({ length: 2000 }, (_, index) => planOf(slotOf(ids[0] ?? 0, now + index)));
      await storage().ledger.plan(many, now);
      expect((await waiting()).map(({ at }) => at)).toEqual(many.map(({ slot }) => slot?.at));
    });
  });

  describe('a slot', () => {
    const planned = async (more: Partial<PlannedSlot> = {}) => {
      const id = await subscribe(storage(), wanted({ stories: ['dam', 'ferry'] }));
      return { id, slot: await plan(storage(), slotOf(id, now, more)) };
    };

    test('that is found as being sent may have landed', async () => {
      const { slot } = await planned();
      expect(await storage().ledger.sending(slot, now + 1)).toBe(true);
      await again();
      expect(await waiting()).toMatchObject([{ id: slot, wasSending: true, notBefore: now + 1 }]);
      expect(await storage().ledger.load(slot)).toMatchObject({ firstTried: now + 1, tries: 1 });
      expect(await storage().ledger.sending(slot, now + minute)).toBe(true);
      await again();
      expect(await waiting()).toMatchObject([{ wasSending: true, notBefore: now + minute }]);
      expect(await storage().ledger.load(slot)).toMatchObject({ firstTried: now + 1, tries: 2 });
    });

    test('is tried again when it may be, with what is known of earlier tries', async () => {
      const { slot } = await planned();
      await storage().ledger.sending(slot, now);
      await storage().ledger.ended(slot, { kind: 'retry', notBefore: now + minute });
      expect(await waiting()).toMatchObject([{ wasSending: false, notBefore: now + minute }]);
      const untouched = await storage().ledger.load(slot);
      expect(untouched).toMatchObject({ tries: 1 });
      expect(untouched).not.toHaveProperty('firstTried');
      await storage().ledger.sending(slot, now + minute);
      await storage().ledger.ended(slot, { kind: 'retry', notBefore: now + hour, firstTried: now + minute });
      await storage().ledger.sending(slot, now + hour);
      expect(await storage().ledger.load(slot)).toMatchObject({ firstTried: now + minute, tries: 3 });
    });

    test('that was sent is told', async () => {
      const carried = [carrying({ upTo: 7 }), carrying({ story: 'ferry', upTo: 3 })];
      const { id, slot } = await planned({ carried });
      await storage().ledger.sending(slot, now);
      await storage().ledger.ended(slot, { kind: 'sent', id: 'post', corrected: false });
      expect(await waiting()).toEqual([]);
      expect(await storage().ledger.load(slot)).toBeUndefined();
      expect(await storage().ledger.sending(slot, now)).toBe(false);
      expect(await find(id)).toMatchObject({ told: { dam: 7, ferry: 3 }, lastSent: now, isUncertain: false });
      await send(
        storage(),
        slotOf(id, now + day, { carried: [carrying({ upTo: 6 }), carrying({ story: 'ferry', upTo: 5 })] }),
      );
      expect(await find(id)).toMatchObject({ told: { dam: 7, ferry: 5 }, lastSent: now + day });
      expect(await storage().subscriptions.of(slotOf(id).to)).toMatchObject([{ last: { outcome: 'sent' } }]);
      await storage().ledger.ended(slot, { kind: 'skipped', why: 'too late', pauses: true, tellsOwner: true });
      expect(await find(id)).toMatchObject({ state: 'active' });
    });

    test.each(['skipped', 'uncertain'] as const)('that is %s is not told', async (kind) => {
      const { id, slot } = await planned();
      await storage().ledger.sending(slot, now);
      await storage().ledger.ended(slot, { kind, why: 'could not be sent', pauses: false, tellsOwner: false });
      const after = await find(id);
      expect(after).toMatchObject({
        told: {},
        state: 'active',
        next: now + 7 * day,
        isUncertain: kind === 'uncertain',
      });
      expect(after).not.toHaveProperty('lastSent');
      expect(await storage().subscriptions.of(slotOf(id).to)).toMatchObject([
        { last: { at: now, outcome: kind, why: 'could not be sent' } },
      ]);
      const next = slotOf(id, now + day);
      await storage().ledger.plan([planOf(next, { skipped: [{ ...next, name: 'skipped', why: 'late' }] })], now);
      expect(await find(id)).toMatchObject({ isUncertain: kind === 'uncertain' });
      const [row] = await waiting();
      await storage().ledger.ended(row?.id ?? 0, { kind: 'sent', id: 'post', corrected: false });
      expect(await find(id)).toMatchObject({ told: { dam: 1 }, isUncertain: false });
    });

    test('whose channel is gone pauses the subscription, with the reason', async () => {
      const { id, slot } = await planned();
      await storage().ledger.sending(slot, now);
      await storage().ledger.ended(slot, {
        kind: 'skipped',
        why: 'the channel is gone',
        pauses: true,
        tellsOwner: true,
      });
      expect(await find(id)).toMatchObject({ state: 'paused', why: 'the channel is gone', stories: ['dam', 'ferry'] });
      expect(await due(now + 99 * day)).toEqual([]);
      await storage().subscriptions.resume(id, now + day, now);
      expect(await find(id)).not.toHaveProperty('why');
    });

    test.each([
      ['skipped', undefined],
      ['uncertain', now],
    ] as const)(
      'whose subscription was paused meanwhile ends as %s where it has to be tried again',
      async (outcome, firstTried) => {
        const { id, slot } = await planned();
        await storage().ledger.sending(slot, now);
        await storage().subscriptions.pause(id);
        const tried = firstTried === undefined ? {} : { firstTried };
        await storage().ledger.ended(slot, { kind: 'retry', notBefore: now + minute, ...tried });
        expect(await waiting()).toEqual([]);
        expect(await storage().subscriptions.of(slotOf(id).to)).toMatchObject([{ last: { outcome } }]);
      },
    );

    test('with the line of a quiet time is said once, until something happens', async () => {
      const { id, slot } = await planned({ isQuietLine: true, carried: [] });
      expect(await find(id)).toMatchObject({ lineSaid: false });
      await storage().ledger.ended(slot, { kind: 'uncertain', why: 'unknown', pauses: false, tellsOwner: false });
      expect(await find(id)).toMatchObject({ lineSaid: false });
      await send(storage(), slotOf(id, now + 1, { isQuietLine: true, carried: [] }));
      expect(await find(id)).toMatchObject({ lineSaid: true });
      await send(storage(), slotOf(id, now + 2));
      expect(await find(id)).toMatchObject({ lineSaid: false });
    });

    test('is one of many at once, and what is wrong with one is not wrong with the others', async () => {
      const id = await subscribe(storage());
      const plans = Array.from({ length: 120 }, (_, index) => planOf(slotOf(id, now + index)));
      await storage().ledger.plan(plans, now);
      const ids = (await waiting()).map((slot) => slot.id);
      const marked = await Promise.all([...ids, 4711].map((slot) => storage().ledger.sending(slot, now)));
      expect(marked).toEqual([...ids.map(() => true), false]);
      const wrong = {
        toJSON() {
          throw new Error('no database takes it');
        },
      };
      const ended = ids.map((slot, index) => {
        const post = index === 70 ? (wrong as never) : `post ${index}`;
        return storage().ledger.ended(slot, { kind: 'sent', id: post, corrected: false });
      });
      const settled = await Promise.allSettled(ended);
      expect(settled.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([70]);
      expect((await waiting()).map((slot) => slot.id)).toEqual([ids[70]]);
    });

    test('is shown again where the channel wants the last that it was sent', async () => {
      const id = await subscribe(storage());
      for (const index of [0, 1, 2]) await send(storage(), slotOf(id, now + index, { mention: 'role' }));
      await send(storage(), slotOf(id, now + 3, { to: { platform: 'discord', id: 'other' } }));
      await plan(storage(), slotOf(id, now + 4));
      const slot = slotOf(id, now + 2, { mention: 'role' });
      expect(await storage().ledger.lastSent(slot.to, 2)).toEqual([
        { ...slotOf(id, now + 1, { mention: 'role' }), sent: expect.anything(), isAmended: false },
        { ...slot, sent: { to: slot.to, id: `post of ${slot.key}`, key: slot.key, mention: 'role' }, isAmended: false },
      ]);
      expect(await storage().ledger.lastSent(slot.to, 9)).toHaveLength(3);
    });

    test('that is not there ends without a trace', async () => {
      await storage().ledger.ended(4711, { kind: 'sent', id: 'post', corrected: false });
      await storage().ledger.amended(4711, 1);
      expect(await storage().ledger.load(4711)).toBeUndefined();
      expect(await storage().ledger.sending(4711, now)).toBe(false);
    });
  });
}
