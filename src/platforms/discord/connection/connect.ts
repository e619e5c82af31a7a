/** A client of Discord, with what it asks for, what it remembers and how it makes its requests. */
import {
  Client,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  type RateLimitData,
  REST,
  type RESTOptions,
  SimpleShardingStrategy,
} from 'discord.js';
import { Agent } from 'undici';
import type { Monitor } from '../../platform.ts';
import { detailsOf } from '../errors.ts';

/** Where Discord is, and who the bot is there. */
export interface Connection {
  readonly token: string;
  readonly guildId?: string;
  readonly apiUrl?: string;
  readonly monitor: Monitor;
}

/** So long a request may take. */
const requestMs = 15_000;

/** Of the version that discord.js makes its requests with. */
const agent = new Agent();

/** A client that is not connected yet. It gets messages only where the bot is mentioned, or written to in private. */
export function openClient({ apiUrl, monitor }: Connection): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // A reply's message comes with it; more need not be remembered. Without its own member the bot knows none of its rights.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 10,
      GuildMemberManager: { maxSize: 10, keepOverLimit: ({ id, client: { user } }) => id === user.id },
      UserManager: 100,
    }),
    rest: restOptions(apiUrl, { timeout: requestMs, rejectOnRateLimit: (limit) => countUnexpected(limit, monitor) }),
    ws: { buildStrategy: (socket) => new SimpleShardingStrategy(guardEvents(socket, monitor)) },
  });
  client.rest.on('rateLimited', ({ timeToReset }) => monitor.waited(timeToReset));
  client.on(Events.Error, (error) => monitor.error(detailsOf(error), 'gateway'));
  client.on(Events.ShardError, (error) => monitor.error(detailsOf(error), 'gateway'));
  return client;
}

/** So long a post waits for a limit of everything; longer ones, and those of a channel, are the caller's to wait for. */
const mostWaitMs = 2000;

/** For posts: each is tried once. A 429 is no try, since it says that nothing was done. */
export function openRest({ apiUrl, token }: Connection): REST {
  const rejectOnRateLimit: RESTOptions['rejectOnRateLimit'] = ({ global, retryAfter }) =>
    !global || retryAfter > mostWaitMs;
  return new REST(restOptions(apiUrl, { retries: 0, timeout: requestMs, rejectOnRateLimit })).setToken(token);
}

function restOptions(apiUrl: string | undefined, options: Partial<RESTOptions>): Partial<RESTOptions> {
  // Else the HTTP client is the one of whichever library was loaded first, and another version's loses files.
  return { ...options, agent, ...(apiUrl !== undefined && { api: apiUrl }) };
}

/**
 * Counts the waits behind a 429 that nothing foretold; the event `rateLimited` tells of all others, and of none of these.
 * @returns that they are waited for
 */
function countUnexpected({ limit, retryAfter, sublimitTimeout }: RateLimitData, monitor: Monitor): boolean {
  if (limit === Number.POSITIVE_INFINITY || sublimitTimeout > 0) monitor.waited(retryAfter);
  return false;
}

/** Of `@discordjs/ws`; discord.js exports another of this name. */
type Socket = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** What an event makes discord.js throw would end the process; now the event is passed over, and the log says so. */
function guardEvents(socket: Socket, monitor: Monitor): Socket {
  const emit = socket.emit.bind(socket);
  socket.emit = ((...event: Parameters<typeof emit>) => {
    try {
      return emit(...event);
    } catch (error) {
      monitor.error(detailsOf(error), 'an event that cannot be read');
      return true;
    }
  }) as typeof emit;
  return socket;
}
