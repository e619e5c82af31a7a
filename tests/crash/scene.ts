/** The scene of a crash: two platforms, their channels, the stories, and subscriptions whose time has come. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel, IfNothingNew } from '../../src/digest/index.ts';
import type { Storage } from '../../src/storage/index.ts';
import { idOf, storyText } from '../bench/write-stories.ts';
import { type DiscordPeer, Permission, startDiscord } from '../peers/discord/index.ts';
import { type SlackPeer, startSlack } from '../peers/slack/index.ts';
import type { Chance } from './chance.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Enough for Slack's limit of a post a second in each not to hold everything up. */
const channelsEach = 24;
const stories = 3;

/** A channel that digests go to. */
export interface Place {
  readonly to: Channel;
  readonly space: string;
  /** The bot may read what was posted there. */
  readonly isReadable: boolean;
  /** What is to be seen there, oldest first. */
  posts(): readonly Shown[];
}

/** A post as its channel shows it. */
export interface Shown {
  /** As the platform keeps it beside the message. */
  readonly key: string;
  readonly id: string;
}

export interface Scene {
  readonly discord: DiscordPeer;
  readonly slack: SlackPeer;
  readonly places: readonly Place[];
  /** Where the stories are. */
  readonly stories: string;
  /** Where the database is. */
  readonly data: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Subscribes channels to digests that are due by now, later ones at a later time. */
  order(storage: Storage, count: number): Promise<void>;
  /** How many digests were ordered. */
  readonly ordered: number;
  close(): Promise<void>;
}

/** @param settings what the program is given besides the platforms */
export async function setScene(chance: Chance, settings: Readonly<Record<string, string>>): Promise<Scene> {
  // A nonce that stands for the message already sent would hide what is posted twice.
  const discord = await startDiscord({ limits: { global: 50 }, nonceMs: 0, keep: 20_000 });
  const slack = await startSlack({ mode: 'socket', limits: true, keep: 20_000 });
  const places = [...discordPlaces(discord), ...slackPlaces(slack)];
  const folder = mkdtempSync(join(tmpdir(), 'dateline-crash-'));
  let minute = Math.floor((Date.now() - 10 * 3_600_000) / minuteMs);
  const files = join(folder, 'stories');
  writeNews(files);
  let ordered = 0;
  return {
    discord,
    slack,
    places,
    stories: files,
    data: join(folder, 'data'),
    settings: {
      STORIES: files,
      DATELINE_DATA: join(folder, 'data'),
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.api,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.api,
      ...settings,
    },
    get ordered() {
      return ordered;
    },
    async order(storage, count) {
      let chosen: readonly Place[] = [];
      for (let index = 0; index < count; index += 1) {
        // Each time of day once in a channel, or it would be one digest.
        if (index % places.length === 0) [chosen, minute] = [chance.shuffled(places), minute + 1];
        const { to, space } = chosen[index % places.length] as Place;
        const at = minute * minuteMs;
        const cadence = { kind: 'daily', at: minute % 1440 } as const;
        const quiet = chance.of<IfNothingNew>(['line', 'look-back']);
        const story = idOf(chance.between(0, stories - 1));
        const wanted = { to, space, owner: 'nobody', stories: [story], cadence, zone: 'UTC', quiet };
        await storage.subscriptions.add(wanted, at, at - 1);
        ordered += 1;
      }
    },
    async close() {
      await Promise.all([discord.stop(), slack.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The last one shows an empty history, and no error. */
function discordPlaces(discord: DiscordPeer): Place[] {
  return Array.from({ length: channelsEach }, (_, index) => {
    const channel = discord.addChannel(`digests-${index}`);
    const isReadable = index < channelsEach - 1;
    if (!isReadable) channel.deny = Permission.ReadMessageHistory;
    return {
      to: { platform: 'discord', id: channel.id },
      space: discord.guild.id,
      isReadable,
      posts: () =>
        discord
          .messages(channel.id)
          .toReversed()
          .map(({ id, nonce }) => ({ id, key: String(nonce) })),
    };
  });
}

/** The last one's history is refused. */
function slackPlaces(slack: SlackPeer): Place[] {
  return Array.from({ length: channelsEach }, (_, index) => {
    const channel = slack.channel(`digests-${index}`);
    const isReadable = index < channelsEach - 1;
    if (!isReadable) channel.unreadable = true;
    return {
      to: { platform: 'slack', id: channel.id },
      space: slack.teamId,
      isReadable,
      posts: () => slack.messages(channel).map(({ ts, metadata }) => ({ id: ts, key: keyOf(metadata) })),
    };
  });
}

function keyOf(metadata: { readonly [name: string]: unknown } | undefined): string {
  const payload: { key?: unknown } = metadata?.['event_payload'] ?? {};
  return String(payload.key);
}

/** The first story was reported yesterday, so that its digests have a picture. */
function writeNews(folder: string) {
  mkdirSync(folder, { recursive: true });
  const yesterday = new Date(Date.now() - dayMs).toISOString().slice(0, 10);
  for (let number = 0; number < stories; number += 1) {
    const text = storyText(number, 12);
    const told = number === 0 ? text.replaceAll(/2026-03-\d\d/g, yesterday) : text;
    writeFileSync(join(folder, `${idOf(number)}.yaml`), told);
  }
}
