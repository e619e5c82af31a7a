/** The bot on Discord: connects, answers what comes by the gateway, posts. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Client, REST } from 'discord.js';
import type { Amended, Delivered, Post, Sent } from '../../digest/index.ts';
import type { Message } from '../../message/index.ts';
import { type Pace, untilItWorks } from '../backoff.ts';
import type { Bot, Platform } from '../platform.ts';
import { StartProblem } from '../start-problem.ts';
import { UnderWay } from '../under-way.ts';
import { listen } from './calls/listen.ts';
import { type Connection, openClient, openRest } from './connection/connect.ts';
import { login, watch } from './connection/login.ts';
import { inviteOf, register } from './declarations/register.ts';
import { detailsOf, guarded } from './errors.ts';
import { postsPerSecond } from './limits.ts';
import { amend, deliver, type Posting } from './posts/deliver.ts';
import { mayRead } from './posts/find.ts';
import { tell } from './posts/tell.ts';
import { Turns } from './posts/turns.ts';

export interface DiscordSettings extends Connection {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A handler that still runs then is announced by a placeholder. */
  readonly slowMs?: number;
  /** So long a stop waits for answers. */
  readonly graceMs?: number;
  /** How the waits between attempts to connect grow. */
  readonly pace?: Pace;
  /** So long after a request whose outcome is not known it is tried again: it may land after its sender died. A minute. */
  readonly quietMs?: number;
  /** So many messages of a channel are looked through for a post: 30,000 are those of a very busy day. */
  readonly mostSearched?: number;
}

/** Nothing was sent. */
const later = { kind: 'retry', afterMs: 1000, untouched: true } as const;

export class DiscordPlatform implements Platform {
  readonly name = 'discord';
  readonly #settings: DiscordSettings;
  readonly #underWay = new UnderWay();
  readonly #stopping = new AbortController();
  readonly #stopped = Promise.withResolvers<void>();
  readonly #rest: REST;
  readonly #turns = new Turns(postsPerSecond);
  /** Once it is logged in. */
  #client: Client<true> | undefined;
  #connected = false;

  constructor(settings: DiscordSettings) {
    this.#settings = settings;
    this.#rest = openRest(settings);
  }

  get connected(): boolean {
    return this.#connected;
  }

  async start(bot: Bot): Promise<void> {
    await Promise.race([this.#start(bot), this.#stopped.promise]);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#underWay.close(this.#settings.graceMs);
    await this.#disconnect(this.#client);
    this.#stopped.resolve();
  }

  async prepare(message: Message): Promise<Message> {
    return message;
  }

  async tell(reader: string, message: Message): Promise<void> {
    const client = this.#ready;
    if (client) await this.#underWay.track(guarded(tell(client, reader, message), this.#settings.monitor, 'not told'));
  }

  async deliver(post: Post): Promise<Delivered> {
    const posting = this.#posting();
    return posting ? this.#underWay.track(deliver(post, posting)) : later;
  }

  async amend(sent: Sent, message: Message): Promise<Amended> {
    const posting = this.#posting();
    return posting ? this.#underWay.track(amend(sent, message, posting)) : { kind: later.kind, afterMs: later.afterMs };
  }

  async #start(bot: Bot): Promise<void> {
    const { monitor, guildId } = this.#settings;
    const client = await this.#untilItWorks(() => this.#underWay.track(this.#connect(bot)));
    if (!client) return;
    try {
      // Not a part of connecting: the day's logins are counted.
      const declared = await this.#untilItWorks(() => register(client, bot.commands, guildId));
      if (declared === undefined) return;
      monitor.info({ servers: client.guilds.cache.size, declared, invite: inviteOf(client) }, 'Discord answers');
    } catch (error) {
      await this.#disconnect(client);
      throw error;
    }
  }

  #untilItWorks<T>(attempt: () => Promise<T>): Promise<T | undefined> {
    const { monitor, pace } = this.#settings;
    const failed = (error: unknown, againInMs: number) => {
      if (error instanceof StartProblem) throw error;
      monitor.warn({ ...detailsOf(error), againInMs }, 'Discord cannot be reached; trying again');
    };
    return untilItWorks(attempt, failed, this.#stopping.signal, pace);
  }

  /** A client that is ready; none where a stop came first, since a login cannot be interrupted. */
  async #connect(bot: Bot): Promise<Client<true> | undefined> {
    const { monitor, token, now, slowMs = 1000 } = this.#settings;
    const opened = openClient(this.#settings);
    listen(opened, { bot, monitor, underWay: this.#underWay, now, slowMs });
    try {
      const client = await login(opened, token);
      this.#stopping.signal.throwIfAborted();
      watch(client, monitor, (isConnected) => {
        this.#connected = isConnected && !this.#stopping.signal.aborted;
      });
      this.#client = client;
      this.#connected = true;
      return client;
    } catch (error) {
      await opened.destroy();
      throw error;
    }
  }

  async #disconnect(client: Client | undefined): Promise<void> {
    this.#connected = false;
    await client?.destroy();
  }

  get #ready(): Client<true> | undefined {
    return this.#client?.isReady() && !this.#underWay.closed ? this.#client : undefined;
  }

  async #turn(): Promise<void> {
    const ms = this.#turns.take(performance.now());
    if (ms > 0) await wait(ms);
  }

  #posting(): Posting | undefined {
    const client = this.#ready;
    const { now, quietMs = 60_000, mostSearched = 30_000 } = this.#settings;
    return (
      client && {
        rest: this.#rest,
        turn: () => this.#turn(),
        patientRest: client.rest,
        botId: client.user.id,
        mayRead: (channelId) => mayRead(client, channelId),
        now,
        quietMs,
        mostSearched,
      }
    );
  }
}
