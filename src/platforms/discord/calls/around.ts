/** What Discord knows around a call: where posts to the place go, the server's roles, and its other channels. */
import {
  type AnyThreadChannel,
  type BaseInteraction,
  ChannelType,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { ChannelFound, Home, RoleFound, Surroundings } from '../../../commands/index.ts';
import { code, isRefusal } from '../errors.ts';

/** Who asks, and where. A server that is in an outage, or not known yet, has no guild here. */
interface Asking {
  readonly home: Home | undefined;
  readonly guild: Guild | null;
  readonly member: GuildMember | null;
  /** What the member may do in the place, and what the bot may. */
  readonly may: Readonly<PermissionsBitField> | null;
  readonly botMay: Readonly<PermissionsBitField> | null;
}

/** The surroundings of whatever was typed, pressed or sent. */
export function aroundInteraction(interaction: BaseInteraction, personal: boolean): Surroundings {
  const { channelId, memberPermissions: may, appPermissions: botMay } = interaction;
  const home = channelId === null ? undefined : { id: channelId, personal };
  const isKnown = interaction.inCachedGuild();
  return surroundings({
    home,
    guild: isKnown ? interaction.guild : null,
    member: isKnown ? interaction.member : null,
    may,
    botMay,
  });
}

/** The surroundings of a mention, or of a private message. */
export function aroundMessage({ channelId, guild, member }: Message): Surroundings {
  const [may = null, botMay = null] = [member, guild?.members.me].map((each) => each?.permissionsIn(channelId));
  return surroundings({ home: { id: channelId, personal: guild === null }, guild, member, may, botMay });
}

function surroundings(asking: Asking): Surroundings {
  return {
    home: asking.home,
    zone: async () => undefined, // a locale is a language
    role: async (typed, channel) =>
      roleFound(typed.trim(), channel === undefined ? asking : inChannel(channel, asking)),
    channel: (typed) => channelFound(typed.trim(), asking),
  };
}

/** The same in another channel, where both may be allowed more or less. */
function inChannel(id: string, asking: Asking): Asking {
  const channel = asking.guild?.channels.cache.get(id);
  const [may = null, botMay = null] = [asking.member, asking.guild?.members.me].map(
    (each) => each && channel?.permissionsFor(each),
  );
  return { ...asking, may, botMay };
}

/** The bot could ping roles that its reader may not: that is refused here, and so is one that it would name without a ping. */
function roleFound(typed: string, { guild, may, botMay }: Asking): RoleFound {
  if (!guild) return { kind: 'unknown' };
  const name = typed.replace(/^@/, '').toLowerCase();
  const id = /^(?:<@&)?(\d+)>?$/.exec(typed)?.[1];
  // The role of all has the server's id.
  if (name === 'everyone' || name === 'here' || id === guild.id) return { kind: 'everyone' };
  const role = id === undefined ? only(guild.roles.cache, (each) => each.name.toLowerCase() === name) : undefined;
  const found = id === undefined ? role : guild.roles.cache.get(id);
  if (!found) return { kind: 'unknown' };
  const named = { id: found.id, name: found.name };
  if (found.mentionable) return { kind: 'role', ...named };
  if (may?.has(PermissionFlagsBits.MentionEveryone) !== true) return { kind: 'not allowed', name: found.name };
  if (botMay?.has(PermissionFlagsBits.MentionEveryone) === true) return { kind: 'role', ...named };
  return { kind: 'not allowed', name: found.name, helps: letItPing };
}

const letItPing =
  'The bot may not ping that role. Let everybody mention the role, or give the bot the right to mention all roles.';

async function channelFound(typed: string, { guild, member, home }: Asking): Promise<ChannelFound> {
  const found = guild && member ? await channelOf(typed, guild, member) : undefined;
  if (!found || !member) return { kind: 'unknown' };
  const may = found.permissionsFor(member);
  // What somebody does not see is not there for them.
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

/** The one that fits; undefined where none does, or more. */
function only<T>(
  all: { filter(fits: (each: T) => boolean): { size: number; first(): T | undefined } },
  fits: (each: T) => boolean,
): T | undefined {
  const fitting = all.filter(fits);
  return fitting.size === 1 ? fitting.first() : undefined;
}
