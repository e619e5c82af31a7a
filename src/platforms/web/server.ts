/** The local chat page: the platform that always runs. */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Bot, Platform } from '../platform.ts';
import { routes } from './routes.ts';
import type { WebSettings } from './settings.ts';

/** How long requests that are being answered may hold up the end. */
const graceMs = 500;

/** The local chat page. */
export class WebPlatform implements Platform {
  readonly name = 'web';
  readonly #settings: WebSettings;
  readonly #closing = new AbortController();
  #server: Server | undefined;
  #port: number;

  constructor(settings: WebSettings) {
    this.#settings = settings;
    this.#port = settings.port;
  }

  /** Where the page is, once it has started. */
  get address(): string {
    const { host } = this.#settings;
    return `http://${host.includes(':') ? `[${host}]` : host}:${this.#port}/`;
  }

  /** Listens. @throws {Error} with a sentence for the operator where the port cannot be had. */
  async start(bot: Bot): Promise<void> {
    const { host, port } = this.#settings;
    const bound = () => ({ ...this.#settings, port: this.#port });
    const app = routes({ ...this.#settings, bot, bound, closing: this.#closing.signal });
    await new Promise<void>((resolve, reject) => {
      const server = serve({ fetch: app.fetch, hostname: host, port }, (address) => {
        this.#port = address.port;
        resolve();
      }) as Server;
      server.once('error', (error) => reject(new Error(listenProblem(host, port, error), { cause: error })));
      this.#server = server;
    });
  }

  /** Takes no more requests, ends the streams, and leaves a moment to those that are being answered. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server?.listening) return;
    this.#closing.abort();
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    await new Promise((resolve) => server.close(resolve));
    clearTimeout(late);
  }
}

function listenProblem(host: string, port: number, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use: stop the other program, or set PORT to another number.`;
  if (error.code === 'EACCES') return `Port ${port} may not be used by this account: set PORT to a number above 1023.`;
  return `The page cannot listen on ${host}, port ${port} (${error.code}).`;
}
