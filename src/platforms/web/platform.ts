/** The local chat page: the platform that always runs. */

import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Amended, Delivered, Post, Recalled, Sent } from '../../digest/index.ts';
import type { Message } from '../../message/index.ts';
import { OperatorProblem } from '../../operator/index.ts';
import type { Bot, Platform } from '../platform.ts';
import { UnderWay } from '../under-way.ts';
import { pageAddress } from './address.ts';
import { Pictures } from './pictures.ts';
import { Posts } from './posts.ts';
import { routes } from './server/routes.ts';
import type { WebSettings } from './settings.ts';

/** How long requests that are still being read or written may hold up the end. */
const lastMs = 500;

const notYet = { kind: 'retry', afterMs: 1000 } as const;

/** The local chat page. */
export class WebPlatform implements Platform {
  readonly name = 'web';
  readonly #settings: WebSettings;
  readonly #posts: Posts;
  readonly #underWay = new UnderWay();
  readonly #closing = new AbortController();
  #server: Server | undefined;
  #port: number;

  constructor(settings: WebSettings) {
    this.#settings = settings;
    this.#posts = new Posts(settings.looks, settings.now);
    this.#port = settings.port;
  }

  /** Where the page is, once it has started. */
  get address(): string {
    return pageAddress({ ...this.#settings, port: this.#port });
  }

  get connected(): boolean {
    return this.#server?.listening === true && !this.#underWay.closed;
  }

  /** Listens. @throws {Error} with a sentence for the operator where the port cannot be had. */
  async start(bot: Bot): Promise<void> {
    const { host, port } = this.#settings;
    const app = routes({
      ...this.#settings,
      bot,
      posts: this.#posts,
      pictures: new Pictures(),
      underWay: this.#underWay,
      bound: () => ({ ...this.#settings, port: this.#port }),
      connected: () => this.connected,
      closing: this.#closing.signal,
    });
    await new Promise<void>((resolve, reject) => {
      const server = serve({ fetch: app.fetch, hostname: host, port }, (address) => {
        this.#port = address.port;
        resolve();
      }) as Server;
      server.once('error', (error) => reject(new OperatorProblem(listenProblem(host, port, error), { cause: error })));
      this.#server = server;
    });
  }

  /** Answers nothing more, finishes what is under way, ends the streams, and leaves a moment to what is being written. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server?.listening) return;
    await this.#underWay.close(this.#settings.graceMs);
    this.#closing.abort();
    const late = setTimeout(() => server.closeAllConnections(), lastMs);
    await new Promise((resolve) => server.close(resolve));
    clearTimeout(late);
  }

  /** Shows posts again that it forgot with the last process; newest last. */
  recall(posts: readonly Recalled[]) {
    this.#posts.recall(posts);
  }

  async prepare(message: Message): Promise<Message> {
    return message; // the page serves its pictures itself
  }

  /** Whoever has the page is its one reader. */
  async tell(_reader: string, message: Message): Promise<void> {
    if (this.connected) this.#posts.tell(message);
  }

  async deliver(post: Post): Promise<Delivered> {
    return this.connected ? this.#posts.deliver(post) : { ...notYet, untouched: true };
  }

  async amend(sent: Sent, message: Message): Promise<Amended> {
    return this.connected ? this.#posts.amend(sent, message) : notYet;
  }
}

function listenProblem(host: string, port: number, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use: stop the other program, or set PORT to another number.`;
  if (error.code === 'EACCES') return `Port ${port} may not be used by this account: set PORT to a number above 1023.`;
  return `The page cannot listen on ${host}, port ${port} (${error.code}).`;
}
