/** The local chat page: the platform that always runs. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { type Answer, splitCommand } from '../../commands/index.ts';
import type { Bot, Look, Platform } from '../platform.ts';
import { answerView } from './answer-view.ts';
import { loadAssets } from './assets.ts';
import type { Desk } from './desk.ts';
import { guard } from './guard.ts';
import { type Html, markup } from './markup.ts';
import { deskView, pageView } from './page-view.ts';

/** What the page is made of. */
export interface WebSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly accessToken?: string;
  /** How the platforms show messages, in the order in which they stand side by side. */
  readonly looks: readonly Look[];
  readonly desk: Desk;
  readonly log: { error(details: object, message: string): void };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const largestPost = 256 * 1024;

/** The local chat page. */
export class WebPlatform implements Platform {
  readonly name = 'web';
  readonly #settings: WebSettings;
  #server: Server | undefined;
  #closing = new AbortController();

  constructor(settings: WebSettings) {
    this.#settings = settings;
  }

  /** Where the page is, once it has started. */
  get address(): string {
    const { host } = this.#settings;
    return `http://${host.includes(':') ? `[${host}]` : host}:${this.#port}/`;
  }

  get #port(): number {
    return (this.#server?.address() as AddressInfo | null)?.port ?? this.#settings.port;
  }

  /** Listens. @throws {Error} with a sentence for the operator where the port cannot be had. */
  async start(bot: Bot): Promise<void> {
    const { host, port } = this.#settings;
    const app = this.#routes(bot);
    await new Promise<void>((resolve, reject) => {
      const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve()) as Server;
      server.once('error', (error) => reject(new Error(listenProblem(host, port, error), { cause: error })));
      this.#server = server;
    });
  }

  async stop(): Promise<void> {
    this.#closing.abort();
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(undefined));
  }

  #routes(bot: Bot): Hono {
    const { desk, looks, log } = this.#settings;
    const assets = loadAssets(looks.flatMap(({ styles }) => styles));
    const styles = [...assets.keys()].filter((path) => path.endsWith('.css'));
    const app = new Hono();
    app.use(headers());
    app.use(guard(() => ({ ...this.#settings, port: this.#port })));
    app.use(bodyLimit({ maxSize: largestPost, onError: (context) => context.text('That is too much text.', 413) }));
    app.get('/', (context) => context.html(pageView({ desk, styles, turns: [] })));
    app.post('/', async (context) =>
      context.html(pageView({ desk, styles, turns: [await this.#turn(bot, await said(context))] })),
    );
    app.post('/say', async (context) => context.html(await this.#turn(bot, await said(context))));
    app.get('/complete', (context) => context.json(bot.completeLine((context.req.query('line') ?? '').slice(0, 500))));
    app.get('/events', (context) => this.#events(context));
    for (const [path, { type, body }] of assets) {
      app.get(path, (context) => context.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
    }
    app.notFound((context) => context.text('There is no such page.', 404));
    app.onError((error, context) => {
      log.error({ error: error.stack }, 'page failed');
      return context.text('Something failed here. The log says more.', 500);
    });
    return app;
  }

  async #turn(bot: Bot, line: string): Promise<Html> {
    const { desk, looks, log, now } = this.#settings;
    const { command, text } = splitCommand(line);
    const typed = line.length > 120 ? `${line.slice(0, 119)}…` : line;
    let answer: Answer;
    try {
      answer = await bot.answer({
        command,
        text,
        reader: 'local',
        where: { platform: this.name },
        locale: 'en',
        at: now(),
      });
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error({ reference, error: error instanceof Error ? error.stack : String(error) }, 'command failed');
      return markup`<article class="turn"><p class="typed">${typed}</p><p class="failed">That failed here, through no fault of yours. Reference ${reference}.</p></article>`;
    }
    return answerView(typed, answer, looks, desk.daysOf(answer.message.command));
  }

  /** The desk, anew after each change, with the story that changed. */
  #events(context: Context): Response {
    const { desk } = this.#settings;
    return streamSSE(context, async (stream) => {
      const send = (story: string) =>
        void stream.writeSSE({ event: 'desk', id: story, data: deskView(desk).toString() });
      const stopTelling = desk.onChange(send);
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        this.#closing.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      stopTelling();
    });
  }
}

async function said(context: Context): Promise<string> {
  const body = await context.req.parseBody();
  return typeof body['say'] === 'string' ? body['say'] : '';
}

function headers() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: false, // the page is plain HTTP on the own machine
  });
}

function listenProblem(host: string, port: number, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use: stop the other program, or set PORT to another number.`;
  if (error.code === 'EACCES') return `Port ${port} may not be used by this account: set PORT to a number above 1023.`;
  return `The page cannot listen on ${host}, port ${port} (${error.code}).`;
}
