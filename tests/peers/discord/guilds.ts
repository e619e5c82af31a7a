/** A guild: its roles, channels and members, and the bot's permissions in it. */
import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { channelType, PeerChannel } from './channels.ts';
import { refusal } from './refusals.ts';
import { type AboutThread, PeerThread } from './threads.ts';
import { allPermissions, type PeerUser, Permission, userPayload, usualPermissions, type World } from './world.ts';

export interface PeerRole {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  mentionable: boolean;
  readonly isBots: boolean;
}

export interface PeerMember {
  readonly user: PeerUser;
  readonly roles: readonly string[];
  readonly joinedAt: number;
}

export interface AboutGuild {
  readonly name?: string;
  readonly ownerId?: string;
  /** Who added the bot, as the audit log tells. */
  readonly inviterId?: string;
  readonly botPermissions?: bigint;
  readonly locale?: string;
}

export class PeerGuild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly inviterId: string;
  readonly locale: string;
  readonly roles: PeerRole[] = [];
  /** But for the threads. */
  readonly channels: PeerChannel[] = [];
  readonly threads: PeerThread[] = [];
  readonly members = new Map<string, PeerMember>();
  /** An outage: the guild is there, and out of reach. */
  isUnavailable = false;
  readonly #world: World;
  readonly #botRole: PeerRole;

  constructor(world: World, about: AboutGuild) {
    this.#world = world;
    this.id = world.ids.next();
    this.name = about.name ?? 'Newsroom';
    this.ownerId = about.ownerId ?? world.person('Olga Owner', 'en-US').id;
    this.inviterId = about.inviterId ?? this.ownerId;
    this.locale = about.locale ?? 'en-US';
    this.roles.push({ id: this.id, name: '@everyone', permissions: 0n, mentionable: false, isBots: false });
    const permissions = about.botPermissions ?? usualPermissions;
    this.#botRole = { id: world.ids.next(), name: world.bot.name, permissions, mentionable: false, isBots: true };
    this.roles.push(this.#botRole);
    for (const name of ['general', 'desk']) this.addChannel(name, channelType.text);
    this.addChannel('archive', channelType.forum);
    this.join(world.bot, permissions, [this.#botRole.id]);
    const owner = world.users.get(this.ownerId);
    if (owner) this.join(owner, allPermissions);
    world.guilds.set(this.id, this);
  }

  addChannel(name: string, type: number): PeerChannel {
    const channel = new PeerChannel(this.#world, { name, type, guild: this });
    this.channels.push(channel);
    this.#world.dispatch('CHANNEL_CREATE', channel.payload(), Intent.Guilds);
    return channel;
  }

  addThread(parent: PeerChannel, name: string, about: AboutThread = {}): PeerThread {
    const thread = new PeerThread(this.#world, parent, name, about);
    this.threads.push(thread);
    if (thread.isSeen)
      this.#world.dispatch('THREAD_CREATE', { ...thread.payload(), newly_created: true }, Intent.Guilds);
    return thread;
  }

  addRole(name: string, { mentionable = false, permissions = 0n } = {}): PeerRole {
    const role: PeerRole = { id: this.#world.ids.next(), name, permissions, mentionable, isBots: false };
    this.roles.push(role);
    this.#world.dispatch('GUILD_ROLE_CREATE', { guild_id: this.id, role: this.rolePayload(role) }, Intent.Guilds);
    return role;
  }

  /** All rights come of roles: where those given do not have them all, there is one more. */
  join(user: PeerUser, permissions: bigint, roles: readonly string[] = []): PeerMember {
    const lacks = user.id !== this.ownerId && (permissions & ~this.#permissionsBy(roles)) !== 0n;
    const all = lacks ? [...roles, this.#roleWith(permissions).id] : roles;
    const member: PeerMember = { user, roles: all, joinedAt: this.#world.clock() };
    this.members.set(user.id, member);
    return member;
  }

  #roleWith(permissions: bigint): PeerRole {
    const name = `may ${permissions.toString(16)}`;
    return this.roles.find((role) => role.name === name) ?? this.addRole(name, { permissions });
  }

  #permissionsBy(roles: readonly string[]): bigint {
    const has = this.roles.filter(({ id }) => id === this.id || roles.includes(id));
    return has.reduce((all, { permissions }) => all | permissions, 0n);
  }

  /** By the roles alone. */
  permissionsOf(userId: string): bigint {
    if (userId === this.ownerId) return allPermissions;
    return this.#permissionsBy(this.members.get(userId)?.roles ?? []);
  }

  get botPermissions(): bigint {
    return this.permissionsOf(this.#world.bot.id);
  }

  set botPermissions(bits: bigint) {
    this.#botRole.permissions = bits;
    this.#world.dispatch(
      'GUILD_ROLE_UPDATE',
      { guild_id: this.id, role: this.rolePayload(this.#botRole) },
      Intent.Guilds,
    );
  }

  require(permission: bigint): void {
    const has = this.botPermissions;
    if ((has & (permission | Permission.Administrator)) === 0n) throw refusal('missingPermissions');
  }

  rolePayload({ id, name, permissions, mentionable, isBots }: PeerRole): object {
    const tags = isBots ? { tags: { bot_id: this.#world.bot.id } } : {};
    const colors = { primary_color: 0, secondary_color: null, tertiary_color: null };
    const position = this.roles.findIndex((role) => role.id === id);
    const rest = { color: 0, colors, hoist: false, icon: null, unicode_emoji: null, managed: isBots, flags: 0 };
    return { id, name, permissions: `${permissions}`, position: Math.max(0, position), mentionable, ...rest, ...tags };
  }

  memberPayload({ user, roles, joinedAt }: PeerMember, withUser = true): object {
    return {
      ...(withUser ? { user: userPayload(user) } : {}),
      nick: null,
      avatar: null,
      banner: null,
      roles,
      joined_at: this.#world.timestamp(joinedAt),
      premium_since: null,
      communication_disabled_until: null,
      deaf: false,
      mute: false,
      pending: false,
      flags: 0,
    };
  }

  /** As GUILD_CREATE has it, with what discord.js computes permissions from. */
  payload(): object {
    const bot = this.members.get(this.#world.bot.id);
    return {
      ...this.summary(),
      unavailable: false,
      large: false,
      joined_at: this.#world.timestamp(bot?.joinedAt),
      member_count: this.members.size,
      channels: this.channels.map((channel) => channel.payload()),
      members: bot ? [this.memberPayload(bot)] : [],
      threads: this.threads.filter(({ isArchived, isSeen }) => isSeen && !isArchived).map((each) => each.payload()),
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    };
  }

  summary(): object {
    return {
      id: this.id,
      name: this.name,
      owner_id: this.ownerId,
      icon: null,
      splash: null,
      banner: null,
      description: null,
      discovery_splash: null,
      features: [],
      emojis: [],
      stickers: [],
      roles: this.roles.map((role) => this.rolePayload(role)),
      preferred_locale: this.locale,
      afk_channel_id: null,
      afk_timeout: 300,
      application_id: null,
      default_message_notifications: 0,
      explicit_content_filter: 0,
      max_members: 500_000,
      mfa_level: 0,
      nsfw_level: 0,
      premium_tier: 0,
      premium_subscription_count: 0,
      premium_progress_bar_enabled: false,
      public_updates_channel_id: null,
      rules_channel_id: null,
      safety_alerts_channel_id: null,
      system_channel_id: null,
      system_channel_flags: 0,
      vanity_url_code: null,
      verification_level: 0,
      incidents_data: null,
    };
  }
}
