/** A small Discord on loopback: it takes what Discord takes and refuses what Discord refuses, and knows nothing of any bot. */
import { Callbacks } from './callbacks.ts';
import { channelType, type PeerChannel } from './channels.ts';
import { Changes, type Clock } from './clock.ts';
import { Commands } from './commands.ts';
import { Gateway } from './gateway.ts';
import { type AboutGuild, PeerGuild } from './guilds.ts';
import { Http } from './http.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { Interactions } from './interactions.ts';
import { Messages, type PeerMessage } from './messages.ts';
import { type Limits, RateLimits } from './rate-limits.ts';
import { Reader } from './reader.ts';
import { botRoutes } from './rest.ts';
import { Views } from './views.ts';
import { Webhooks } from './webhooks.ts';
import { usualPermissions, World } from './world.ts';

export type { PeerChannel } from './channels.ts';
export { type Answer, Exchange, type PeerModal } from './exchange.ts';
export type { Fault } from './faults.ts';
export type { PeerGuild } from './guilds.ts';
export type { PeerMessage } from './messages.ts';
export { buttonsOf, componentsOf, fieldsOf, isMessage, selectsOf, textOf } from './read.ts';
export type { Reader } from './reader.ts';
export { Permission } from './world.ts';

export interface DiscordOptions {
  /** Milliseconds since 1970. */
  readonly now?: Clock;
  readonly token?: string;
  /** For the first response to an interaction: 3,000. */
  readonly patienceMs?: number;
  /** For what follows it: 900,000. */
  readonly tokenMs?: number;
  /** 41,250. */
  readonly heartbeatMs?: number;
  /** Privileged intents that the application was granted: none. */
  readonly grantedIntents?: number;
  /** None: no request is too many. */
  readonly limits?: Limits;
  /** How many messages, interactions, calls and refusals are remembered: 5,000. */
  readonly keep?: number;
  /** How long a nonce stands for the message already sent: 300,000; Discord says "the past few minutes". */
  readonly nonceMs?: number;
  /** How often a message older than an hour can be edited; Discord publishes no figure: 5. */
  readonly oldEdits?: number;
  /** Also hold every request against Discord's published description, which takes a while to compile. */
  readonly openapi?: boolean;
  /** The guild that the bot is in from the start. */
  readonly guild?: AboutGuild;
}

export interface AboutReader {
  /** In the guild. */
  readonly permissions?: bigint;
  readonly locale?: string;
  readonly guild?: PeerGuild;
  readonly roles?: readonly string[];
  readonly acceptsMessages?: boolean;
}

export type DiscordPeer = Awaited<ReturnType<typeof startDiscord>>;

export async function startDiscord(options: DiscordOptions = {}) {
  const clock = options.now ?? (() => performance.timeOrigin + performance.now());
  const changes = new Changes();
  const world = new World({ clock, changes, keep: options.keep ?? 5000, token: options.token });
  const messages = new Messages(world, options);
  const views = new Views(world, messages);
  const commands = new Commands(world.ids, world.applicationId);
  const { patienceMs = 3000, tokenMs = 900_000, heartbeatMs = 41_250, grantedIntents = 0 } = options;
  const interactions = new Interactions(world, views, { patienceMs, tokenMs });
  const callbacks = new Callbacks(world, messages, views);
  const webhooks = new Webhooks(world, messages, views);
  const gateway = new Gateway(world, { heartbeatMs, granted: grantedIntents });
  const published = options.openapi ? new (await import('./openapi.ts')).OpenApi().check : () => {};
  const parts = { world, messages, views, commands, gateway, published };
  const routes = [...interactionRoutes({ ...parts, interactions, callbacks, webhooks }), ...botRoutes(parts)];
  const http = new Http(world, new RateLimits(clock, options.limits), routes);
  const guild = new PeerGuild(world, options.guild ?? {});
  gateway.listen(http.server);
  const port = await http.listen();
  gateway.url = `ws://127.0.0.1:${port}`;
  const stage = { world, messages, views, commands, interactions };

  return {
    /** For `new Client({ rest: { api } })`. */
    api: `http://127.0.0.1:${port}/api`,
    token: world.token,
    applicationId: world.applicationId,
    botId: world.bot.id,
    /** The guild that the bot is in from the start. */
    guild,
    guilds: world.guilds,
    gateway,
    commands,
    faults: http.faults,
    calls: http.calls,
    refusals: http.refusals,
    get invalidRequests(): number {
      return http.invalidRequests;
    },

    /** By id, or by name in the first guild. */
    channel(idOrName: string): PeerChannel {
      const found = world.channels.get(idOrName) ?? guild.channels.find(({ name }) => name === idOrName);
      if (!found) throw new Error(`There is no channel ${idOrName}.`);
      return found;
    },

    /** Newest first; none that only one reader sees. */
    messages(channelIdOrName: string): PeerMessage[] {
      return messages.visible(this.channel(channelIdOrName));
    },

    /** Between the bot and a person, newest first. */
    directMessages(readerId: string): PeerMessage[] {
      const direct = world.direct.get(readerId);
      return direct ? messages.visible(direct) : [];
    },

    /** Somebody deletes it. */
    delete(message: PeerMessage): void {
      const current = messages.get(message.id);
      if (current) messages.delete(current);
      message.deleted = true;
    },

    /** A person who is a member of the guild. */
    reader(name: string, about: AboutReader = {}): Reader {
      const { locale = 'en-US', guild: home = guild, permissions = usualPermissions, roles = [] } = about;
      const user = world.person(name, locale);
      user.acceptsMessages = about.acceptsMessages ?? true;
      home.join(user, permissions, roles);
      return new Reader(stage, user, home);
    },

    /** The guild's owner, who may do everything in it. */
    owner(home: PeerGuild = guild): Reader {
      const user = world.users.get(home.ownerId);
      if (!user) throw new Error('The guild has no owner.');
      return new Reader(stage, user, home);
    },

    /** The bot is added to one more guild, and told of it. */
    addGuild(about: AboutGuild = {}): PeerGuild {
      const added = new PeerGuild(world, about);
      world.dispatch('GUILD_CREATE', added.payload(), 1);
      return added;
    },

    /** The bot is removed from it. */
    removeGuild(removed: PeerGuild): void {
      world.removeGuild(removed);
    },

    /** An outage of a guild begins, or ends. */
    outage(of: PeerGuild, isUnavailable: boolean): void {
      of.isUnavailable = isUnavailable;
      if (isUnavailable) world.dispatch('GUILD_DELETE', { id: of.id, unavailable: true }, 1);
      else world.dispatch('GUILD_CREATE', of.payload(), 1);
    },

    addChannel(name: string, type: number = channelType.text): PeerChannel {
      return guild.addChannel(name, type);
    },

    /** Any event, as it stands. */
    raw(name: string, data: object): void {
      world.dispatch(name, data);
    },

    /** Resolves to the first truthy thing that `look` returns, now or after anything that happens. */
    waitFor<T>(look: () => T | undefined | null | false): Promise<T> {
      return changes.waitFor(look);
    },

    async stop(): Promise<void> {
      interactions.stop();
      changes.stop();
      gateway.stop();
      await http.stop();
    },
  };
}
