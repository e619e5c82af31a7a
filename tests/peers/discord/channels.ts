/** A channel, and what the bot may do in it. */
import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { PeerGuild } from './guilds.ts';
import type { PeerMessage } from './messages.ts';
import { refusal } from './refusals.ts';
import { allPermissions, type PeerUser, Permission, userPayload, type World } from './world.ts';

export const channelType = { text: 0, dm: 1, announcement: 5, forum: 15 } as const;

interface About {
  readonly name: string;
  readonly type: number;
  readonly guild?: PeerGuild | undefined;
  readonly recipient?: PeerUser | undefined;
}

export class PeerChannel {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly guild: PeerGuild | undefined;
  readonly recipient: PeerUser | undefined;
  /** Oldest first. */
  readonly messages = new Map<string, PeerMessage>();
  readonly #world: World;
  #allow = 0n;
  #deny = 0n;

  constructor(world: World, { name, type, guild, recipient }: About) {
    this.#world = world;
    this.id = world.ids.next();
    this.name = name;
    this.type = type;
    this.guild = guild;
    this.recipient = recipient;
    world.channels.set(this.id, this);
  }

  /** What the bot may here beyond its roles. */
  get allow(): bigint {
    return this.#allow;
  }

  set allow(bits: bigint) {
    this.#allow = bits;
    this.#changed();
  }

  /** What the bot may not here, whatever its roles say. */
  get deny(): bigint {
    return this.#deny;
  }

  set deny(bits: bigint) {
    this.#deny = bits;
    this.#changed();
  }

  #changed(): void {
    this.#world.dispatch('CHANNEL_UPDATE', this.payload(), Intent.Guilds);
  }

  /** The bot's permissions: its roles', then this channel's. */
  get botPermissions(): bigint {
    if (!this.guild) return allPermissions & ~Permission.Administrator;
    const base = this.guild.botPermissions;
    if (base & Permission.Administrator) return allPermissions;
    return (base & ~this.#deny) | this.#allow;
  }

  /** Throws what Discord answers where the bot may not. */
  require(permission: bigint): void {
    const has = this.botPermissions;
    if ((has & Permission.ViewChannel) === 0n) throw refusal('missingAccess');
    if ((has & permission) !== permission) throw refusal('missingPermissions');
  }

  payload(): object {
    const { id, type, name, guild, recipient } = this;
    const [lastMessage] = [...this.messages.keys()].slice(-1);
    if (recipient)
      return { id, type, recipients: [userPayload(recipient)], last_message_id: lastMessage ?? null, flags: 0 };
    const own = { id: this.#world.bot.id, type: 1, allow: `${this.#allow}`, deny: `${this.#deny}` };
    return {
      id,
      type,
      name,
      guild_id: guild?.id,
      position: guild?.channels.indexOf(this) ?? 0,
      parent_id: null,
      topic: null,
      nsfw: false,
      rate_limit_per_user: 0,
      last_message_id: lastMessage ?? null,
      permission_overwrites: this.#allow || this.#deny ? [own] : [],
      flags: 0,
      ...(type === channelType.forum
        ? { available_tags: [], default_reaction_emoji: null, default_sort_order: null }
        : {}),
    };
  }

  /** As an interaction carries it: what its reader may here, and none of the bot's. */
  partial(readerPermissions: bigint): object {
    const { id, type, name, guild, recipient } = this;
    if (recipient) return this.payload();
    return { id, type, name, guild_id: guild?.id, parent_id: null, permissions: `${readerPermissions}`, flags: 0 };
  }
}
