/** The real bot on a free port, over a copy of the invented stories that a test may edit. */
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBot } from '../../../src/bot/create-bot.ts';
import { deskOf } from '../../../src/bot/desk.ts';
import { openLog } from '../../../src/bot/log.ts';
import { Metrics } from '../../../src/bot/metrics.ts';
import { startBot } from '../../../src/bot/start-bot.ts';
import { type Command, commands as everyCommand } from '../../../src/commands/index.ts';
import { type Config, loadConfig } from '../../../src/config/index.ts';
import { discordLook } from '../../../src/platforms/discord/index.ts';
import type { Bot } from '../../../src/platforms/platform.ts';
import { slackLook } from '../../../src/platforms/slack/index.ts';
import { WebPlatform } from '../../../src/platforms/web/index.ts';
import type { WebSettings } from '../../../src/platforms/web/settings.ts';
import { openTransientStorage } from '../../../src/storage/index.ts';
import { StoryLibrary } from '../../../src/story/index.ts';

export interface LocalBot {
  /** On loopback, with a slash behind it. */
  readonly address: string;
  readonly port: number;
  /** Saves a story's file with one text in place of another; each must be there. */
  edit(file: string, text: string, by: string): Promise<void>;
  /** Takes a story's file away. @returns what puts it back */
  take(file: string): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

/** Starts a bot. @param settings what differs from a newcomer's */
export async function startLocalBot(settings: Partial<Config> = {}): Promise<LocalBot> {
  const stories = await mkdtemp(join(tmpdir(), 'dateline-page-'));
  await cp(new URL('../../stories', import.meta.url), stories, { recursive: true });
  const data = await mkdtemp(join(tmpdir(), 'dateline-data-'));
  const config: Config = { ...loadConfig({}), stories, data, port: 0, logLevel: 'silent', ...settings };
  const running = await startBot(config, openLog('silent'));
  const port = Number(new URL(running.address).port);
  return {
    address: `http://127.0.0.1:${port}/`,
    port,
    async edit(file, text, by) {
      const path = join(stories, file);
      const saved = await readFile(path, 'utf8');
      if (!saved.includes(text)) throw new Error(`${file} has no ‘${text}’`);
      await writeFile(path, saved.replace(text, by));
    },
    async take(file) {
      const [path, away] = [join(stories, file), join(data, file)];
      await rename(path, away);
      return () => rename(away, path);
    },
    async stop() {
      await running.stop();
      await Promise.all([stories, data].map((folder) => rm(folder, { recursive: true })));
    },
  };
}

/** A page by itself, on a free port, over the invented stories. @param change what differs of the bot behind it */
export async function startPage(
  settings: Partial<WebSettings> = {},
  commands: readonly Command[] = [],
  change: Partial<Bot> = {},
): Promise<WebPlatform> {
  const { page, bot } = await makePage(settings, commands);
  await page.start({ ...bot, ...change });
  return page;
}

/** The same, not started yet. */
export async function makePage(settings: Partial<WebSettings> = {}, commands: readonly Command[] = []) {
  const stories = await StoryLibrary.open(new URL('../../stories', import.meta.url).pathname);
  const metrics = new Metrics();
  const memory = await openTransientStorage();
  const bot = createBot({ stories, memory, log: openLog('silent'), metrics, commands: [...everyCommand, ...commands] });
  const page = new WebPlatform({
    host: '127.0.0.1',
    port: 0,
    looks: [discordLook, slackLook],
    desk: deskOf({ stories }, memory.inbox, Date.now),
    health: { connections: () => ({}), metrics: () => metrics.text() },
    log: openLog('silent'),
    now: Date.now,
    ...settings,
  });
  return { page, bot };
}

export interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a browser would not do: any `Host`, any `Origin`. A text is posted as the line of a form. */
export async function send(
  url: string,
  headers: Record<string, string> = {},
  line?: string | Record<string, string>,
): Promise<Response> {
  const fields = typeof line === 'string' ? { say: line } : line;
  const body = fields && new URLSearchParams(fields).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const options = { method: body === undefined ? 'GET' : 'POST', headers: { ...(body && type), ...headers } };
    const sent = request(url, { ...options, agent: false }, async (response) => {
      const received = await response.toArray();
      const { statusCode: status = 0, headers } = response;
      resolve({ status, headers, body: Buffer.concat(received).toString() });
    });
    sent.on('error', reject).end(body);
  });
}
