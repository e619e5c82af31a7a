/** Subscribing on Slack: the reader's own zone, groups and channels as they are named there, forms, private digests. */
import { describe, expect, test } from 'vitest';
import { openTransientStorage } from '../../../src/storage/index.ts';
import { buttonsOf, selectsOf, textOf } from '../../peers/slack/index.ts';
import { begin, bothModes, type Mode, message, trialsOfThisFile, view } from './start.ts';

trialsOfThisFile();

async function open(mode: Mode = 'socket') {
  const memory = await openTransientStorage();
  const trial = await begin(mode, { remembered: memory, settings: { slowMs: 10_000 } });
  const { peer } = trial;
  const ann = peer.reader('ann', { tz: 'Europe/Tirane' });
  const type = async (words: string, channel = peer.channels.news) =>
    message(ann.type('/dateline', `digest ${words}`, { channel }).answered);
  return { ...trial, memory, ann, type };
}

const weekly = 'albania-iran every week on monday at 9';

describe.each(bothModes)('by %s', (mode) => {
  test('a channel subscribes, in the zone of who asks, with a group that is pinged', async () => {
    const { peer, memory, ann, type } = await open(mode);
    const { id } = peer.channels.news;
    const group = peer.group('editors');
    const shown = await type(`subscribe ${weekly} mention:@editors`);
    expect(shown.ephemeralFor).toBe(ann.id);
    expect(textOf(shown)).toMatch(/Mondays? at 09:00.*Europe\/Tirane/s);
    const [standing] = await memory.subscriptions.of({ platform: 'slack', id });
    expect(standing?.subscription).toMatchObject({
      ...{ to: { platform: 'slack', id }, space: peer.teamId, owner: ann.id },
      ...{ mention: group.id, zone: 'Europe/Tirane', cadence: { kind: 'weekly', on: 1 } },
    });
    expect(textOf(await type('list'))).toContain('Albania–Iran');
    expect(peer.refusals).toEqual([]);
  });

  test('what is missing is asked for by a form, with Slack’s own elements', async () => {
    const { peer, ann } = await open(mode);
    const channel = peer.channels.general;
    const form = await view(ann.type('/dateline', 'digest subscribe every:week', { channel }).answered);
    expect(form.blocks.map(({ block_id: id }) => id)).toEqual(['story', 'on', 'at', 'zone']);
    expect(selectsOf(form).map(({ actionId }) => actionId)).toEqual(['story', 'on']);
    const filled = { story: 'albania-iran', on: 'friday', at: '17:30' };
    expect(textOf(await message(ann.submit(form, filled).answered))).toMatch(/Fridays? at 17:30/);
    expect(peer.refusals).toEqual([]);
  });
});

test('a reader’s own digest comes to their private conversation, whoever they are', async () => {
  const { peer, memory } = await open();
  const guy = peer.reader('guy', { guest: 'single', tz: 'Asia/Tokyo' });
  expect(textOf(await message(guy.dm(`digest subscribe ${weekly}`).answered))).toContain('Asia/Tokyo');
  const [standing] = await memory.subscriptions.of({ platform: 'slack', id: guy.id });
  expect(standing?.subscription.space).toBeUndefined();
  expect(standing?.subscription.to.id).toBe(guy.id);
});

test('another channel is named as Slack names it, and goes with the buttons', async () => {
  const { peer, memory, ann, type } = await open();
  const other = peer.channel('desk', { private: true });
  const shown = await type(`subscribe ${weekly} channel:#desk`);
  expect(textOf(shown)).toContain('desk');
  expect(await memory.subscriptions.of({ platform: 'slack', id: other.id })).toHaveLength(1);
  const list = buttonsOf(shown).find(({ value }) => value.startsWith('/digest list'));
  expect(textOf(await message(ann.press(shown, list?.value ?? '').answered))).toContain('Albania–Iran');
});

describe('is refused in a sentence, and nothing is kept', () => {
  test.for([
    ['that the bot is not in', 'Invite it first: type /invite @Dateline there.', true],
    ['by a guest', 'for those who may manage this channel', false],
  ] as const)('in a channel %s', async ([, sentence, isMember]) => {
    const { peer, memory } = await open();
    const channel = peer.channel('elsewhere', { member: !isMember });
    const who = peer.reader(isMember ? 'bea' : 'guest', { guest: isMember ? false : 'multi' });
    channel.members.add(who.id);
    const shown = await message(who.type('/dateline', `digest subscribe ${weekly}`, { channel }).answered);
    expect(textOf(shown)).toContain(sentence);
    expect(await memory.subscriptions.of({ platform: 'slack', id: channel.id })).toEqual([]);
  });

  test.for([
    ['mention:@channel', 'A digest never pings everyone'],
    ['mention:@nobody', 'There is no role or group'],
    ['channel:#nowhere', 'There is no channel'],
    ['channel:#closed', 'There is no channel'],
  ])('with %s', async ([option, sentence]) => {
    const { peer, memory, type } = await open();
    const channel = peer.channel('quiet');
    expect(textOf(await type(`subscribe ${weekly} ${option}`, channel))).toContain(sentence);
    expect(await memory.subscriptions.of({ platform: 'slack', id: channel.id })).toEqual([]);
  });
});
