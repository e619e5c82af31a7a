/** What the program is started with, read from the environment and from `.env`. The only file that reads `process.env`. */
import { config as readDotenv } from 'dotenv';
import { readSettings, type Settings } from './settings.ts';

interface DiscordConfig {
  readonly token: string;
  /** The one server that the commands are declared in, for trying out; else they are declared everywhere. */
  readonly guildId?: string;
  /** Without `/v10`; Discord's own where it is left out. */
  readonly apiUrl?: string;
}

interface SlackConfig {
  readonly botToken: string;
  /** How Slack reaches the bot. */
  readonly by:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string; readonly host: string; readonly port: number };
  /** Slack's own where it is left out. */
  readonly apiUrl?: string;
  /** Who decides what is posted in a channel; never guests. */
  readonly digestsBy: 'members' | 'admins';
}

export interface DigestConfig {
  /** So long after its time a digest still comes. */
  readonly catchUpMs: number;
  /** So long after a try whose outcome is not known nothing is looked up: a request may land after its sender died. */
  readonly quietMs: number;
  /** Subscriptions of one server or workspace, or of one reader in private messages, at most. */
  readonly mostPerSpace: number;
}

/** The settings, parsed. */
export interface Config {
  /** The folder of the story files; an absolute path. */
  readonly stories: string;
  /** The folder of what is remembered; an absolute path. */
  readonly data: string;
  /** PostgreSQL's address, with which nothing is kept in `data`. */
  readonly database?: string;
  readonly digests: DigestConfig;
  readonly host: string;
  readonly port: number;
  /** What a browser must show to see the page, where it is not bound to loopback. */
  readonly accessToken?: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly discord?: DiscordConfig;
  readonly slack?: SlackConfig;
}

/** Reads the settings of a process. @throws {ConfigProblem} where any is wrong; no value of a secret is in it. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env) readDotenv({ quiet: true });
  const settings = readSettings(environment);
  const { STORIES, DATELINE_DATA, DATABASE_URL, HOST, PORT, ACCESS_TOKEN, LOG_LEVEL } = settings;
  const { DIGEST_CATCH_UP_HOURS, DIGEST_QUIET_SECONDS, DIGESTS_PER_SPACE } = settings;
  return {
    stories: STORIES,
    data: DATELINE_DATA,
    ...(DATABASE_URL !== undefined && { database: DATABASE_URL }),
    digests: {
      catchUpMs: DIGEST_CATCH_UP_HOURS * 3_600_000,
      quietMs: DIGEST_QUIET_SECONDS * 1000,
      mostPerSpace: DIGESTS_PER_SPACE,
    },
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    ...(ACCESS_TOKEN !== undefined && { accessToken: ACCESS_TOKEN }),
    ...discordOf(settings),
    ...slackOf(settings),
  };
}

function discordOf(settings: Settings): { discord?: DiscordConfig } {
  const { DISCORD_TOKEN: token, DISCORD_GUILD_ID: guildId, DISCORD_API_URL: apiUrl } = settings;
  if (token === undefined) return {};
  return { discord: { token, ...(guildId !== undefined && { guildId }), ...(apiUrl !== undefined && { apiUrl }) } };
}

function slackOf(settings: Settings): { slack?: SlackConfig } {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret = '' } = settings;
  const { SLACK_HOST: host, SLACK_PORT: port, SLACK_API_URL: apiUrl, SLACK_DIGESTS_BY: digestsBy } = settings;
  if (botToken === undefined) return {};
  const by =
    appToken === undefined
      ? ({ mode: 'http', signingSecret, host, port } as const)
      : ({ mode: 'socket', appToken } as const);
  return { slack: { botToken, by, digestsBy, ...(apiUrl !== undefined && { apiUrl }) } };
}
