/** A channel, and what the bot and people may do in it. */
import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { PeerGuild } from './guilds.ts';
import type { PeerMessage } from './messages.ts';
import { refusal } from './refusals.ts';
import { allPermissions, type PeerUser, Permission, userPayload, type World } from './world.ts';

export const channelType = {
  text: 0,
  dm: 1,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

interface About {
  readonly name: string;
  readonly type: number;
  readonly guild?: PeerGuild | undefined;
  readonly recipient?: PeerUser | undefined;
}

interface Overwrite {
  readonly allow: bigint;
  readonly deny: bigint;
}

const none: Overwrite = { allow: 0n, deny: 0n };

export class PeerChannel {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly guild: PeerGuild | undefined;
  readonly recipient: PeerUser | undefined;
  /** Oldest first. */
  readonly messages = new Map<string, PeerMessage>();
  protected readonly world: World;
  /** What members may here beyond their roles, and what they may not, whatever their roles say; by their ids. */
  readonly #overwrites = new Map<string, Overwrite>();

  constructor(world: World, { name, type, guild, recipient }: About) {
    this.world = world;
    this.id = world.ids.next();
    this.name = name;
    this.type = type;
    this.guild = guild;
    this.recipient = recipient;
    world.channels.set(this.id, this);
  }

  /** What the bot may here beyond its roles. */
  get allow(): bigint {
    return this.#overwriteOf(this.world.bot.id).allow;
  }

  set allow(bits: bigint) {
    this.permit(this.world.bot.id, { allow: bits, deny: this.deny });
  }

  /** What the bot may not here, whatever its roles say. */
  get deny(): bigint {
    return this.#overwriteOf(this.world.bot.id).deny;
  }

  set deny(bits: bigint) {
    this.permit(this.world.bot.id, { allow: this.allow, deny: bits });
  }

  /** Sets what a member may here beyond their roles, and what not. */
  permit(userId: string, overwrite: Partial<Overwrite>): void {
    this.#overwrites.set(userId, { ...none, ...overwrite });
    this.world.dispatch('CHANNEL_UPDATE', this.payload(), Intent.Guilds);
  }

  #overwriteOf(userId: string): Overwrite {
    return this.#overwrites.get(userId) ?? none;
  }

  /** What a member may here: by their roles, then by this channel. */
  permissionsOf(userId: string): bigint {
    if (!this.guild) return allPermissions & ~Permission.Administrator;
    const base = this.guild.permissionsOf(userId);
    if (base & Permission.Administrator) return allPermissions;
    const { allow, deny } = this.#overwriteOf(userId);
    return (base & ~deny) | allow;
  }

  get botPermissions(): bigint {
    return this.permissionsOf(this.world.bot.id);
  }

  /** Throws what Discord answers where the bot may not. */
  require(permission: bigint): void {
    const has = this.botPermissions;
    if ((has & Permission.ViewChannel) === 0n) throw refusal('missingAccess');
    if ((has & permission) !== permission) throw refusal('missingPermissions');
  }

  /** Throws what Discord answers where the bot cannot post. */
  requireToSend(): void {
    this.require(Permission.SendMessages);
    if (this.type === channelType.forum) throw refusal('notATextChannel');
    if (this.recipient && !this.recipient.acceptsMessages) throw refusal('cannotMessageUser');
  }

  /** Throws what Discord answers where nothing that stands here can be changed. */
  requireToChange(): void {
    this.require(Permission.ViewChannel);
  }

  payload(): object {
    const { id, type, name, guild, recipient } = this;
    if (recipient)
      return { id, type, recipients: [userPayload(recipient)], last_message_id: this.lastMessage, flags: 0 };
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
      last_message_id: this.lastMessage,
      permission_overwrites: [...this.#overwrites].map(([userId, { allow, deny }]) => ({
        id: userId,
        type: 1,
        allow: `${allow}`,
        deny: `${deny}`,
      })),
      flags: 0,
      ...(type === channelType.forum
        ? { available_tags: [], default_reaction_emoji: null, default_sort_order: null }
        : {}),
    };
  }

  protected get lastMessage(): string | null {
    return [...this.messages.keys()].at(-1) ?? null;
  }

  /** As an interaction carries it: what its reader may here, and none of the bot's. */
  partial(readerId: string): object {
    const { id, type, name, guild, recipient } = this;
    if (recipient) return this.payload();
    const permissions = `${this.permissionsOf(readerId)}`;
    return { id, type, name, guild_id: guild?.id, parent_id: null, permissions, flags: 0 };
  }
}
