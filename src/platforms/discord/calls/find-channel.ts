/** Finds a channel, by its name, its id, or as Discord writes it. */
import {
  type AnyThreadChannel,
  ChannelType,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { ChannelFound, Home } from '../../../commands/index.ts';
import { code, isRefusal } from '../errors.ts';
import { only } from './only.ts';

/** Who looks for it, and from where. */
export interface Looking {
  readonly home: Home | undefined;
  readonly guild: Guild | null;
  readonly member: GuildMember | null;
}

/** What the reader does not see is not there for them. */
export async function findChannel(typed: string, { guild, member, home }: Looking): Promise<ChannelFound> {
  const found = guild && member ? await channelOf(typed, guild, member) : undefined;
  if (!found || !member) return { kind: 'unknown' };
  const may = found.permissionsFor(member);
  const isSeen =
    may.has(PermissionFlagsBits.ViewChannel) && (found.id === home?.id || (await isIn(found, member, may)));
  if (!isSeen) return { kind: 'unknown' };
  if (!may.has(PermissionFlagsBits.ManageChannels)) return { kind: 'not yours' };
  const helps = closedBy(found);
  return helps === undefined ? { kind: 'channel', id: found.id, name: `#${found.name}` } : { kind: 'closed', helps };
}

async function channelOf(typed: string, guild: Guild, member: GuildMember): Promise<GuildBasedChannel | undefined> {
  const id = /^(?:<#)?(\d+)>?$/.exec(typed)?.[1];
  if (id !== undefined) return guild.channels.cache.get(id) ?? fetched(id, guild);
  const name = typed.replace(/^#/, '').toLowerCase();
  return only(
    guild.channels.cache,
    (each) => each.name.toLowerCase() === name && each.permissionsFor(member).has(PermissionFlagsBits.ViewChannel),
  );
}

/** A private thread is seen by its members, and by those who manage threads. */
async function isIn(channel: GuildBasedChannel, member: GuildMember, may: Readonly<PermissionsBitField>) {
  if (channel.type !== ChannelType.PrivateThread || may.has(PermissionFlagsBits.ManageThreads)) return true;
  try {
    await channel.members.fetch({ member: member.id, cache: false, force: true }); // Discord does not tell who leaves
    return true;
  } catch (error) {
    if (isRefusal(error, code.unknownMember, code.missingAccess)) return false;
    throw error;
  }
}

/** A thread in the archive is not remembered. */
async function fetched(id: string, guild: Guild): Promise<GuildBasedChannel | undefined> {
  try {
    const channel = await guild.client.channels.fetch(id);
    return channel && !channel.isDMBased() && channel.guildId === guild.id ? channel : undefined;
  } catch (error) {
    if (isRefusal(error, code.unknownChannel, code.missingAccess)) return undefined;
    throw error;
  }
}

/** What helps where the bot cannot post; undefined where it can. A forum takes posts of its own kind only. */
function closedBy(channel: GuildBasedChannel): string | undefined {
  if (channel.isThread()) return threadClosedBy(channel);
  if (!channel.isTextBased()) return 'Name a channel for messages, or a post of a forum.';
  const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];
  const isOpen = channel.permissionsFor(channel.client.user)?.has(needed) === true;
  return isOpen ? undefined : 'Let it view the channel and send messages there first.';
}

function threadClosedBy(thread: AnyThreadChannel): string | undefined {
  const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessagesInThreads];
  if (thread.permissionsFor(thread.client.user)?.has(needed) !== true)
    return 'Let it view the channel and send messages in its threads first.';
  if (thread.locked === true && !thread.manageable) return 'The thread is locked.';
  return thread.sendable ? undefined : 'Add it to the thread first: mention it there.';
}
