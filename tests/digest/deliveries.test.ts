/** What becomes of slots on the way to their channels. */
import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../src/message/index.ts';
import { dayMs, event, hourMs, minuteMs, type Rig, startRig, water } from './rig.ts';

const start = '2026-03-12T12:00:00Z';
const [monday, nextMonday] = ['2026-03-16T08:00:00Z', '2026-03-23T08:00:00Z'] as const;

/** An engine whose first digest is due. */
async function due(change?: Parameters<typeof startRig>[1]): Promise<{ rig: Rig; id: number }> {
  const rig = await startRig(start, change);
  const id = await rig.subscribe();
  return { rig, id };
}

/** So many minutes go by, and the engine looks in each. */
async function minutes(rig: Rig, count: number) {
  for (let minute = 0; minute < count; minute += 1) await rig.later(minuteMs);
}

describe('a slot', () => {
  test('whose answer was lost is looked up once it is quiet, and was sent once', async () => {
    const { rig, id } = await due();
    rig.peer.mishaps.push('answer lost');
    await rig.until(monday);
    await rig.later(minuteMs - 1);
    expect(rig.peer.tries).toHaveLength(1);
    await rig.later(1);
    expect(rig.peer.tries).toHaveLength(2);
    expect(rig.peer.posts).toHaveLength(1);
    expect((await rig.standing(id)).last).toMatchObject({ outcome: 'sent' });
  });

  test('that never arrived is posted again, each time after twice as long', async () => {
    const { rig } = await due();
    rig.peer.mishaps.push('never arrived', 'never arrived', 'never arrived');
    await rig.until(monday);
    const triedAfter: number[] = [];
    for (let minute = 1; minute <= 8; minute += 1) {
      const before = rig.peer.tries.length;
      await rig.later(minuteMs);
      if (rig.peer.tries.length > before) triedAfter.push(minute);
    }
    expect(triedAfter).toEqual([1, 3, 7]);
    expect(rig.peer.posts).toHaveLength(1);
  });

  test('that a limit holds back comes as soon as the platform says, and is not looked up', async () => {
    const { rig } = await due();
    rig.peer.readable = false;
    rig.peer.mishaps.push('limited', 'limited');
    await rig.until(monday);
    await rig.later(999);
    expect(rig.peer.tries).toHaveLength(1);
    await rig.later(1);
    await rig.later(1000);
    expect(rig.peer.posts).toHaveLength(1);
  });

  test('that was held back often, and then lost, is looked up after a minute all the same', async () => {
    const { rig } = await due();
    rig.peer.mishaps.push(...Array.from({ length: 6 }, () => 'limited' as const), 'never arrived');
    await rig.until(monday);
    for (let second = 0; second < 20; second += 1) await rig.later(1000);
    expect(rig.peer.tries).toHaveLength(7);
    await rig.later(minuteMs);
    expect(rig.peer.posts).toHaveLength(1);
  });

  test('that may be there and cannot be looked up is uncertain: the next digest tells the same, and says so', async () => {
    const { rig, id } = await due();
    rig.peer.mishaps.push('never arrived');
    rig.peer.readable = false;
    await rig.until(monday);
    await rig.later(minuteMs);
    expect((await rig.standing(id)).last).toMatchObject({ outcome: 'uncertain', why: 'the history cannot be read' });
    expect(rig.counts.get('peer uncertain')).toBe(1);
    await rig.until(nextMonday);
    expect(rig.said()).toHaveLength(1);
    expect(rig.said()[0]).toContain('This may repeat the last digest');
    await rig.edit(water, event('pump', 'A pump was installed.'));
    await rig.later(7 * dayMs);
    expect(rig.said()).toHaveLength(2);
    expect(rig.said()[1]).not.toContain('may repeat');
  });

  test('whose channel is gone is skipped, pauses the subscription, and the owner is told', async () => {
    const { rig, id } = await due();
    rig.peer.mishaps.push('gone');
    await rig.until(monday);
    const { last, subscription } = await rig.standing(id);
    expect(last).toMatchObject({ outcome: 'skipped', why: 'the channel is no more' });
    expect(subscription).toMatchObject({ state: 'paused', why: 'the channel is no more' });
    expect(rig.peer.told.map(({ reader }) => reader)).toEqual(['ann']);
    expect(rig.peer.told.map(({ message }) => plainMessage(message)).join()).toContain(
      'are paused: the channel is no more',
    );
    expect(rig.lines).toContainEqual(
      expect.stringMatching(/^digests of the subscription are paused .*"subscription":1/),
    );
    await rig.until(nextMonday);
    expect(rig.peer.tries).toHaveLength(1);
  });

  test('that certainly was never posted for six hours is skipped, and the owner is told', async () => {
    const { rig, id } = await due();
    rig.peer.lasting.set('news', 'limited');
    await rig.until(monday);
    for (let tenth = 1; tenth < 36; tenth += 1) await rig.later(10 * minuteMs);
    expect((await rig.standing(id)).last?.outcome).toBe('waiting');
    await rig.later(10 * minuteMs);
    expect((await rig.standing(id)).last).toMatchObject({ outcome: 'skipped', why: 'could not be sent for 6 h' });
    expect(rig.peer.told.map(({ reader }) => reader)).toEqual(['ann']);
    rig.peer.lasting.clear();
    await rig.until(nextMonday);
    expect(rig.said()).toHaveLength(1);
    expect(rig.said()[0]).not.toContain('may repeat');
  });

  test('that may have been posted, and could not be for six hours, is uncertain, and the owner is told', async () => {
    const { rig, id } = await due();
    rig.peer.lasting.set('news', 'never arrived');
    await rig.until(monday);
    await minutes(rig, 6 * 60 + 15);
    expect((await rig.standing(id)).last).toMatchObject({
      outcome: 'uncertain',
      why: 'could not be sent for 6 h, and an earlier try may be there',
    });
    expect(rig.peer.tries.length).toBeLessThan(32);
    expect(rig.peer.told).toHaveLength(1);
  });

  test('of a platform that is not set up waits', async () => {
    const rig = await startRig(start);
    await rig.subscribe({ to: { platform: 'elsewhere', id: 'news' } });
    await rig.until(monday);
    await minutes(rig, 3);
    expect(await rig.storage.ledger.waiting()).toHaveLength(1);
    expect(rig.lines.filter((line) => line.startsWith('digests wait for a platform'))).toHaveLength(1);
  });

  test('that waited while the bot was away for days is not posted any more', async () => {
    const { rig, id } = await due();
    rig.peer.mishaps.push('limited');
    await rig.until(monday);
    await rig.later(31 * hourMs);
    expect((await rig.standing(id)).last).toMatchObject({ why: 'came too late: the bot was not running' });
    expect(rig.peer.tries).toHaveLength(1);
    expect(rig.peer.told).toEqual([]);
  });

  test('whose message no platform takes is skipped, and logged as a fault', async () => {
    const { rig, id } = await due();
    rig.peer.mishaps.push('refused');
    await rig.until(monday);
    const { last, subscription } = await rig.standing(id);
    expect(last).toMatchObject({ outcome: 'skipped', why: 'parts fit no page' });
    expect(subscription.state).toBe('active');
    expect(rig.errors).toHaveLength(1);
    expect(rig.peer.told).toEqual([]);
  });

  test('whose subscription is paused while it waits is not posted', async () => {
    const { rig, id } = await due();
    rig.peer.lasting.set('news', 'limited');
    await rig.until(monday);
    await rig.storage.subscriptions.pause(id);
    rig.peer.lasting.clear();
    await minutes(rig, 2);
    expect(rig.peer.posts).toEqual([]);
    expect(await rig.storage.ledger.waiting()).toEqual([]);
  });
});

