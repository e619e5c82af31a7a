/** Previews, and what the buttons of a post open. */
import { describe, expect, test } from 'vitest';
import { type Preview, previewDigest, showDigest } from '../../src/digest/index.ts';
import { plainMessage } from '../../src/message/index.ts';
import { correction, type Edit, event, minuteMs, type Rig, satellite, startRig, water, weekly } from './rig.ts';

const wanted = { stories: [water], cadence: weekly, zone: 'Europe/Oslo', quiet: 'line' } as const;

async function preview(rig: Rig, id?: number, more: Partial<Preview> = {}) {
  const subject = id === undefined ? wanted : await rig.storage.subscriptions.find(id);
  if (!subject) throw new Error(`there is no subscription ${id}`);
  const sources = { stories: rig.stories, entries: rig.storage.entries };
  const { message, why } = await previewDigest(subject, sources, { now: rig.now(), command: '/preview', ...more });
  return { message, why, words: message ? plainMessage(message) : '' };
}

describe('a preview', () => {
  test('is what is posted then, and nothing is recorded', async () => {
    const rig = await startRig('2026-03-12T12:00:00Z');
    const id = await rig.subscribe();
    const before = await preview(rig, id);
    expect(rig.peer.tries).toEqual([]);
    await rig.until('2026-03-16T08:00:00Z');
    const [posted] = rig.peer.posts;
    expect(before.message?.blocks).toEqual(posted?.message.blocks);
    expect(before.message?.title).toBe(posted?.message.title);
    expect(before.message?.command).toBe('/preview');
    expect(before.words).not.toContain('key:');
    await rig.edit(water, event('pump', 'A pump was installed.'));
    const next = await preview(rig, id);
    expect(next.words).toContain('16–22 March 2026');
    expect(next.words).toContain('A pump was installed.');
  });

  test('tells what entered behind the subscription, and so does the first post, whenever it was reported', async () => {
    const rig = await startRig('2026-06-10T12:00:00Z');
    const id = await rig.subscribe();
    await rig.later(minuteMs);
    const [was, now] = ['The crack in the sewer was sealed.', 'A crack in the sewer was sealed.'];
    await rig.edit(water, ...correction('crack-sealed', was, now));
    const before = await preview(rig, id);
    expect(before.words).toContain('Correction of Tue 31 Mar 2026');
    await rig.until('2026-06-15T08:00:00Z');
    expect(rig.peer.posts.at(-1)?.message.blocks).toEqual(before.message?.blocks);
    // Who subscribes behind it is not told.
    expect((await preview(rig)).words).toContain('Nothing new');
  });

  test('of what nobody has subscribed yet is the first one', async () => {
    const rig = await startRig('2026-03-12T12:00:00Z');
    expect((await preview(rig)).words).toContain('9–15 March 2026');
  });

  test('of a past week tells what was reported in it', async () => {
    const rig = await startRig('2026-06-12T12:00:00Z');
    const past = await preview(rig, undefined, { week: '2026-03-18' });
    expect(past.words).toContain("This week in the story: Skarnvåg's water · 16–22 March 2026");
    expect(past.words).toContain('Crack is found in a sewer');
    // What was reported on the day after it is not of it.
    expect((await preview(rig, undefined, { week: '2026-03-25' })).words).toContain('Nothing new');
    const quiet = await preview(rig, undefined, { week: '2026-05-01' });
    expect(quiet.words).toContain('Nothing new');
  });

  test('of a past week is in the words of then', async () => {
    const rig = await startRig('2026-06-12T12:00:00Z');
    const ofSatellite = { stories: [satellite], cadence: weekly, zone: 'Pacific/Auckland', quiet: 'line' } as const;
    const sources = { stories: rig.stories, entries: rig.storage.entries };
    const view = { now: rig.now(), command: '/preview', week: '2025-09-17' };
    const { message } = await previewDigest(ofSatellite, sources, view);
    const words = message ? plainMessage(message) : '';
    expect(words).toContain('15–21 September 2025');
    expect(words).toContain('Correction of Fri 19 Sep 2025');
    expect(words).toContain('2 reports');
    expect(words).not.toMatch(/Oct|hit by something from outside/);
    // Its own calling-off tells of it; its day has passed, so it is not coming up.
    expect(words).toContain('Press conference is called off');
    expect(words).not.toContain('Coming up');
  });

  test('of a week that has begun tells what is planned in it as coming up', async () => {
    const rig = await startRig('2026-03-31T12:00:00Z');
    const plan: Edit = [
      'when: 2026-03-30\n    what: A lamp',
      'when: 2026-04-02\n    status: planned\n    what: A lamp',
    ];
    await rig.edit(water, event('lamp', 'A lamp is to be lit.'), plan);
    const coming = /^Coming up\n(?:.+\n)*Thu 2 Apr · planned {2}A lamp is to be lit\./m;
    expect((await preview(rig)).words).toMatch(coming);
    expect((await preview(rig, undefined, { week: '2026-03-31' })).words).toMatch(coming);
  });

  test('has its picture where pictures are drawn', async () => {
    const rig = await startRig('2026-03-12T12:00:00Z');
    const png = Uint8Array.of(1, 2, 3);
    const sources = { stories: rig.stories, entries: rig.storage.entries, pictures: { png: async () => png } };
    const { message } = await previewDigest(wanted, sources, { now: rig.now(), command: '/preview' });
    expect(message?.blocks).toContainEqual(expect.objectContaining({ kind: 'picture', png }));
  });

  test('says why nothing would be posted', async () => {
    const rig = await startRig('2026-04-20T12:00:00Z');
    const id = await rig.subscribe({ quiet: 'skip' });
    expect(await preview(rig, id)).toMatchObject({ why: 'nothing new', words: expect.stringContaining('Nothing new') });
    const news = await rig.subscribe({ cadence: { kind: 'news', leastMs: 1 } });
    expect(await preview(rig, news)).toEqual({ why: 'nothing has entered since it was subscribed', words: '' });
    expect(await preview(rig, id, { week: '2026-04-27' })).toEqual({ why: 'that week is still to come', words: '' });
    expect(await preview(rig, id, { week: '2026-01-05' })).toEqual({
      why: 'nothing had been reported by then',
      words: '',
    });
    const topic = await rig.subscribe({ stories: [], topic: 'nothing' });
    expect(await preview(rig, topic)).toEqual({ why: 'no story has the topic nothing', words: '' });
  });
});

