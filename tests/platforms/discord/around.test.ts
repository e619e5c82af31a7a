/** What a call on Discord knows of its place: where posts go, roles, and other channels. */
import { describe, expect, test } from 'vitest';
import type { Surroundings } from '../../../src/commands/index.ts';
import { digest } from '../../conformance/digest.ts';
import { type PeerChannel, Permission, type Reader } from '../../peers/discord/index.ts';
import { listening, messageOf, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

type Trial = Awaited<ReturnType<typeof listening>>;

const everyday = Permission.ViewChannel | Permission.SendMessages;

/** Each way to reach the bot; what it knows then. */
const ways: Readonly<Record<string, (trial: Trial, reader: Reader, channel?: PeerChannel) => Promise<unknown>>> = {
  'a command': (_, reader, channel) => reader.type('help', {}, channel ? { channel } : {}).answered,
  'a mention': (_, reader, channel) => reader.mention('help', channel ? { channel } : {}).answered,
  async 'a button'({ peer, platform }, reader, channel = peer.channel('general')) {
    const buttons = [{ label: 'Help', command: '/help' }];
    const to = { platform: 'discord', id: channel.id };
    await platform.deliver({ to, message: digest('x', { buttons }), key: channel.id });
    const post = peer.messages(channel.id).find(({ authorId }) => authorId === peer.botId);
    return post && reader.press(post, `/help #${channel.id}`).answered;
  },
};
const everyWay = Object.keys(ways);

async function around(trial: Trial, way: string, reader: Reader, channel?: PeerChannel): Promise<Surroundings> {
  await ways[way]?.(trial, reader, channel);
  const last = trial.calls.at(-1);
  if (!last) throw new Error('nothing arrived');
  return last.around;
}

/** What a command there knows: a slash command is typed also where the bot does not write. */
async function typedIn(trial: Trial, reader: Reader, channelId: string) {
  await reader.type('help', {}, { channel: trial.peer.channel(channelId) }).answered;
  const last = trial.calls.at(-1);
  if (!last) throw new Error('nothing arrived');
  return last;
}

describe.for(everyWay)('by %s, posts go', (way) => {
  test('where it was typed: to a channel, or to a thread', async () => {
    const trial = await listening();
    const { peer } = trial;
    const ann = peer.reader('Ann');
    const thread = peer.guild.addThread(peer.channel('archive'), 'A post');
    for (const channel of [peer.channel('desk'), thread]) {
      const { home, zone } = await around(trial, way, ann, channel);
      expect([home, await zone()]).toEqual([{ id: channel.id, personal: false }, undefined]);
    }
  });
});

test.for(['a command', 'a mention'])(
  'by %s in private messages, what comes is the reader’s own, and there is nobody else',
  async (way) => {
    const trial = await listening();
    const ann = trial.peer.reader('Ann');
    if (way === 'a command') await ann.type('help', {}, { dm: true }).answered;
    else await ann.mention('help', { dm: true }).answered;
    const { home, role, channel } = trial.calls[0]?.around ?? {};
    const id = trial.peer.directMessages(ann.id)[0]?.channelId;
    expect(home).toEqual({ id, personal: true });
    const there = trial.peer.channel('general').id;
    expect([await role?.('@everyone'), await channel?.(there)]).toEqual([{ kind: 'unknown' }, { kind: 'unknown' }]);
  },
);

describe.for(everyWay)('by %s, a role', (way) => {
  const all = Permission.MentionEveryone;
  const helps = { helps: expect.stringContaining('The bot may not ping that role.') };

  test.for([
    ['that everybody may ping', true, 0n, 0n, 'role', {}],
    ['that nobody may ping', false, 0n, 0n, 'not allowed', {}],
    ['that the bot alone may ping', false, 0n, all, 'not allowed', {}],
    ['that its reader alone may ping', false, all, 0n, 'not allowed', helps],
    ['that its reader and the bot may ping', false, all, all, 'role', {}],
  ] as const)('%s', async ([, mentionable, more, bots, kind, rest]) => {
    const trial = await listening();
    const { guild } = trial.peer;
    guild.botPermissions |= bots;
    const role = guild.addRole('News Desk', { mentionable });
    const { role: look } = await around(trial, way, trial.peer.reader('Ann', { permissions: everyday | more }));
    const id = kind === 'role' ? { id: role.id } : {};
    for (const typed of [role.id, `<@&${role.id}>`, '@news desk', ' News Desk '])
      expect(await look(typed)).toEqual({ kind, name: 'News Desk', ...id, ...rest });
  });

  test('is the reader’s and the bot’s to ping in the channel where that is done', async () => {
    const trial = await listening();
    const { peer } = trial;
    const { id } = peer.guild.addRole('News Desk');
    const ann = peer.reader('Ann', { permissions: everyday | all });
    peer.guild.botPermissions |= all;
    const desk = peer.channel('desk');
    const found = async () => {
      const { role } = await around(trial, way, ann);
      return [await role(id), await role(id, desk.id)];
    };
    const may = { kind: 'role', id, name: 'News Desk' };
    expect(await found()).toEqual([may, may]);
    desk.permit(ann.id, { deny: all });
    expect(await found()).toEqual([may, { kind: 'not allowed', name: 'News Desk' }]);
    desk.permit(ann.id, { allow: all });
    desk.deny = all;
    expect(await found()).toEqual([may, { kind: 'not allowed', name: 'News Desk', ...helps }]);
  });

  test('that is all, or none', async () => {
    const trial = await listening();
    const { guild } = trial.peer;
    for (const _ of [1, 2]) guild.addRole('Twins', { mentionable: true });
    const all = everyday | Permission.MentionEveryone;
    const { role } = await around(trial, way, trial.peer.reader('Ann', { permissions: all }));
    for (const typed of [guild.id, `<@&${guild.id}>`, '@everyone', 'here', '@here'])
      expect(await role(typed)).toEqual({ kind: 'everyone' });
    for (const typed of ['', '@', '7', '<@&7>', `<@${trial.peer.botId}>`, 'Twins', 'nobody'])
      expect(await role(typed)).toEqual({ kind: 'unknown' });
  });
});

describe.for(everyWay)('by %s, a channel', (way) => {
  const opened = async () => {
    const trial = await listening();
    const { peer } = trial;
    const mia = peer.reader('Mia', { permissions: everyday | Permission.ManageChannels });
    return { trial, peer, mia, look: async () => (await around(trial, way, mia)).channel };
  };

  test('that its reader manages, and the bot can write in', async () => {
    const { peer, look } = await opened();
    const desk = peer.channel('desk');
    const channel = await look();
    for (const typed of [desk.id, `<#${desk.id}>`, '#desk', ' Desk '])
      expect(await channel(typed)).toEqual({ kind: 'channel', id: desk.id, name: '#desk' });
  });

  test('is the reader’s there, not where it was typed', async () => {
    const { trial, peer, mia, look } = await opened();
    const desk = peer.channel('desk');
    desk.permit(mia.id, { deny: Permission.ManageChannels });
    expect(await (await look())(desk.id)).toEqual({ kind: 'not yours' });
    desk.permit(mia.id, { deny: Permission.ViewChannel });
    expect(await (await look())(desk.id)).toEqual({ kind: 'unknown' });
    expect(await (await look())('#desk')).toEqual({ kind: 'unknown' });
    const ann = peer.reader('Ann', { permissions: everyday });
    desk.permit(ann.id, { allow: Permission.ManageChannels });
    expect(await (await around(trial, way, ann)).channel(desk.id)).toMatchObject({ kind: 'channel' });
  });

  test.for([Permission.ViewChannel, Permission.SendMessages])('without the bot’s right %s is closed', async (deny) => {
    const { peer, look } = await opened();
    peer.channel('desk').deny = deny;
    expect(await (await look())(peer.channel('desk').id)).toEqual({
      kind: 'closed',
      helps: 'Let it view the channel and send messages there first.',
    });
  });

  test('that is a forum is closed, and each of its posts is not', async () => {
    const { peer, look } = await opened();
    const forum = peer.channel('archive');
    const post = peer.guild.addThread(forum, 'Albania');
    const channel = await look();
    expect(await channel(forum.id)).toEqual({
      kind: 'closed',
      helps: 'Name a channel for messages, or a post of a forum.',
    });
    expect(await channel(post.id)).toEqual({ kind: 'channel', id: post.id, name: '#Albania' });
  });

  test('that is a thread takes what may be written in threads, unless it is locked or private', async () => {
    const { trial, peer, mia, look } = await opened();
    const general = peer.channel('general');
    const open = peer.guild.addThread(general, 'open');
    const archived = peer.guild.addThread(general, 'archived', { isArchived: true });
    const shut = [
      ['The thread is locked.', { isLocked: true }],
      ['The thread is locked.', { isLocked: true, isArchived: true }],
      ['Add it to the thread first: mention it there.', { isPrivate: true }],
    ] as const;
    const own = peer.guild.addThread(general, 'own', { isPrivate: true, hasBot: true, memberIds: [mia.id] });
    const channel = await look();
    for (const { id } of [open, archived, own]) expect(await channel(id)).toMatchObject({ kind: 'channel', id });
    for (const [helps, about] of shut) {
      const { id } = peer.guild.addThread(general, 'shut', about);
      // Typed in it, so that the bot gets to know it.
      const { around: there } = await typedIn(trial, mia, id);
      expect(await there.channel(id)).toEqual({ kind: 'closed', helps });
    }
    general.deny = Permission.SendMessagesInThreads;
    expect(await (await look())(open.id)).toEqual({
      kind: 'closed',
      helps: 'Let it view the channel and send messages in its threads first.',
    });
  });

  test('that is a private thread is unknown to who is not in it, unless they manage threads or write there', async () => {
    const { trial, peer, mia, look } = await opened();
    const { id } = peer.guild.addThread(peer.channel('general'), 'hidden', { isPrivate: true, hasBot: true });
    const channel = await look();
    for (const typed of [id, `<#${id}>`, '#hidden']) expect(await channel(typed)).toEqual({ kind: 'unknown' });
    expect(await (await typedIn(trial, mia, id)).around.channel(id)).toMatchObject({ kind: 'channel' });
    peer.channel('general').permit(mia.id, { allow: Permission.ManageThreads });
    expect(await (await look())(id)).toMatchObject({ kind: 'channel', id });
  });

  test('of another server, or of none, is unknown', async () => {
    const { peer, look } = await opened();
    const [far] = peer.addGuild({ name: 'Far' }).channels;
    const channel = await look();
    for (const typed of [far?.id ?? '', '7', '<#7>', '', '#', 'nowhere'])
      expect(await channel(typed)).toEqual({ kind: 'unknown' });
  });
});

test('a channel and a role that are chosen in a command’s window arrive', async () => {
  const trial = await listening();
  const { peer } = trial;
  const mia = peer.reader('Mia', { permissions: everyday | Permission.ManageChannels });
  const role = peer.guild.addRole('News', { mentionable: true });
  const post = peer.guild.addThread(peer.channel('archive'), 'Albania');
  messageOf(await mia.type('every', { role: role.id, channel: post.id }).answered);
  const [call] = trial.calls;
  expect(call?.options).toEqual({ role: role.id, channel: post.id });
  expect(await call?.around.role(call.options?.['role'] ?? '')).toMatchObject({ kind: 'role', id: role.id });
  expect(await call?.around.channel(call.options?.['channel'] ?? '')).toMatchObject({ kind: 'channel', id: post.id });
});
