/** Settings, read from the environment and from `.env`; `.env.example` explains each. The only file that reads `process.env`. */
import { resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';

const port = z
  .string()
  .regex(/^\d+$/, 'is no port: a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'is no port: a number from 0 to 65535');

const settings = z.object({
  STORIES: z
    .string()
    .default('briefings')
    .transform((folder) => resolve(folder)),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is no host name or address')
    .default('127.0.0.1'),
  PORT: port.default(3000),
  ACCESS_TOKEN: z.string().min(16, 'has fewer than 16 characters').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'is one of debug, info, warn, error, silent' })
    .default('info'),
});

/** The settings, parsed. */
export interface Config {
  /** The folder of the story files; an absolute path. */
  readonly stories: string;
  readonly host: string;
  readonly port: number;
  /** What a browser must show to see the page, where it is not bound to loopback. */
  readonly accessToken?: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Settings that cannot be used: one sentence for each. */
export class ConfigProblem extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
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
  const { HOST: host = '127.0.0.1', ACCESS_TOKEN: token } = given;
  const issues = parsed.error?.issues ?? [];
  const exposed = !isLoopback(host) && token === undefined && !issues.some(({ path }) => path[0] === 'HOST');
  const wrong = [
    ...issues.map(({ path, message }) => `${String(path[0])} ${message}.`),
    ...(exposed ? [`HOST is ${host}, which others can reach: set ACCESS_TOKEN too, or leave HOST at 127.0.0.1.`] : []),
  ];
  if (!parsed.success || wrong.length > 0) throw new ConfigProblem(wrong);
  const { STORIES, HOST, PORT, ACCESS_TOKEN, LOG_LEVEL } = parsed.data;
  return {
    stories: STORIES,
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    ...(ACCESS_TOKEN !== undefined && { accessToken: ACCESS_TOKEN }),
  };
}

/** Whether only programs of this machine can reach the address. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
