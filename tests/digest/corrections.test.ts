/** How corrections reach what is to be posted, and what was. */
import { describe, expect, test } from 'vitest';
import {
  correction,
  dayMs,
  event,
  hourMs,
  minuteMs,
  type Rig,
  runningClock,
  startRig,
  water,
  withdrawal,
} from './rig.ts';

const [wrong, right] = ['Seven pumps were installed.', 'Eight pumps were installed.'];
const corrected = correction('pump', wrong, right);

/** An engine that has posted a digest which says what is wrong. */
async function posted(): Promise<{ rig: Rig; id: number }> {
  const rig = await startRig('2026-03-30T12:00:00Z');
  const id = await rig.subscribe({ cadence: { kind: 'daily', at: 9 * 60 }, quiet: 'skip' });
  await rig.until('2026-03-31T07:00:00Z');
  await rig.edit(water, event('pump', wrong));
  await rig.until('2026-04-01T07:00:00Z');
  expect(rig.said().at(-1)).toContain(wrong);
  return { rig, id };
}

const last = (rig: Rig) => rig.peer.posts.at(-1);

describe('a post', () => {
  test('is amended when a statement that it says is corrected, and the next digest leads with it', async () => {
    const { rig, id } = await posted();
    const before = rig.peer.posts.length;
    await rig.edit(water, ...corrected);
    expect(rig.peer.posts).toHaveLength(before);
    expect(last(rig)?.edits).toBe(1);
    expect(rig.said().at(-1)).toContain('Corrected since this was posted');
    expect(rig.said().at(-1)).toContain(`now: ${right}`);
    expect((await rig.standing(id)).amended).toBe(1);
    expect(rig.counts.get('peer amended')).toBe(1);
    expect(rig.lines).toContainEqual(expect.stringMatching(/^correction of a post .*"outcome":"amended"/));
    await rig.until('2026-04-02T07:00:00Z');
    expect(rig.peer.posts).toHaveLength(before + 1);
    expect(rig.said().at(-1)).toMatch(/^In the story: .*\nCorrection of/);
  });

  test('that does not say what is corrected stays as it is', async () => {
    const { rig } = await posted();
    await rig.edit(water, event('lamp', wrong.replace('pumps', 'lamps')));
    await rig.edit(water, ...correction('lamp', 'Seven lamps were installed.', 'Six lamps were installed.'));
    expect(rig.peer.posts.map(({ edits }) => edits)).toEqual(rig.peer.posts.map(() => 0));
  });

  test('is amended once for several corrections, and again for a later one, always from what it said first', async () => {
    const { rig } = await posted();
    rig.peer.mishaps.push('limited');
    await rig.edit(water, ...corrected);
    expect(last(rig)?.edits).toBe(0);
    await rig.edit(water, ...correction('pump', right, 'Nine pumps were installed.', '2026-04-01'));
    await rig.later(minuteMs);
    expect(last(rig)?.edits).toBe(1);
    expect(rig.said().at(-1)).toContain('now: Nine pumps were installed.');
    await rig.edit(water, withdrawal('Nine pumps were installed.'));
    expect(last(rig)?.edits).toBe(2);
    expect(rig.said().at(-1)?.split('Corrected since this was posted')).toHaveLength(2);
    expect(rig.said().at(-1)).toContain('Withdrawn');
  });

  test('is tried once an hour where the platform wants to be left alone for longer', async () => {
    const { rig } = await posted();
    rig.peer.limitMs = 8 * hourMs;
    rig.peer.mishaps.push('limited', 'limited');
    await rig.edit(water, ...corrected);
    expect([rig.peer.mishaps.length, last(rig)?.edits]).toEqual([1, 0]);
    await rig.later(hourMs);
    await rig.later(hourMs);
    expect([rig.peer.mishaps.length, last(rig)?.edits]).toEqual([0, 1]);
  });

  test('is amended by each correction, also where the same words were wrong twice on one day', async () => {
    const { rig } = await posted();
    const nine = 'Nine pumps were installed.';
    const entry = (was: string) => correction('pump', was, '')[1]?.[1].replace('corrections:\n', '') ?? '';
    const behind = (earlier: string, was: string) => [entry(earlier), entry(earlier) + entry(was)] as const;
    await rig.edit(water, ...corrected);
    await rig.edit(water, [`what: ${right}`, `what: ${wrong}`], behind(wrong, right));
    await rig.edit(water, [`what: ${wrong}`, `what: ${nine}`], behind(right, wrong));
    expect(rig.stories.problems).toEqual([]);
    expect(last(rig)?.edits).toBe(3);
    expect(rig.said().at(-1)).toContain(`now: ${nine}`);
  });

  test('is amended also where the story was gone for a while as that was to be done', async () => {
    const { rig } = await posted();
    rig.peer.mishaps.push('limited');
    await rig.edit(water, ...corrected);
    await rig.remove(water);
    await rig.later(minuteMs);
    await rig.bringBack(water);
    expect(last(rig)?.edits).toBe(0);
    await rig.later(hourMs);
    expect(last(rig)?.edits).toBe(1);
    expect(rig.said().at(-1)).toContain(`now: ${right}`);
  });

  test('keeps what it was amended by while the story is gone', async () => {
    const { rig } = await posted();
    await rig.edit(water, ...corrected);
    rig.peer.mishaps.push('limited');
    await rig.edit(water, ...correction('pump', right, 'Nine pumps were installed.', '2026-04-01'));
    await rig.remove(water);
    await rig.later(minuteMs);
    expect(rig.said().at(-1)).toContain(`now: ${right}`);
    await rig.bringBack(water);
    await rig.later(hourMs);
    expect(rig.said().at(-1)).toContain('now: Nine pumps were installed.');
  });

  test('is left as it is where the story takes the correction back before that', async () => {
    const { rig } = await posted();
    rig.peer.mishaps.push('limited');
    await rig.edit(water, ...corrected);
    await rig.edit(water, ...corrected.map(([from, to]) => [to, from] as const).toReversed());
    await rig.later(minuteMs);
    expect([last(rig)?.edits, await rig.storage.ledger.nextAmendable()]).toEqual([0, undefined]);
  });

  test('that cannot be changed any more is answered, once for each correction', async () => {
    const { rig, id } = await posted();
    const post = last(rig);
    rig.peer.mishaps.push('edits closed');
    await rig.edit(water, event('lamp', 'Seven lamps were installed.'));
    const others = correction('lamp', 'Seven lamps were installed.', 'Six lamps were installed.');
    await rig.edit(water, ...corrected, ...others);
    const reply = last(rig);
    expect(reply?.replyTo).toBe(post?.id);
    expect(rig.said().at(-1)).toContain(right);
    expect(rig.said().at(-1)).not.toContain('lamps'); // which the post does not say
    expect(reply?.message.title).toBe('A correction to the digest of 31 March 2026');
    expect(await rig.standing(id)).toMatchObject({ amended: 0, replied: 1 });
    expect(rig.counts.get('peer replied')).toBe(1);
    const count = rig.peer.posts.length;
    await rig.later(hourMs);
    await rig.restart();
    expect(rig.peer.posts).toHaveLength(count);

    rig.peer.mishaps.push('edits closed');
    await rig.edit(water, ...correction('pump', right, 'Nine pumps were installed.', '2026-04-01'));
    expect(rig.peer.posts).toHaveLength(count + 1);
    expect(last(rig)?.replyTo).toBe(post?.id);
    expect(rig.said().at(-1)).toContain('Nine pumps');
    expect(rig.said().at(-1)).not.toContain(wrong);
  });

  test('whose channel is gone leads to no reply, and pauses nothing', async () => {
    const { rig, id } = await posted();
    rig.peer.mishaps.push('edits closed', 'gone');
    const count = rig.peer.posts.length;
    await rig.edit(water, ...corrected);
    expect(rig.peer.posts).toHaveLength(count);
    expect((await rig.standing(id)).subscription.state).toBe('active');
    expect(rig.peer.told).toEqual([]);
    await rig.later(hourMs);
    expect(rig.peer.posts).toHaveLength(count);
  });

  test('keeps being amended while the bot was away, and after its subscription was removed', async () => {
    const { rig, id } = await posted();
    await rig.storage.subscriptions.remove(id, rig.now());
    await rig.edit(water, ...corrected);
    expect(last(rig)?.edits).toBe(1);
  });
});