describe('a post', () => {
  test('is shown page by page, with what was corrected since, and opens all of each of its stories', async () => {
    const rig = await startRig('2026-03-12T12:00:00Z');
    await rig.subscribe({ stories: [satellite, water] });
    await rig.edit(water, event('pump', 'Seven pumps were installed.'));
    await rig.until('2026-03-16T08:00:00Z');
    await rig.edit(water, event('lamp', 'A lamp was installed.'));
    await rig.until('2026-03-23T08:00:00Z');
    const posted = rig.peer.posts.at(-1);
    const slot = await rig.storage.ledger.byKey(posted?.key ?? '');
    if (!slot || !posted) throw new Error('nothing was posted');
    expect(posted.message.buttons.map(({ command }) => command)).toContain(`/digest show key:${posted.key} ${water}`);
    const sources = { stories: rig.stories, entries: rig.storage.entries };
    const shown = async (what: Parameters<typeof showDigest>[2]) => {
      const message = await showDigest(slot, sources, what);
      return message && { page: message.page, command: message.command, words: plainMessage(message) };
    };
    expect(await shown({ page: 2 })).toMatchObject({ page: 2, command: `/digest show key:${posted.key}` });
    expect((await shown({}))?.words).toBe(rig.said().at(-1));
    const whole = await shown({ story: water });
    expect(whole?.words).toContain('A lamp was installed.');
    expect(whole?.words).not.toContain('pumps');
    expect(whole?.command).toBe(`/digest show key:${posted.key} ${water}`);
    expect(await shown({ story: 'another' })).toBeUndefined();

    await rig.edit(water, ...correction('lamp', 'A lamp was installed.', 'Two lamps were installed.'));
    expect((await shown({}))?.words).toBe(rig.said().at(-1));
    expect((await shown({}))?.words).toContain('Two lamps were installed.');
    expect((await shown({ story: water }))?.words).toContain('Two lamps were installed.');
    await rig.remove(water);
    expect(await shown({ story: water })).toBeUndefined();
    expect((await shown({}))?.words).toContain('A lamp was installed.');
  });
});
