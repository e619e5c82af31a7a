/** The real bot on a free port, over a copy of the invented stories that a test may edit. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBot } from '../../../src/bot.ts';
import type { Config } from '../../../src/config.ts';
import { openLog } from '../../../src/log.ts';

export interface LocalBot {
  /** On loopback, with a slash behind it. */
  readonly address: string;
  readonly port: number;
  /** Saves a story's file with one text in place of another; each must be there. */
  edit(file: string, text: string, by: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a bot. @param settings what differs from a newcomer's */
export async function startLocalBot(settings: Partial<Config> = {}): Promise<LocalBot> {
  const stories = await mkdtemp(join(tmpdir(), 'dateline-page-'));
  await cp(new URL('../../stories', import.meta.url), stories, { recursive: true });
  const config: Config = { stories, host: '127.0.0.1', port: 0, logLevel: 'silent', ...settings };
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
    async stop() {
      await running.stop();
      await rm(stories, { recursive: true });
    },
  };
}

export interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a browser would not do: any `Host`, any `Origin`. A text is posted as the line of a form. */
export async function send(url: string, headers: Record<string, string> = {}, line?: string): Promise<Response> {
  const body = line === undefined ? undefined : new URLSearchParams({ say: line }).toString();
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