describe('a process that is killed', () => {
  test('while it posts is followed by one that looks the post up, once it is quiet', async () => {
    const { rig, id } = await due();
    const never = new Promise<void>(() => {});
    const posting = new Promise<void>((resolve) => {
      rig.peer.onPost = () => {
        resolve();
        return never;
      };
    });
    void rig.until(monday);
    await posting;
    rig.peer.onPost = async () => {};
    await rig.kill();
    expect(rig.peer.tries).toHaveLength(1);
    await rig.later(minuteMs);
    expect(rig.peer.tries).toHaveLength(2);
    expect(rig.peer.posts).toHaveLength(1);
    expect((await rig.standing(id)).last?.outcome).toBe('sent');
  });

  test('after its post landed is followed by one that finds it', async () => {
    let fails = true;
    const { rig, id } = await due({
      ledger: (ledger) => ({
        ended: (...given) => (fails ? Promise.reject(new Error('killed')) : ledger.ended(...given)),
      }),
    });
    await rig.until(monday);
    expect(rig.peer.posts).toHaveLength(1);
    fails = false;
    await rig.kill();
    await rig.later(minuteMs);
    expect(rig.peer.tries).toHaveLength(2);
    expect(rig.peer.posts).toHaveLength(1);
    expect((await rig.standing(id)).last?.outcome).toBe('sent');
  });
});

