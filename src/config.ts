/** Settings, read from the environment and from `.env`; `.env.example` explains each. The only file that reads `process.env`. */
import { resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';

const port = z
  .string()
  .regex(/^\d+$/, 'is no port: a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'is no port: a number from 0 to 65535');
const host = z
  .string()
  .regex(/^[\w.:-]+$/, 'is no host name or address')
  .default('127.0.0.1');
const address = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:\/\//.test(text), 'is no web address')
  .transform((text) => text.replace(/\/+$/, ''))
  .optional();
const startingWith = (start: string) =>
  z
    .string()
    .refine((text) => text.startsWith(start), `does not begin with ${start}`)
    .optional();

const wholeNumber = (least: number, most: number) => {
  const wrong = `is no whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, wrong)
    .transform(Number)
    .refine((number) => number >= least && number <= most, wrong);
};

const folder = (name: string) =>
  z
    .string()
    .default(name)
    .transform((given) => resolve(given));

const settings = z.object({
  STORIES: folder('briefings'),
  DATELINE_DATA: folder('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'does not begin with postgres://')
    .optional(),
  DIGEST_CATCH_UP_HOURS: wholeNumber(0, 168).default(24),
  DIGEST_QUIET_SECONDS: wholeNumber(1, 3600).default(60),
  DIGESTS_PER_SPACE: wholeNumber(1, 10_000).default(200),
  HOST: host,
  PORT: port.default(3000),
  ACCESS_TOKEN: z.string().min(16, 'has fewer than 16 characters').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'is one of debug, info, warn, error, silent' })
    .default('info'),
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'is no server’s id: 17 to 20 digits')
    .optional(),
  DISCORD_API_URL: address,
  SLACK_BOT_TOKEN: startingWith('xoxb-'),
  SLACK_APP_TOKEN: startingWith('xapp-'),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_HOST: host,
  SLACK_PORT: port.default(3001),
  SLACK_API_URL: address,
  SLACK_DIGESTS_BY: z.enum(['members', 'admins'], { error: 'is one of members, admins' }).default('members'),
});

type Settings = z.infer<typeof settings>;

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

/** Settings that cannot be used: a line with a sentence for each. */
export class ConfigProblem extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'), { cause: 'the settings' });
  }
}

/** Reads the settings of a process. @throws {ConfigProblem} where any is wrong; no value of a secret is in it. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env) readDotenv({ quiet: true });
  // An empty setting is one that is not set.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = settings.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  const wrong = [
    ...issues.map(({ path, message }) => `${String(path[0])} ${message}.`),
    ...(issues.some(({ path }) => path[0] === 'HOST') ? [] : exposed(given)),
    ...slackProblems(given),
  ];
  if (!parsed.success || wrong.length > 0) throw new ConfigProblem(wrong);
  const { STORIES, DATELINE_DATA, DATABASE_URL, HOST, PORT, ACCESS_TOKEN, LOG_LEVEL } = parsed.data;
  const { DIGEST_CATCH_UP_HOURS, DIGEST_QUIET_SECONDS, DIGESTS_PER_SPACE } = parsed.data;
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
    ...discordOf(parsed.data),
    ...slackOf(parsed.data),
  };
}

type Given = Readonly<Record<string, string | undefined>>;

function exposed({ HOST = '127.0.0.1', ACCESS_TOKEN }: Given): string[] {
  if (isLoopback(HOST) || ACCESS_TOKEN !== undefined) return [];
  return [`HOST is ${HOST}, which others can reach: set ACCESS_TOKEN too, or leave HOST at 127.0.0.1.`];
}

function slackProblems({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }: Given): string[] {
  const [socket, http] = [SLACK_APP_TOKEN !== undefined, SLACK_SIGNING_SECRET !== undefined];
  if (socket && http) return ['SLACK_APP_TOKEN is for Socket Mode and SLACK_SIGNING_SECRET for HTTP: set one of them.'];
  if (SLACK_BOT_TOKEN === undefined)
    return socket || http
      ? [`SLACK_BOT_TOKEN is missing beside ${socket ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'}.`]
      : [];
  return socket || http ? [] : ['SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).'];
}

function discordOf(data: Settings): { discord?: DiscordConfig } {
  const { DISCORD_TOKEN: token, DISCORD_GUILD_ID: guildId, DISCORD_API_URL: apiUrl } = data;
  if (token === undefined) return {};
  return { discord: { token, ...(guildId !== undefined && { guildId }), ...(apiUrl !== undefined && { apiUrl }) } };
}

function slackOf(data: Settings): { slack?: SlackConfig } {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret = '' } = data;
  const { SLACK_HOST: host, SLACK_PORT: port, SLACK_API_URL: apiUrl, SLACK_DIGESTS_BY: digestsBy } = data;
  if (botToken === undefined) return {};
  const by =
    appToken === undefined
      ? ({ mode: 'http', signingSecret, host, port } as const)
      : ({ mode: 'socket', appToken } as const);
  return { slack: { botToken, by, digestsBy, ...(apiUrl !== undefined && { apiUrl }) } };
}

/** Whether only programs of this machine can reach the address. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
