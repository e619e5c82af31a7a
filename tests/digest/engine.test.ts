/** That the engine notes what enters, looks by itself, and that nothing holds up all. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { entryKeys } from '../../src/digest/index.ts';
import { dayMs, event, minuteMs, runningClock, satellite, startRig, water } from './rig.ts';

const start = '2026-03-31T08:00:00Z';

describe('what enters a story', () => {
  test('is noted at the start and at each change, once', async () => {
    const rig = await startRig(start);
    const story = rig.stories.find(water);
    expect((await rig.storage.entries.since(water, 0)).map(({ key }) => key)).toEqual(story && entryKeys(story));
    await rig.restart();
    const noted = (id: string) => rig.lines.filter((line) => line.startsWith(`entered a story {"story":"${id}"`));
    expect([noted(water).length, noted(satellite).length]).toEqual([1, 1]);
    await rig.edit(water, event('pump', 'A pump was installed.'));
    expect(noted(water).at(-1)).toContain('"entries":1');
    expect((await rig.storage.entries.since(water, 0)).at(-1)?.key).toBe('statement:pump');
  });

  test('is not touched by a file that no longer loads, nor by one that is gone', async () => {
    const rig = await startRig(start);
    const before = await rig.storage.entries.since(water, 0);
    await rig.edit(water, ['title:', 'titel:']);
    await rig.remove(water);
    expect(await rig.storage.entries.since(water, 0)).toEqual(before);
  });

  test('is noted in order, and again once it can be', async () => {
    let fails = true;
    const entered: string[] = [];
    const rig = await startRig(start, {
      entries: (entries) => ({
        async enter(story, keys, at) {
          if (fails) throw new Error('the disk is full');
          entered.push(story.id);
          return entries.enter(story, keys, at);
        },
      }),
    });
    expect(rig.lines[0]).toMatch(/^what entered a story was not noted .*the disk is full/);
    fails = false;
    await rig.later(minuteMs);
    expect(entered.toSorted()).toEqual([satellite, water]);
    expect(await rig.storage.entries.last(water)).toBeGreaterThan(0);
  });
});

test('a subscription that cannot be planned is logged, and holds up no other', async () => {
  const rig = await startRig(start);
  const broken = { to: { platform: 'peer', id: 'broken' }, owner: 'ann', stories: [water], quiet: 'line' } as const;
  const cadence = { kind: 'daily', at: 0 } as const;
  for (let number = 0; number < 60; number += 1)
    await rig.storage.subscriptions.add(
      { ...broken, to: { platform: 'peer', id: `broken-${number}` }, cadence, zone: 'Mars/Phobos' },
      rig.now(),
      rig.now(),
    );
  await rig.subscribe({ cadence, quiet: 'look-back' });
  await rig.later(dayMs);
  expect(rig.peer.posts.map(({ to }) => to)).toEqual(['news']);
  expect(rig.lines.filter((line) => line.startsWith('a digest was not planned')).length).toBeGreaterThan(59);
});

test('a wake is not lost, whenever it comes: not as a look ends either', async () => {
  let looks = 0;
  let onLook = () => {};
  const rig = await startRig(start, {
    ledger: () => ({
      async waiting() {
        looks += 1;
        onLook();
        return [];
      },
    }),
  });
  for (let turns = 0; turns < 40; turns += 1) {
    const woken = Promise.withResolvers<number>();
    onLook = async () => {
      onLook = () => {};
      for (let turn = 0; turn < turns; turn += 1) await undefined;
      const before = looks;
      await rig.run();
      woken.resolve(looks - before);
    };
    await rig.run();
    expect(await woken.promise, `after ${turns} turns`).toBeGreaterThan(0);
  }
});

test('what is to be tried again is, by itself', async () => {
  const rig = await startRig(start, { clock: runningClock(start) });
  await rig.subscribe({ cadence: { kind: 'news', leastMs: 0 } });
  rig.peer.limitMs = 30;
  rig.peer.mishaps.push('limited', 'limited');
  await rig.edit(water, event('pump', 'A pump was installed.'));
  await expect.poll(() => rig.peer.posts.length).toBe(1);
  expect(rig.peer.tries).toHaveLength(3);
});

test('many slots of many spaces are posted while the platform limits them', async () => {
  const rig = await startRig(start, { clock: runningClock(start) });
  for (let number = 0; number < 200; number += 1)
    await rig.subscribe({
      to: { platform: 'peer', id: `channel-${number % 150}` },
      space: `space-${number % 7}`,
      cadence: { kind: 'news', leastMs: number },
    });
  rig.peer.limitMs = 5;
  let tries = 0;
  const { deliver } = rig.peer;
  rig.peer.deliver = async (post) => {
    tries += 1;
    if (tries % 3 === 0) rig.peer.mishaps.push('limited');
    return deliver.call(rig.peer, post);
  };
  await rig.edit(water, event('pump', 'A pump was installed.'));
  await expect.poll(() => rig.peer.posts.length).toBe(200);
  expect(new Set(rig.peer.posts.map(({ key }) => key)).size).toBe(200);
});

describe('an engine that is stopped', () => {
  /** Stopped while it posts a digest and looks for posts to correct. */
  async function stopUnderWay() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const [corrections, posting, posted] = [
      Promise.withResolvers<never>(),
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
    ];
    let held = false;
    const rig = await startRig(start, {
      ledger: ({ amendable }) => ({ amendable: (...args) => (held ? corrections.promise : amendable(...args)) }),
    });
    onTestFinished(() => {
      posted.resolve();
      vi.useRealTimers();
    });
    await rig.subscribe({ cadence: { kind: 'daily', at: 0 } });
    rig.peer.onPost = () => {
      posting.resolve();
      return posted.promise;
    };
    held = true;
    const looked = rig.later(dayMs);
    await posting.promise;
    const stopped = vi.fn();
    const stopping = rig.stop().then(stopped);
    corrections.reject(new Error('the disk is full'));
    await expect.poll(() => rig.errors).toEqual(['digests: a step failed']);
    const end = async () => {
      posted.resolve();
      await Promise.all([looked, stopping]);
    };
    return { rig, stopped, end };
  }

  test('waits for a post that is under way, also where the corrections fail', async () => {
    const { rig, stopped, end } = await stopUnderWay();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(stopped).not.toHaveBeenCalled();
    await end();
    expect(rig.peer.posts).toHaveLength(1);
    expect(await rig.storage.ledger.waiting()).toEqual([]);
  });

  test('waits no longer than ten seconds', async () => {
    const { stopped, end } = await stopUnderWay();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stopped).toHaveBeenCalledOnce();
    await end();
  });
});