test('posts of a platform that takes nothing hold up none of another one', async () => {
  const start = '2026-03-31T08:00:00Z';
  const rig = await startRig(start, { clock: runningClock(start) });
  const cadence = { kind: 'news', leastMs: 0 } as const;
  const channels = Array.from({ length: 80 }, (_, number) => `channel-${number}`);
  const ids: number[] = [];
  for (const id of channels) ids.push(await rig.subscribe({ to: { platform: 'peer', id }, cadence }));
  await rig.edit(water, event('pump', wrong));
  ids.push(await rig.subscribe({ to: { platform: 'other', id: 'news' }, cadence }));
  await rig.edit(water, event('lamp', wrong.replace('pumps', 'lamps')));
  expect([rig.peer.posts.length, rig.other.posts.length]).toEqual([160, 1]);
  for (const id of ids) await rig.storage.subscriptions.pause(id); // the correction is no news
  for (const id of channels) rig.peer.lasting.set(id, 'limited');
  rig.peer.limitMs = minuteMs;
  rig.other.limitMs = 30;
  rig.other.mishaps.push('limited');
  const six = correction('lamp', 'Seven lamps were installed.', 'Six lamps were installed.');
  await rig.edit(water, ...corrected, ...six);
  expect(rig.other.mishaps).toEqual([]);
  await expect.poll(() => rig.other.posts[0]?.edits).toBe(1); // by itself
  expect(rig.peer.posts.every(({ edits }) => edits === 0)).toBe(true);
});

