/** Many channels of many servers whose digests come due at the same minute: how fast, in which order and how fairly they come. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStorage, type Storage } from '../../src/storage/index.ts';
import { idOf, writeStories } from '../bench/write-stories.ts';
import { type DiscordPeer, isMessage, type PeerChannel, type PeerGuild, startDiscord } from '../peers/discord/index.ts';
import { LedgerView } from './ledger-view.ts';
import { start } from './program.ts';

export interface Crowd {
  /** Channels of the one large server. */
  readonly large: number;
  /** Small servers, and the channels of each. */
  readonly servers: number;
  readonly each: number;
  /** So many channels of the large server have a second digest, which is due a minute later. */
  readonly twice: number;
}

export interface FanOut {
  readonly posts: number;
  /** Posts a second, from the first to the last. */
  readonly rate: number;
  /** Channels whose digests did not come in order, once each. */
  readonly disordered: number;
  /** How many posts had gone out when the last one of a small server did, for each that the small servers' share makes. 1 is best. */
  readonly unfairness: number;
  /** How long commands took meanwhile, in milliseconds, sorted. */
  readonly commands: readonly number[];
  /** Requests that were too many. */
  readonly tooMany: number;
}

/** What Discord takes in a second. https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
export const takenPerSecond = 50;

const minuteMs = 60_000;
const story = idOf(0);
/** Between two commands. */
const everyMs = 250;

/** Runs the real program against a small Discord with its limits. */
export async function fanOut(crowd: Crowd): Promise<FanOut> {
  const posts = crowd.large + crowd.servers * crowd.each + crowd.twice;
  const discord = await startDiscord({ limits: { global: takenPerSecond }, keep: 4 * posts });
  const folder = mkdtempSync(join(tmpdir(), 'dateline-fan-out-'));
  writeStories(join(folder, 'stories'), 1, 12);
  const data = join(folder, 'data');
  const { large, small } = await subscribeAll(discord, data, crowd);
  const life = start({
    STORIES: join(folder, 'stories'),
    DATELINE_DATA: data,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    LOG_LEVEL: 'warn',
  });
  try {
    const isPost = ({ method, path, status }: { method: string; path: string; status: number }) =>
      method === 'POST' && status === 200 && /^\/channels\/\d+\/messages$/.test(path);
    const sent = () => discord.calls.filter(isPost);
    await Promise.race([discord.waitFor(() => discord.calls.some(isPost)), life.died]);
    const commands = new Commands(discord);
    while (sent().length < posts) await Promise.race([wait(200), life.died]);
    const times = await commands.stop();
    const calls = sent();
    const [first, last] = [calls[0]?.at ?? 0, calls.at(-1)?.at ?? 0];
    const isSmall = new Set(small.map(({ id }) => `/channels/${id}/messages`));
    const ledger = LedgerView.of(data);
    const instants = new Map(ledger?.slots().map(({ key, at }) => [key, at]));
    ledger?.close();
    const channels = [...large, ...small];
    const lastOfSmall = calls.findLastIndex(({ path }) => isSmall.has(path)) + 1;
    return {
      posts: calls.length,
      rate: (calls.length - 1) / ((last - first) / 1000),
      disordered: channels.filter(
        (channel, index) => !isOrdered(discord, channel, instants, index < crowd.twice ? 2 : 1),
      ).length,
      unfairness: lastOfSmall / fairShare(crowd),
      commands: times,
      tooMany: discord.calls.filter(({ status }) => status === 429).length,
    };
  } finally {
    await life.kill();
    await discord.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many posts have gone out when each server has had as many turns as a small one needs. */
function fairShare({ large, servers, each, twice }: Crowd): number {
  return servers * each + Math.min(each, large + twice);
}

/** Whether a channel has its digests once each, in the order of their instants. */
function isOrdered(discord: DiscordPeer, channel: PeerChannel, instants: ReadonlyMap<string, number>, count: number) {
  const messages = discord.messages(channel.id).toReversed();
  const at = messages.map(({ nonce }) => instants.get(String(nonce)) ?? Number.NaN);
  return at.length === count && at.every((each, index) => index === 0 || (at[index - 1] ?? 0) < each);
}

async function subscribeAll(discord: DiscordPeer, data: string, { large, servers, each, twice }: Crowd) {
  const channelsOf = (guild: PeerGuild, count: number) =>
    Array.from({ length: count }, (_, index) => guild.addChannel(`digests-${index}`, 0));
  const big = channelsOf(discord.guild, large);
  const others = Array.from({ length: servers }, (_, index) => {
    const guild = discord.addGuild({ name: `Server ${index}` });
    return channelsOf(guild, each);
  }).flat();
  const storage = await openStorage({ data, mostPerSpace: 1_000_000 });
  const at = Math.floor(Date.now() / minuteMs) * minuteMs - 10 * minuteMs;
  for (const channel of big) await subscribe(storage, channel, at);
  for (const channel of others) await subscribe(storage, channel, at);
  for (const channel of big.slice(0, twice)) await subscribe(storage, channel, at + minuteMs);
  await storage.close();
  return { large: big, small: others };
}

function subscribe(storage: Storage, channel: PeerChannel, at: number) {
  const cadence = { kind: 'daily', at: (at / minuteMs) % 1440 } as const;
  const to = { platform: 'discord', id: channel.id };
  const wanted = { to, space: channel.guild?.id ?? '', owner: 'nobody', stories: [story], cadence, zone: 'UTC' };
  return storage.subscriptions.add({ ...wanted, quiet: 'line' }, at, at - 1);
}

/** One command after another, each by another reader, until they are stopped. */
class Commands {
  readonly #times: number[] = [];
  readonly #stopping = new AbortController();
  readonly #run: Promise<void>;

  constructor(discord: DiscordPeer) {
    this.#run = this.#send(discord);
  }

  async stop(): Promise<readonly number[]> {
    this.#stopping.abort();
    await this.#run;
    return this.#times.sort((a, b) => a - b);
  }

  async #send(discord: DiscordPeer) {
    for (let number = 0; !this.#stopping.signal.aborted; number += 1) {
      const before = performance.now();
      const answer = await discord.reader(`reader ${number % 50}`).type('briefing', { story }).answered;
      if (!isMessage(answer)) throw new Error('that was no answer');
      this.#times.push(performance.now() - before);
      await wait(everyMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
    }
  }
}