describe('a database', () => {
  test('that takes no mark of what is being sent lets nothing be posted', async () => {
    let fails = true;
    const { rig, id } = await due({
      ledger: (ledger) => ({
        sending: (...given) => (fails ? Promise.reject(new Error('the disk is full')) : ledger.sending(...given)),
      }),
    });
    await rig.until(monday);
    await minutes(rig, 2);
    expect(rig.peer.tries).toEqual([]);
    expect(rig.lines.filter((each) => each.includes('the disk is full')).length).toBeGreaterThan(1);
    fails = false;
    await rig.later(minuteMs);
    expect(rig.peer.posts).toHaveLength(1);
    expect((await rig.standing(id)).last?.outcome).toBe('sent');
  });

  test('that takes no outcome is told it again, and nothing is posted again', async () => {
    let fails = true;
    const { rig, id } = await due({
      ledger: (ledger) => ({
        ended: (...given) => (fails ? Promise.reject(new Error('the disk is full')) : ledger.ended(...given)),
      }),
    });
    await rig.until(monday);
    await minutes(rig, 3);
    expect(rig.peer.tries).toHaveLength(1);
    fails = false;
    await rig.later(minuteMs);
    expect(rig.peer.tries).toHaveLength(1);
    expect((await rig.standing(id)).last?.outcome).toBe('sent');
    expect(rig.counts.get('peer sent')).toBe(1);
  });

  test('that takes no plan is asked again in a minute', async () => {
    let fails = true;
    const { rig } = await due({
      ledger: (ledger) => ({
        plan: (...given) => (fails ? Promise.reject(new Error('the disk is full')) : ledger.plan(...given)),
      }),
    });
    await rig.until(monday);
    expect(rig.peer.tries).toEqual([]);
    fails = false;
    await rig.later(minuteMs);
    expect(rig.peer.posts).toHaveLength(1);
  });
});

describe('a clock that jumps', () => {
  const daily = { kind: 'daily', at: 9 * 60 } as const;

  /** Lets a week go by in which the clock is wrong for an hour, and tells for which days there were digests. */
  async function week(jumpMs: number, jumpAt: string) {
    const rig = await startRig(start);
    await rig.subscribe({ cadence: daily, quiet: 'look-back' });
    await rig.until(jumpAt);
    await rig.jump(jumpMs);
    for (let minute = 0; minute < 60; minute += 10) await rig.later(10 * minuteMs);
    await rig.jump(-jumpMs);
    while (rig.now() < Date.parse('2026-03-18T12:00:00Z')) await rig.later(hourMs / 2);
    return rig.peer.posts.map(({ message }) => message.title.split(' · ')[1]);
  }

  test.each([
    ['forward', dayMs],
    ['back', -dayMs],
  ])('%s by a day, and back, doubles no digest and loses none', async (_, ms) => {
    const sent = await week(ms, '2026-03-13T12:00:00Z');
    // The first tells what was reported on its own day, too.
    expect(sent).toEqual(['12–13', '13', '14', '15', '16', '17'].map((days) => `${days} March 2026`));
  });

  test.each([
    ['forward', dayMs],
    ['back', -dayMs],
  ])('%s while the outcome of a try is not known doubles nothing', async (_, ms) => {
    const { rig, id } = await due();
    rig.peer.mishaps.push('answer lost');
    await rig.until(monday);
    await rig.jump(ms);
    expect(rig.peer.tries).toHaveLength(1); // it is not quiet yet
    await rig.later(minuteMs);
    await rig.jump(-ms);
    expect(rig.peer.tries).toHaveLength(2);
    expect(rig.peer.posts).toHaveLength(1);
    expect((await rig.standing(id)).last?.outcome).toBe('sent');
  });

  test.each([
    ['forward', dayMs],
    ['back', -dayMs],
  ])('%s while a slot waits gives it up no sooner, and keeps it no longer', async (_, ms) => {
    const { rig } = await due();
    rig.peer.mishaps.push('never arrived', 'never arrived');
    await rig.until(monday);
    await rig.jump(ms);
    await rig.restart();
    await minutes(rig, 20);
    expect(rig.peer.posts).toHaveLength(1);
  });
});
