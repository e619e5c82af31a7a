/** What the bot posts by itself, whom that pings, and what it may not. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, readAll, withFiles } from './calls.ts';
import { v2 } from './cases.ts';
import { type DiscordPeer, Permission, type Reader, startDiscord } from './index.ts';

let now = Date.UTC(2026, 0, 5, 12);
let peer: DiscordPeer;
let ann: Reader;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 5, 12);
  peer = await startDiscord({ now: () => now });
  ann = peer.reader('Ann');
  await call(peer, 'PUT', `/applications/${peer.applicationId}/commands`, [{ name: 'ask', description: 'D' }]);
});

afterEach(() => peer.stop());

const channel = () => peer.channel('general');
const post = (body: object, where = channel()) => call(peer, 'POST', `/channels/${where.id}/messages`, body);

describe('a nonce', () => {
  test('stands for the message already sent, for some minutes', async () => {
    const body = { content: 'N', nonce: 'slot-1', enforce_nonce: true };
    const first = await post(body);
    expect((await post(body)).body['id']).toBe(first.body['id']);
    expect((await post({ ...body, enforce_nonce: false })).body['id']).not.toBe(first.body['id']);
    now += 300_000;
    expect((await post({ ...body })).body['id']).not.toBe(first.body['id']);
    expect(peer.messages('general').length).toBe(3);
  });
});

describe('mentions', () => {
  const pings = async (body: object) => {
    await post(body);
    return peer.messages('general')[0]?.pings;
  };

  test('ping whoever may be pinged', async () => {
    const open = peer.guild.addRole('Open', { mentionable: true });
    const shut = peer.guild.addRole('Shut');
    const content = `<@${ann.id}> <@&${open.id}> <@&${shut.id}> @everyone \`<@${peer.guild.ownerId}>\``;
    expect(await pings({ content })).toEqual([ann.id, open.id]);
    expect(await pings({ content, allowed_mentions: { parse: [] } })).toEqual([]);
    expect(await pings({ content, allowed_mentions: { roles: [open.id, shut.id] } })).toEqual([open.id]);
    expect(
      await pings({ ...v2({ type: 17, components: [{ type: 10, content }] }), allowed_mentions: { parse: ['users'] } }),
    ).toEqual([ann.id]);
    channel().allow = Permission.MentionEveryone;
    expect(await pings({ content })).toEqual([ann.id, open.id, shut.id, 'everyone']);
    expect(await pings({ content, allowed_mentions: { parse: ['users'] } })).toEqual([ann.id]);
  });

  test('a reply pings its author, unless told otherwise', async () => {
    const { message } = ann.mention('What news?');
    const reply = { content: 'N', message_reference: { message_id: message.id } };
    expect(await pings(reply)).toEqual([ann.id]);
    expect(await pings({ ...reply, allowed_mentions: { parse: [] } })).toEqual([]);
    expect(await pings({ ...reply, allowed_mentions: { replied_user: true } })).toEqual([ann.id]);
  });

  test('an interaction’s answer pings people only', async () => {
    const role = peer.guild.addRole('Open', { mentionable: true });
    const asked = ann.type('ask');
    await call(peer, 'POST', `/interactions/${asked.id}/${asked.token}/callback`, {
      type: 4,
      data: { content: `<@${ann.id}> <@&${role.id}>` },
    });
    expect(asked.messages[0]?.pings).toEqual([ann.id]);
  });
});

describe('files', () => {
  const shows = v2({ type: 12, items: [{ media: { url: 'attachment://a.png' }, description: 'A chart' }] });

  test('are shown by a component', async () => {
    const attachments = [{ id: 0, filename: 'a.png', description: 'A chart' }];
    expect(await post(withFiles({ ...shows, attachments }, { 'b.png': 'PNG' }))).toMatchObject({ status: 200 });
    const [message] = peer.messages('general');
    expect(message?.attachments).toMatchObject([{ filename: 'a.png', size: 3, description: 'A chart' }]);
    expect(readAll((await post(withFiles(v2({ type: 10, content: 'N' }), { 'a.png': 'PNG' }))).body)).toEqual([
      'attachments',
    ]);
    expect(readAll((await post(withFiles(shows, { 'b.png': 'PNG' }))).body)).toContain(
      'components.0.items.0.media.url',
    );
  });

  test('need the permission', async () => {
    channel().deny = Permission.AttachFiles;
    expect(await post(withFiles(shows, { 'a.png': 'PNG' }))).toMatchObject({ status: 403, code: 50013 });
  });
});

describe('permissions', () => {
  const list = () => call(peer, 'GET', `/channels/${channel().id}/messages`);

  test('a channel out of sight', async () => {
    channel().deny = Permission.ViewChannel;
    expect(await post({ content: 'N' })).toMatchObject({ status: 403, code: 50001 });
    expect(await list()).toMatchObject({ status: 403, code: 50001 });
  });

  test('a channel to read only', async () => {
    channel().deny = Permission.SendMessages;
    expect(await post({ content: 'N' })).toMatchObject({ status: 403, code: 50013 });
  });

  test('without history the list is empty, and no error', async () => {
    await post({ content: 'N' });
    expect(await list()).toMatchObject({ status: 200, body: [{ content: 'N' }] });
    channel().deny = Permission.ReadMessageHistory;
    expect(await list()).toMatchObject({ status: 200, body: [] });
  });

  test('the audit log', async () => {
    const path = `/guilds/${peer.guild.id}/audit-logs?action_type=28`;
    expect(await call(peer, 'GET', path)).toMatchObject({ status: 403, code: 50013 });
    peer.guild.botPermissions |= Permission.ViewAuditLog;
    expect((await call(peer, 'GET', path)).body['audit_log_entries']).toMatchObject([
      { user_id: peer.guild.inviterId },
    ]);
  });

  test('a person who takes no messages', async () => {
    const bob = peer.reader('Bob', { acceptsMessages: false });
    const { body } = await call(peer, 'POST', '/users/@me/channels', { recipient_id: bob.id });
    expect(await post({ content: 'N' }, peer.channel(String(body['id'])))).toMatchObject({ status: 403, code: 50007 });
  });

  test('another application, another token, another author', async () => {
    expect(await call(peer, 'GET', '/applications/1/commands')).toMatchObject({ status: 403, code: 20012 });
    expect(await call(peer, 'GET', '/users/@me', undefined, 'wrong')).toMatchObject({ status: 401, code: 0 });
    const { message } = ann.say('Hello.');
    expect(
      await call(peer, 'PATCH', `/channels/${channel().id}/messages/${message.id}`, { content: 'N' }),
    ).toMatchObject({ code: 50005 });
    expect(peer.invalidRequests).toBe(3);
  });
});

describe('messages', () => {
  test('are listed from the newest', async () => {
    const ids: string[] = [];
    for (const content of ['1', '2', '3', '4']) ids.push(String((await post({ content })).body['id']));
    const list = async (query: string) => {
      const { body } = await call(peer, 'GET', `/channels/${channel().id}/messages?${query}`);
      return (body as unknown as { content: string }[]).map(({ content }) => content).join('');
    };
    expect([
      await list('limit=2'),
      await list(`limit=2&before=${ids[2]}`),
      await list(`limit=2&after=${ids[0]}`),
    ]).toEqual(['43', '21', '32']);
    expect(await list(`limit=3&around=${ids[2]}`)).toBe('432');
    for (const query of ['limit=101', 'before=1&after=1'])
      expect(await call(peer, 'GET', `/channels/${channel().id}/messages?${query}`)).toMatchObject({ code: 50035 });
  });

  test('unknown ones, and old ones', async () => {
    const sent = await post({ content: 'N' });
    const path = `/channels/${channel().id}/messages`;
    expect(await call(peer, 'GET', `${path}/1`)).toMatchObject({ code: 10008 });
    expect(await call(peer, 'GET', '/channels/1/messages')).toMatchObject({ code: 10003 });
    expect(await post({ content: 'N' }, peer.channel('archive'))).toMatchObject({ code: 50008 });
    now += 3_600_000;
    const edit = () => call(peer, 'PATCH', `${path}/${sent.body['id']}`, { content: 'M' });
    for (let count = 0; count < 5; count += 1) expect(await edit()).toMatchObject({ status: 200 });
    expect(await edit()).toMatchObject({ code: 30046 });
  });
});
