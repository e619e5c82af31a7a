/** The part of the suite that is about what enters stories, and how far readers have looked. */
import { describe, expect, test } from 'vitest';
import type { Storage } from '../../src/storage/index.ts';
import { carrying, dam, day, minute, news, now, plan, planOf, send, slotOf, subscribe, wanted } from './samples.ts';

export function describeEntries(storage: () => Storage, again: () => Promise<void>) {
  const enter = (keys: readonly string[], story = dam, at = now) => storage().entries.enter(story, keys, at);
  const ferry = { id: 'ferry', topics: ['water'] };

  describe('what enters a story', () => {
    test('is noted once, in its order', async () => {
      expect(await storage().entries.last('dam')).toBe(0);
      expect(await enter(['statement:a', 'statement:b', 'statement:a'])).toEqual(['statement:a', 'statement:b']);
      expect(await enter(['statement:b', 'statement:c'], dam, now + 1)).toEqual(['statement:c']);
      expect(await enter(['statement:b'])).toEqual([]);
      expect(await enter(['statement:b'], ferry)).toEqual(['statement:b']);
      await again();
      const entries = await storage().entries.since('dam', 0);
      expect(entries.map(({ key, at }) => [key, at])).toEqual([
        ['statement:a', now],
        ['statement:b', now],
        ['statement:c', now + 1],
      ]);
      const numbers = entries.map(({ number }) => number);
      expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
      expect(await storage().entries.since('dam', numbers[1] ?? 0)).toEqual(entries.slice(2));
      expect(await storage().entries.last('dam')).toBe(numbers[2]);
    });

    test('may be very much, and come twice at once', async () => {
      const keys = Array.from({ length: 12_000 }, (_, index) => `statement:s-${index}`);
      const [one, other] = await Promise.all([enter(keys), enter(keys)]);
      expect([one.length, other.length].sort()).toEqual([0, 12_000].sort());
      expect(await storage().entries.since('dam', 0)).toHaveLength(12_000);
    });

    test('makes news of its story and of its topics due, and nothing else', async () => {
      const ids = [
        await subscribe(storage(), news()),
        await subscribe(storage(), news({ stories: [], topic: 'ruins' })),
        await subscribe(storage(), news({ zone: 'Europe/Rome', stories: ['ferry', 'dam'], space: 'other' })),
      ];
      await subscribe(storage(), news({ stories: [], topic: 'football', space: 'other' }));
      await subscribe(storage(), wanted({ space: 'other' }), now + day);
      expect(await storage().ledger.due(now + minute, 9)).toEqual([]);
      await enter(['statement:a']);
      await enter(['statement:b'], dam, now + minute);
      const due = await storage().ledger.due(now, 9);
      expect(due.map(({ id, next }) => [id, next])).toEqual(ids.map((id) => [id, now]));
      // It may post later only.
      const id = ids[0] ?? 0;
      await storage().ledger.plan([{ subscription: id, skipped: [], handled: now, next: now + minute }], now);
      await enter(['statement:c']);
      expect((await storage().ledger.due(now, 9)).map((each) => each.id)).toEqual(ids.slice(1));
      expect((await storage().ledger.due(now + minute, 9)).map((each) => each.id)).toContain(id);
    });

    test('makes news due that a clock which was ahead has put off for a year', async () => {
      const id = await subscribe(storage(), news());
      await enter(['statement:a']);
      await storage().ledger.plan([{ subscription: id, skipped: [], handled: now, next: now + 365 * day }], now);
      await enter(['statement:b']);
      expect(await storage().ledger.due(now, 9)).toMatchObject([{ id, next: now }]);
    });

    test('since news was found due makes it due again', async () => {
      const id = await subscribe(storage(), news());
      await enter(['statement:a']);
      await storage().ledger.due(now, 9);
      await enter(['statement:b'], dam, now + 1);
      await storage().ledger.due(now, 9); // while it is planned
      const { next: _, ...plan } = planOf(slotOf(id));
      await storage().ledger.plan([plan], now + 2);
      const [waiting] = await storage().ledger.waiting();
      await storage().ledger.ended(waiting?.id ?? 0, { kind: 'sent', id: 'post', corrected: false });
      expect(await storage().ledger.due(now + 2, 9)).toMatchObject([{ id, next: now + 2 }]);
      // What then is not worth a post does not come up for ever.
      await storage().ledger.plan([{ subscription: id, skipped: [], handled: now }], now);
      expect(await storage().ledger.due(now + day, 9)).toEqual([]);
    });
  });

  describe('what corrects or withdraws a statement', () => {
    const correction = 'correction:leak/mayor:2026-11-23:when:x1';
    const marked = async (at = now) => (await storage().ledger.amendable(at, 9)).map(({ id }) => id);

    test('brings up the posts that carry it', async () => {
      const id = await subscribe(storage(), wanted({ stories: ['dam', 'ferry'] }));
      const several = [carrying({ story: 'ferry', statements: ['sunk'] }), carrying({ statements: ['leak/mayor'] })];
      const posts = [
        await send(storage(), slotOf(id)),
        await send(storage(), slotOf(id, now + 1, { carried: several, mention: 'role' })),
      ];
      const without = ['leak/mayor-2', 'xleak/mayor', 'leak'];
      await send(storage(), slotOf(id, now + 2, { carried: [carrying({ statements: without })] }));
      await send(storage(), slotOf(id, now + 3, { carried: [carrying({ story: 'ferry' })] }));
      await enter(['statement:new', correction]);
      expect(await storage().entries.last('dam')).toBe(2);
      expect(await marked()).toEqual(posts);
      expect((await storage().ledger.amendable(now, 9))[1]).toMatchObject({
        ...slotOf(id, now + 1, { carried: several }),
        sent: {
          to: slotOf(id).to,
          id: `post of ${slotOf(id, now + 1).key}`,
          key: slotOf(id, now + 1).key,
          mention: 'role',
        },
        upTo: 2,
        toldUpTo: 0,
        owner: 'ann',
      });
      expect(await storage().ledger.amendable(now, 1)).toHaveLength(1);
      await enter([correction]);
      for (const post of posts) await storage().ledger.amended(post, 2);
      await enter([correction]);
      expect(await marked()).toEqual([]);
      expect(await storage().ledger.nextAmendable()).toBeUndefined();
      await enter(['withdrawal:leak/mayor']);
      expect(await storage().ledger.amendable(now, 9)).toMatchObject([{ toldUpTo: 2, upTo: 3 }, { toldUpTo: 2 }]);
    });

    test('brings up no posts of platforms that are left alone', async () => {
      const id = await subscribe(storage());
      const posts = [
        await send(storage(), slotOf(id)),
        await send(storage(), slotOf(id, now + 1, { to: { platform: 'slack', id: 'channel' } })),
      ];
      await enter([correction]);
      for (const [index, post] of posts.entries()) await storage().ledger.amendLater(post, now - index * minute);
      const { ledger } = storage();
      expect((await ledger.amendable(now, 9, ['discord', 'page'])).map((post) => post.id)).toEqual([posts[1]]);
      expect(await ledger.amendable(now, 9, ['discord', 'slack'])).toEqual([]);
      expect(await ledger.nextAmendable()).toBe(now - minute);
      expect(await ledger.nextAmendable(['slack'])).toBe(now);
      expect(await ledger.nextAmendable(['discord', 'slack'])).toBeUndefined();
    });

    test('while a post is changed brings it up again', async () => {
      const post = await send(storage(), slotOf(await subscribe(storage())));
      await enter([correction]);
      const [amendable] = await storage().ledger.amendable(now, 9);
      await enter(['withdrawal:leak']);
      await storage().ledger.amended(post, amendable?.upTo ?? 0);
      expect(await storage().ledger.amendable(now, 9)).toMatchObject([{ id: post, upTo: 2, toldUpTo: 1 }]);
    });

    test('is tried later, and a clock that was set back makes nothing wait for a day', async () => {
      const post = await send(storage(), slotOf(await subscribe(storage())));
      await enter([correction]);
      expect(await storage().ledger.nextAmendable()).toBeLessThanOrEqual(now);
      await storage().ledger.amendLater(post, now + minute);
      expect(await marked()).toEqual([]);
      expect(await storage().ledger.nextAmendable()).toBe(now + minute);
      expect(await marked(now + minute)).toEqual([post]);
      expect(await marked(now - day)).toEqual([post]);
      await storage().ledger.amended(post, 1);
      await enter(['withdrawal:leak']);
      expect(await marked()).toEqual([post]);
    });

    test('is said by a reply, once, where the post cannot be changed', async () => {
      const id = await subscribe(storage());
      const post = await send(storage(), slotOf(id));
      await enter([correction]);
      const reply = slotOf(id, now, { name: `reply:${post}:1`, key: 'reply', replyTo: 'post', carried: [] });
      await storage().ledger.amendClosed(post, 1, reply, now);
      await storage().ledger.amendClosed(post, 1, reply, now);
      await storage().ledger.amendClosed(post, 1, undefined, now);
      expect(await marked()).toEqual([]);
      const [waiting, ...others] = await storage().ledger.waiting();
      expect(others).toEqual([]);
      expect(await storage().ledger.load(waiting?.id ?? 0)).toMatchObject({ replyTo: 'post', name: reply.name });
      await enter(['withdrawal:leak']);
      expect(await storage().ledger.amendable(now, 9)).toMatchObject([{ toldUpTo: 1, upTo: 2 }]);
    });

    test('reaches a slot that waits, before it is posted or after', async () => {
      const id = await subscribe(storage());
      const before = await plan(storage(), slotOf(id));
      const during = await plan(storage(), slotOf(id, now + 1));
      const after = await plan(storage(), slotOf(id, now + 2));
      for (const slot of [before, during, after])
        expect(await storage().ledger.load(slot)).toMatchObject({ isCorrected: false });
      await storage().ledger.sending(after, now);
      await enter([correction]);
      for (const slot of [before, during]) {
        expect(await storage().ledger.load(slot)).toMatchObject({ isCorrected: true });
        await storage().ledger.sending(slot, now);
      }
      await storage().ledger.ended(before, { kind: 'sent', id: 'a', corrected: true });
      await enter(['withdrawal:leak']);
      await storage().ledger.ended(during, { kind: 'sent', id: 'b', corrected: true });
      await storage().ledger.ended(after, { kind: 'sent', id: 'c', corrected: false });
      expect(await storage().ledger.amendable(now, 9)).toMatchObject([
        { id: before, upTo: 2, toldUpTo: 1 },
        { id: during, upTo: 2 },
        { id: after, upTo: 2, toldUpTo: 0 },
      ]);
    });

    test('reaches a slot that was composed before it, and recorded after', async () => {
      const id = await subscribe(storage(), wanted({ stories: ['dam', 'ferry'] }));
      await enter(['statement:leak', correction, 'withdrawal:leak']);
      const told = { carried: [carrying({ upTo: 3 })] };
      const late = { carried: [carrying({ upTo: 1 }), carrying({ story: 'ferry', upTo: 0 })] };
      const slots = [slotOf(id, now, told), slotOf(id, now + 1, late)];
      await storage().ledger.plan(
        slots.map((slot) => planOf(slot)),
        now,
      );
      const loaded = [];
      for (const { id: slot } of await storage().ledger.waiting()) loaded.push(await storage().ledger.load(slot));
      expect(loaded.map((slot) => slot?.isCorrected)).toEqual([false, true]);
    });
  });

  describe('what a reader looked at', () => {
    test('is the last look at each story, latest first', async () => {
      const { readers } = storage();
      await readers.look('discord ann', { story: 'dam', entry: 3, at: now });
      await readers.look('discord ann', { story: 'ferry', entry: 9, at: now + 2 });
      await readers.look('discord ann', { story: 'dam', entry: 4, at: now + 1 });
      await readers.look('discord ann', { story: 'dam', entry: 0, at: now + 1 });
      await readers.look('slack ann', { story: 'dam', entry: 1, at: now });
      await again();
      expect(await storage().readers.looks('discord ann')).toEqual([
        { story: 'ferry', entry: 9, at: now + 2 },
        { story: 'dam', entry: 4, at: now + 1 },
      ]);
      expect(await storage().readers.looks('ann')).toEqual([]);
    });

    test('is forgotten where they wish so, of them alone', async () => {
      for (const [reader, story] of [
        ['ann', 'dam'],
        ['ann', 'ferry'],
        ['bob', 'dam'],
      ] as const)
        await storage().readers.look(reader, { story, entry: 1, at: now });
      expect(await storage().readers.forget('ann')).toBe(2);
      expect(await storage().readers.forget('ann')).toBe(0);
      expect(await storage().readers.looks('ann')).toEqual([]);
      expect(await storage().readers.looks('bob')).toHaveLength(1);
    });
  });
}
