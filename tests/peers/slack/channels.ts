/** Channels: who may see and write in which. */
import { Refusal } from './refusal.ts';
import type { Channel, PeerMessage, World } from './workspace.ts';

export function createChannel(
  world: World,
  name: string,
  kind: Channel['kind'],
  { member = true, archived = false }: { member?: boolean; archived?: boolean } = {},
): Channel {
  const channel: Channel = {
    id: world.ids.next(kind === 'im' ? 'D' : 'C'),
    name,
    kind,
    archived,
    members: new Set(member ? [world.app.botUserId] : []),
    messages: new Map(),
    ephemerals: new Map(),
    forgot: false,
    lastPostMs: Number.NEGATIVE_INFINITY,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** The workspace's channels at the start. */
export function openChannels(world: World) {
  return {
    general: createChannel(world, 'general', 'public'),
    news: createChannel(world, 'news', 'public'),
    /** Private, and without the app. */
    closed: createChannel(world, 'closed', 'private', { member: false }),
    archived: createChannel(world, 'archived', 'public', { archived: true }),
  };
}

/** The conversation of the bot and a person, made when it is first needed. */
export function directChannel(world: World, user: string): Channel {
  const known = world.directs.get(user);
  if (known) return known;
  const channel = createChannel(world, 'directmessage', 'im');
  channel.members.add(user);
  world.directs.set(user, channel);
  return channel;
}

/** A channel as far as the bot can tell that there is one. */
export function knownChannel(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (!channel || (channel.kind !== 'public' && !channel.members.has(world.app.botUserId))) {
    throw new Refusal('channel_not_found');
  }
  return channel;
}

/** A channel in which the bot may write; a person's id means the conversation with them. */
export function writableChannel(world: World, id: string): Channel {
  const person = world.people.get(id);
  const channel = person && !person.bot ? directChannel(world, id) : knownChannel(world, id);
  if (channel.archived) throw new Refusal('is_archived');
  const open = channel.kind === 'public' && world.app.scopes.has('chat:write.public');
  if (!open && !channel.members.has(world.app.botUserId)) throw new Refusal('not_in_channel');
  return channel;
}

/** A channel whose messages the bot may read. */
export function readableChannel(world: World, id: string): Channel {
  const channel = knownChannel(world, id);
  if (!channel.members.has(world.app.botUserId)) throw new Refusal('not_in_channel');
  if (channel.unreadable) throw new Refusal('missing_scope', { needed: 'channels:history' });
  return channel;
}

/** The message that opens a thread, or a refusal. Messages that were let go are believed in. */
export function threadIn(channel: Channel, ts: string | undefined): string | undefined {
  if (ts === undefined) return undefined;
  const message = channel.messages.get(ts);
  if (message) return message.threadTs ?? message.ts;
  const [oldest] = channel.messages.keys();
  if (/^\d{10}\.\d{6}$/.test(ts) && channel.forgot && oldest !== undefined && ts < oldest) return ts;
  throw new Refusal('invalid_thread_ts');
}

/** The messages of a channel, oldest first, that everyone there sees. */
export function visible(channel: Channel): PeerMessage[] {
  return [...channel.messages.values()];
}
