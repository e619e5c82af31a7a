/** The guilds, channels and people there are. */
import { GatewayIntentBits as Intent, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { PeerChannel } from './channels.ts';
import { type Changes, type Clock, Snowflakes } from './clock.ts';
import type { PeerGuild } from './guilds.ts';

export { Permission };

export interface PeerUser {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly isBot: boolean;
  /** Whether a message to this person arrives; else 50007. */
  acceptsMessages: boolean;
}

/** Sends an event to the bot's sessions; where an intent is named, only to those that have it. */
export type Dispatch = (name: string, data: object, intent?: number) => void;

export class World {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly ids: Snowflakes;
  readonly bot: PeerUser;
  readonly token: string;
  readonly users = new Map<string, PeerUser>();
  readonly guilds = new Map<string, PeerGuild>();
  readonly channels = new Map<string, PeerChannel>();
  /** Channels between the bot and a person, by the person's id. */
  readonly direct = new Map<string, PeerChannel>();
  /** What is remembered of messages, calls and interactions. */
  readonly keep: number;
  /** Set by the gateway. */
  dispatch: Dispatch = () => {};
  /** Whether the bot reads messages that are not meant for it; set by the gateway. */
  readsAll: () => boolean = () => false;

  constructor(options: { clock: Clock; changes: Changes; keep: number; token?: string | undefined }) {
    this.clock = options.clock;
    this.changes = options.changes;
    this.keep = options.keep;
    this.ids = new Snowflakes(options.clock);
    this.bot = this.person('Dateline', 'en-US', true);
    this.token = options.token ?? `${Buffer.from(this.bot.id).toString('base64url')}.loopback.test`;
  }

  get applicationId(): string {
    return this.bot.id;
  }

  person(name: string, locale: string, isBot = false): PeerUser {
    const user: PeerUser = { id: this.ids.next(), name, locale, isBot, acceptsMessages: true };
    this.users.set(user.id, user);
    return user;
  }

  /** The bot is no longer in it. */
  removeGuild(guild: PeerGuild): void {
    this.guilds.delete(guild.id);
    this.dispatch('GUILD_DELETE', { id: guild.id }, Intent.Guilds);
  }

  timestamp(at = this.clock()): string {
    return new Date(at).toISOString().replace('Z', '000+00:00');
  }
}

export function userPayload({ id, name, isBot }: PeerUser): object {
  return {
    id,
    username: name.toLowerCase().replace(/\s+/g, '_'),
    global_name: isBot ? null : name,
    discriminator: isBot ? '0001' : '0',
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    bot: isBot,
    clan: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
  };
}

/** What a new bot is usually given; neither everyone's mention nor the audit log. */
export const usualPermissions =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.ReadMessageHistory |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.AddReactions |
  Permission.UseApplicationCommands;

export const allPermissions = Object.values(Permission).reduce((all, each) => all | each, 0n);
