/** The bot in a Slack workspace: connects, answers, posts. */
import { webApi } from '@slack/bolt';
import type { Amended, Delivered, Post, Sent } from '../../digest/index.ts';
import type { Message } from '../../message/index.ts';
import { type Pace, untilItWorks } from '../backoff.ts';
import type { Bot, Platform } from '../platform.ts';
import { StartProblem } from '../start-problem.ts';
import { UnderWay } from '../under-way.ts';
import { listen } from './calls/listen.ts';
import { clientOptions } from './connection/bolt.ts';
import { open } from './connection/connect.ts';
import type { Connection, Opened } from './connection/connection.ts';
import { Seen } from './connection/seen.ts';
import { reasonOf } from './errors.ts';
import { HostedPictures } from './messages/pictures.ts';
import { renderSlack } from './messages/render.ts';
import { patiently } from './patiently.ts';
import { amend, deliver, type Posting } from './posts/deliver.ts';

export interface SlackSettings extends Connection {
  /** Who decides what is posted in a channel; never guests. */
  readonly digestsBy: 'members' | 'admins';
  /** So long after a try whose outcome is not known a post may land. */
  readonly quietMs?: number;
  /** The first wait for an uploaded picture to be ready. */
  readonly lookMs?: number;
  /** A handler that still runs then is announced. */
  readonly slowMs?: number;
  /** So long a stop waits for answers. */
  readonly graceMs?: number;
  /** How the waits between attempts to connect grow. */
  readonly pace?: Pace;
}

/** A connection that lasts no longer is not made anew at once: Slack may be turning the bot away. */
const briefMs = 1000;

const later = { kind: 'retry', afterMs: 1000 } as const;

const usualQuietMs = 60_000;

export class SlackPlatform implements Platform {
  readonly name = 'slack';
  readonly #settings: SlackSettings;
  readonly #underWay = new UnderWay();
  readonly #stopping = new AbortController();
  readonly #seen: Seen;
  readonly #client: webApi.WebClient;
  readonly #posting: Posting;
  #opened: Opened | undefined;
  #connected = false;
  #connectedAt = 0;

  constructor(settings: SlackSettings) {
    const { botToken, monitor, now, quietMs = usualQuietMs } = settings;
    this.#settings = settings;
    this.#seen = new Seen(now);
    this.#client = new webApi.WebClient(botToken, clientOptions(settings));
    const pictures = new HostedPictures({ ...settings, client: this.#client });
    this.#posting = { client: this.#client, conversations: new Map(), quietMs, now, pictures };
    this.#client.on(webApi.WebClientEvent.RATE_LIMITED, (seconds: number) => monitor.waited(seconds * 1000));
  }

  get connected(): boolean {
    return this.#connected;
  }

  /** The port that takes Slack's requests, by HTTP. */
  get port(): number | undefined {
    return this.#opened?.port();
  }

  async start(bot: Bot): Promise<void> {
    const { by } = this.#settings;
    await this.#connect(bot);
    if (this.#connected) this.#settings.monitor.info({ by: by.mode }, 'Slack answers');
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#underWay.close(this.#settings.graceMs);
    this.#connected = false;
    await this.#opened?.disconnect();
  }

  async prepare(message: Message): Promise<Message> {
    return this.#posts ? this.#underWay.track(this.#posting.pictures.prepare(message)) : message;
  }

  async deliver(post: Post): Promise<Delivered> {
    return this.#posts ? this.#underWay.track(deliver(post, this.#posting)) : { ...later, untouched: true };
  }

  async amend(sent: Sent, message: Message): Promise<Amended> {
    return this.#posts ? this.#underWay.track(amend(sent, message, this.#posting)) : later;
  }

  async tell(reader: string, message: Message): Promise<void> {
    if (!this.#posts) return;
    const { payload } = renderSlack(message);
    const told = patiently(() => this.#client.chat.postMessage({ channel: reader, ...payload }));
    await this.#underWay.track(told).catch((error: unknown) => {
      this.#settings.monitor.warn({ reason: reasonOf(error) }, 'reader not told');
    });
  }

  /** Whether it takes posts at this moment. */
  get #posts(): boolean {
    return this.#connected && !this.#underWay.closed;
  }

  /** @param wasBrief the last connection was lost at once: the first attempt waits, too */
  async #connect(bot: Bot, wasBrief = false): Promise<void> {
    const { monitor, pace } = this.#settings;
    const failed = (error: unknown, againInMs: number) => {
      if (error instanceof StartProblem) throw error;
      monitor.warn({ reason: reasonOf(error), againInMs }, 'Slack cannot be reached; trying again');
    };
    let waits = wasBrief;
    const attempt = async () => {
      if (!waits) return this.#open(bot);
      waits = false;
      throw new Error('the connection was lost at once');
    };
    await untilItWorks(attempt, failed, this.#stopping.signal, pace);
  }

  async #open(bot: Bot): Promise<void> {
    const { monitor, now, digestsBy, slowMs = 1000 } = this.#settings;
    const opened = this.#opened ?? (await open(this.#settings));
    const { signal } = this.#stopping;
    if (signal.aborted) return;
    if (!this.#opened) {
      const { botId, botUserId, teamId } = opened.identity;
      const { client, pictures } = this.#posting;
      const shared = { bot, client, pictures, monitor, underWay: this.#underWay, slowMs };
      listen(opened.app, { ...shared, botId, botUserId, teamId, digestsBy, seen: this.#seen, now });
    }
    this.#opened = opened;
    await opened.connect(() => void this.#reconnect(bot));
    if (signal.aborted) return opened.disconnect();
    this.#connected = true;
    this.#connectedAt = now();
    await bot.spaces.present(this.name, [opened.identity.teamId]);
  }

  /** Slack ends a connection every few hours; the next one is made at once, or as soon as it can be. */
  async #reconnect(bot: Bot): Promise<void> {
    const { monitor, now } = this.#settings;
    this.#connected = false;
    try {
      await this.#connect(bot, now() - this.#connectedAt < briefMs);
      if (this.#connected) monitor.reconnected();
    } catch (error) {
      monitor.error({ reason: reasonOf(error) }, 'Slack does not let the bot in any more');
    }
  }
}
