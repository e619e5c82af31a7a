/** What is posted next. */
import { describe, expect, test } from 'vitest';
import { Holds } from '../../src/digest/post/holds.ts';
import { Lanes, type Queued } from '../../src/digest/post/lanes.ts';

const slot = (id: number, channel: string, space?: string, at = 0, platform = 'peer'): Queued => ({
  id,
  at,
  to: { platform, id: channel },
  ...(space !== undefined && { space }),
});

/** Takes all that may be posted at an instant. */
function takeAll(lanes: Lanes, now = 0, platform = 'peer'): Queued[] {
  const taken: Queued[] = [];
  for (let next = lanes.take(platform, now); next; next = lanes.take(platform, now)) taken.push(next);
  return taken;
}

const ids = (slots: readonly Queued[]) => slots.map(({ id }) => id);

describe('a channel', () => {
  test('gets one after the other, by their time and then as they came', () => {
    const lanes = new Lanes(10);
    for (const each of [slot(3, 'news', 's', 5), slot(1, 'news', 's', 9), slot(2, 'news', 's', 5)]) lanes.put(each, 0);
    const order: number[] = [];
    for (let [next] = takeAll(lanes); next; [next] = takeAll(lanes)) {
      order.push(next.id);
      lanes.done(next);
    }
    expect(order).toEqual([2, 3, 1]);
    expect(lanes.size).toBe(0);
  });

  test('waits for a slot that is to be tried again, whatever else is there', () => {
    const lanes = new Lanes(10);
    lanes.put(slot(1, 'news'), 0);
    lanes.put(slot(2, 'news'), 0);
    const [first] = takeAll(lanes);
    if (!first) throw new Error('nothing may be posted');
    lanes.again(first, 100);
    expect(takeAll(lanes, 99)).toEqual([]);
    expect(lanes.nextAt('peer')).toBe(100);
    expect(ids(takeAll(lanes, 100))).toEqual([1]);
  });

  test('takes the same slot once', () => {
    const lanes = new Lanes(10);
    lanes.put(slot(1, 'news'), 0);
    const [taken] = takeAll(lanes);
    lanes.put(slot(1, 'news'), 0);
    expect(takeAll(lanes)).toEqual([]);
    if (taken) lanes.done(taken);
    lanes.put(slot(1, 'news'), 0);
    expect(ids(takeAll(lanes))).toEqual([1]);
  });
});

describe('spaces', () => {
  test('have their turns: a thousand slots of one hold up no other', () => {
    const lanes = new Lanes(1);
    for (let id = 0; id < 1000; id += 1) lanes.put(slot(id, `channel-${id}`, 'big'), 0);
    lanes.put(slot(1000, 'news', 'small', 1), 0);
    lanes.put(slot(1001, 'ann', undefined, 1), 0);
    const order: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const [next] = takeAll(lanes);
      if (next) lanes.done(next);
      order.push(next?.id ?? -1);
    }
    expect(order.slice(0, 3)).toEqual([0, 1000, 1001]);
    expect(order.slice(3)).toEqual([1, 2, 3]);
  });

  test('are served to the end, so many at once', () => {
    const lanes = new Lanes(7);
    for (let id = 0; id < 500; id += 1) lanes.put(slot(id, `channel-${id % 90}`, `space-${id % 9}`), 0);
    const served = new Set<number>();
    while (lanes.size > 0) {
      const taken = takeAll(lanes);
      expect(taken.length).toBeLessThanOrEqual(7);
      expect(new Set(taken.map(({ to }) => to.id)).size).toBe(taken.length);
      expect(taken.length).toBeGreaterThan(0);
      for (const each of taken) {
        served.add(each.id);
        lanes.done(each);
      }
    }
    expect(served.size).toBe(500);
  });
});

describe('a platform', () => {
  test('has a number of its own of slots at once', () => {
    const lanes = new Lanes(2);
    for (let id = 0; id < 4; id += 1) {
      lanes.put(slot(id, `channel-${id}`), 0);
      lanes.put(slot(10 + id, `channel-${id}`, undefined, 0, 'other'), 0);
    }
    expect(takeAll(lanes)).toHaveLength(2);
    expect(takeAll(lanes, 0, 'other')).toHaveLength(2);
    expect(lanes.nextAt('peer')).toBeUndefined(); // until one of them has ended
  });

  test('that is held takes nothing until then', () => {
    const lanes = new Lanes(2);
    lanes.put(slot(1, 'news'), 5);
    lanes.hold('peer', 50);
    expect(takeAll(lanes, 49)).toEqual([]);
    expect(lanes.nextAt('peer')).toBe(50);
    expect(ids(takeAll(lanes, 50))).toEqual([1]);
  });

  test('is held after three refusals in a row, and longer each time', () => {
    const holds = new Holds();
    expect([holds.later('peer', 900, 0), holds.later('peer', 900, 0)]).toEqual([undefined, undefined]);
    expect(holds.later('peer', 900, 0)).toBe(900);
    expect(holds.later('peer', 900, 10)).toBeUndefined(); // one that was under way
    expect(holds.later('peer', 900, 900)).toBe(1900);
    const far = Array.from({ length: 12 }, (_, round) => holds.later('peer', 900, 100_000 * (round + 1)));
    expect(far.at(-1)).toBe(1_200_000 + 60_000);
    expect([...holds.held(1_259_999)]).toEqual([['peer', 1_260_000]]);
    expect(holds.isHeld('other', 1_259_999)).toBe(false);
    expect([...holds.held(1_260_000)]).toEqual([]);
    holds.through('peer');
    expect(holds.isHeld('peer', 1_259_999)).toBe(false);
    expect(holds.later('peer', 900, 2_000_000)).toBeUndefined();
    expect(holds.later('other', 900, 2_000_000)).toBeUndefined();
  });
});
