/** The one HTTP server: which request is whose, and what goes wrong on the way. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Faults, Reply } from './faults.ts';
import { upload } from './file-methods.ts';
import type { Inside } from './inside.ts';
import { callMethod } from './web-api.ts';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, { status, body, headers }: Reply): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, ...headers }).end(text);
}

export class FrontDoor {
  /** While it is, every request loses its connection. */
  down = false;
  readonly faults: Faults;
  readonly #inside: Inside;
  readonly #server: Server;

  constructor(inside: Inside, faults: Faults) {
    this.#inside = inside;
    this.faults = faults;
    this.#server = createServer((request, response) => void this.#receive(request, response));
    // Longer than a client keeps a connection: one that is closed as a request arrives would look like a fault.
    this.#server.keepAliveTimeout = 120_000;
    this.#server.on('upgrade', (request, stream, head) => {
      const { socket } = inside;
      if (this.down || !socket) stream.destroy();
      else socket.upgrade(request, stream, head);
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (this.down) {
        request.socket.destroy();
        return;
      }
      const body = await bodyOf(request);
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://slack');
      const name = pathname.startsWith('/api/') ? pathname.slice('/api/'.length) : pathname;
      const reply = await this.faults.meet(this.faults.take(name), () => {
        if (!pathname.startsWith('/api/')) return this.#elsewhere(pathname, body);
        return callMethod({ name, headers: request.headers, query: searchParams, body }, this.#inside);
      });
      if (reply === undefined) request.socket.destroy();
      else answer(response, reply);
    } catch {
      // The client left before its request was whole.
      request.socket.destroy();
    }
  }

  #elsewhere(path: string, body: Buffer): Reply {
    if (path.startsWith('/response/')) return this.#inside.responses.answer(path, parsed(body));
    if (path.startsWith('/upload/')) return upload(this.#inside.world, path.slice('/upload/'.length), body);
    return { status: 404, body: 'not found' };
  }
}
