/** What the routes work with, and how they find what a path names. */
import { channelType, PeerChannel } from './channels.ts';
import type { Commands } from './commands.ts';
import { Form } from './form.ts';
import type { Gateway } from './gateway.ts';
import type { PeerGuild } from './guilds.ts';
import type { Messages } from './messages.ts';
import type { RawMessage } from './payloads.ts';
import { refusal } from './refusals.ts';
import type { Views } from './views.ts';
import type { World } from './world.ts';

export interface Parts {
  readonly world: World;
  readonly messages: Messages;
  readonly views: Views;
  readonly commands: Commands;
  readonly gateway: Gateway;
  /** Holds a body against the published schema, where that was asked for. */
  readonly published: (schema: string, body: unknown) => void;
}

export function channelOf(world: World, id: string): PeerChannel {
  const channel = world.channels.get(id);
  if (!channel) throw refusal('unknownChannel');
  if (channel.guild?.isUnavailable) throw refusal('unavailable');
  if (channel.guild && !world.guilds.has(channel.guild.id)) throw refusal('missingAccess');
  return channel;
}

export function guildOf(world: World, id: string): PeerGuild {
  const guild = world.guilds.get(id);
  if (!guild) throw refusal('unknownGuild');
  return guild;
}

/** The one channel between the bot and a person. */
export function directChannel(world: World, userId: string): PeerChannel {
  const recipient = world.users.get(userId);
  if (!recipient || recipient.isBot) throw refusal('invalidRecipient');
  const before = world.direct.get(userId);
  if (before) return before;
  const channel = new PeerChannel(world, { name: recipient.name, type: channelType.dm, recipient });
  world.direct.set(userId, channel);
  return channel;
}

export function bodyOf(body: unknown): Partial<RawMessage> {
  const form = new Form();
  const raw = form.object<RawMessage>([], body ?? {});
  form.done();
  return raw;
}
