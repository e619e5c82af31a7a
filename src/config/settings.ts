/** The settings by their names, what each may be, and what they must be together; `.env.example` explains each. */

import { resolve } from 'node:path';
import { z } from 'zod';
import { OperatorProblem } from '../operator/index.ts';

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

/** The settings, each read, with the default of those that are not set. */
export type Settings = z.infer<typeof settings>;

/** Settings that cannot be used: a line with a sentence for each. */
export class ConfigProblem extends OperatorProblem {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/** Reads the settings by their names. @throws {ConfigProblem} where any is wrong; no value of a secret is in it */
export function readSettings(typed: Given): Settings {
  // An empty setting is one that is not set.
  const given: Given = Object.fromEntries(
    Object.entries(typed).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = settings.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  const wrong = [
    ...issues.map(({ path, message }) => `${String(path[0])} ${message}.`),
    ...(issues.some(({ path }) => path[0] === 'HOST') ? [] : exposed(given)),
    ...slackProblems(given),
  ];
  if (!parsed.success || wrong.length > 0) throw new ConfigProblem(wrong);
  return parsed.data;
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

/** Whether only programs of this machine can reach the address. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