describe('a slot that waits', () => {
  test('is posted with what was corrected meanwhile, and not amended again', async () => {
    const rig = await startRig('2026-03-30T12:00:00Z');
    await rig.subscribe({ cadence: { kind: 'daily', at: 9 * 60 }, quiet: 'skip' });
    await rig.until('2026-03-31T07:00:00Z');
    await rig.edit(water, event('pump', wrong));
    rig.peer.lasting.set('news', 'limited');
    await rig.until('2026-04-01T07:00:00Z');
    const before = rig.peer.posts.length;
    await rig.edit(water, ...corrected);
    rig.peer.lasting.clear();
    await rig.later(minuteMs);
    expect(rig.peer.posts).toHaveLength(before + 1);
    expect(rig.said().at(-1)).toContain('Corrected since this was written');
    expect(rig.said().at(-1)).toContain(`now: ${right}`);
    await rig.later(hourMs);
    expect(last(rig)?.edits).toBe(0);
  });

  test('that may have been posted is looked for as it was, and amended then', async () => {
    const rig = await startRig('2026-03-30T12:00:00Z');
    await rig.subscribe({ cadence: { kind: 'daily', at: 9 * 60 }, quiet: 'skip' });
    await rig.until('2026-03-31T07:00:00Z');
    await rig.edit(water, event('pump', wrong));
    rig.peer.mishaps.push('answer lost');
    await rig.until('2026-04-01T07:00:00Z');
    const before = rig.peer.posts.length;
    await rig.edit(water, ...corrected);
    await rig.later(minuteMs);
    await rig.later(minuteMs);
    expect(rig.peer.posts).toHaveLength(before);
    expect(last(rig)?.edits).toBe(1);
    expect(rig.said().at(-1)).toContain(`now: ${right}`);
    await rig.later(dayMs);
    expect(rig.counts.get('peer amended')).toBe(1);
  });
});
