/** Threads, what members may in a channel, and what a command may name. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call } from './calls.ts';
import { channelType } from './channels.ts';
import { type DiscordPeer, type PeerChannel, Permission, startDiscord } from './index.ts';

let peer: DiscordPeer;

beforeEach(async () => {
  peer = await startDiscord();
});

afterEach(() => peer.stop());

const post = (where: PeerChannel) => call(peer, 'POST', `/channels/${where.id}/messages`, { content: 'N' });
const change = (where: PeerChannel, id: unknown) =>
  call(peer, 'PATCH', `/channels/${where.id}/messages/${id}`, { content: 'M' });

describe('a thread', () => {
  test('takes messages of whoever may write in threads', async () => {
    const general = peer.channel('general');
    const thread = peer.guild.addThread(general, 'Talk');
    general.deny = Permission.SendMessages;
    expect(await post(thread)).toMatchObject({ status: 200 });
    general.deny = Permission.SendMessagesInThreads;
    expect(await post(thread)).toMatchObject({ status: 403, code: 50013 });
    general.deny = Permission.ViewChannel;
    expect(await post(thread)).toMatchObject({ status: 403, code: 50001 });
  });

  test('of a forum is a post, which the forum itself is not', async () => {
    const forum = peer.channel('archive');
    expect(await post(forum)).toMatchObject({ code: 50008 });
    expect(await post(peer.guild.addThread(forum, 'A post'))).toMatchObject({ status: 200 });
  });

  test('in the archive is taken out by a message, and nothing in it is changed before', async () => {
    const thread = peer.guild.addThread(peer.channel('general'), 'Talk');
    const { body } = await post(thread);
    thread.isArchived = true;
    expect(await change(thread, body['id'])).toMatchObject({ status: 400, code: 50083 });
    expect(await post(thread)).toMatchObject({ status: 200 });
    expect(thread.isArchived).toBe(false);
    expect(await change(thread, body['id'])).toMatchObject({ status: 200 });
  });

  test('that is locked takes none, but of those who manage threads', async () => {
    const thread = peer.guild.addThread(peer.channel('general'), 'Talk', { isLocked: true, isArchived: true });
    expect(await post(thread)).toMatchObject({ code: 160005 });
    peer.channel('general').allow = Permission.ManageThreads;
    expect(await post(thread)).toMatchObject({ status: 200 });
  });

  test('that is private is seen by its members', async () => {
    const [within, without] = [true, false].map((hasBot) =>
      peer.guild.addThread(peer.channel('general'), 'Talk', { isPrivate: true, hasBot }),
    );
    if (!within || !without) throw new Error('no threads');
    expect(await post(within)).toMatchObject({ status: 200 });
    expect(await post(without)).toMatchObject({ status: 403, code: 50001 });
    expect(await call(peer, 'GET', `/channels/${without.id}`)).toMatchObject({ status: 403, code: 50001 });
  });
});

describe('a command', () => {
  const options = [
    { type: 7, name: 'where', description: 'D', channel_types: [channelType.text, channelType.publicThread] },
    { type: 8, name: 'whom', description: 'D' },
  ];

  beforeEach(() =>
    call(peer, 'PUT', `/applications/${peer.applicationId}/commands`, [{ name: 'ask', description: 'D', options }]),
  );

  test('names channels with what its reader may there, and roles', async () => {
    const ann = peer.reader('Ann', { permissions: Permission.ViewChannel });
    const desk = peer.channel('desk');
    desk.permit(ann.id, { allow: Permission.ManageChannels });
    const thread = peer.guild.addThread(desk, 'Talk');
    const role = peer.guild.addRole('News', { mentionable: true });
    expect([desk.permissionsOf(ann.id), thread.permissionsOf(ann.id)]).toEqual(
      Array(2).fill(Permission.ViewChannel | Permission.ManageChannels),
    );
    expect(peer.channel('general').permissionsOf(ann.id)).toBe(Permission.ViewChannel);
    expect(desk.partial(ann.id)).toMatchObject({ permissions: `${desk.permissionsOf(ann.id)}` });
    expect(thread.partial(ann.id)).toMatchObject({ parent_id: desk.id, thread_metadata: { archived: false } });
    expect(() => ann.type('ask', { where: thread.id, whom: role.id })).not.toThrow();
  });

  test('names nothing that is not there, nor a channel of another type', () => {
    const ann = peer.reader('Ann');
    expect(() => ann.type('ask', { where: '7' })).toThrow('there is no 7');
    expect(() => ann.type('ask', { whom: '7' })).toThrow('there is no 7');
    expect(() => ann.type('ask', { where: peer.channel('archive').id })).toThrow('no channel of the type 15');
  });
});

test('all that a member may comes of roles', () => {
  const ann = peer.reader('Ann', { permissions: Permission.ViewChannel | Permission.SendMessages });
  const bob = peer.reader('Bob', { permissions: Permission.ViewChannel | Permission.SendMessages });
  const role = peer.guild.addRole('Editors', { permissions: Permission.ManageChannels });
  const mia = peer.reader('Mia', { permissions: Permission.ManageChannels, roles: [role.id] });
  const rolesOf = (id: string) => peer.guild.members.get(id)?.roles ?? [];
  expect(rolesOf(ann.id)).toEqual(rolesOf(bob.id));
  expect(rolesOf(mia.id)).toEqual([role.id]);
  expect(peer.guild.permissionsOf(ann.id)).toBe(Permission.ViewChannel | Permission.SendMessages);
});
