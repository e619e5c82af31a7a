/** The HTTP side: each call is counted, checked for its token, carried out, answered and noted. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type Body, readBody } from './body.ts';
import { remember } from './clock.ts';
import { type Fault, Faults } from './faults.ts';
import { type RateLimits, tooMany } from './rate-limits.ts';
import { Refusal, refusal } from './refusals.ts';
import { find, type Reply, type Request, type Route } from './routes.ts';
import type { World } from './world.ts';

export interface Call {
  readonly method: string;
  /** Below the version, without the query. */
  readonly path: string;
  readonly status: number;
  readonly at: number;
}

export interface Refused {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly code: number;
  /** The answer's body as text. */
  readonly detail: string;
}

export class Http {
  readonly server: Server;
  readonly calls: Call[] = [];
  readonly refusals: Refused[] = [];
  readonly faults = new Faults();
  /** Answers of 401, 403 and 429: 10,000 in ten minutes lead to a ban. */
  invalidRequests = 0;
  readonly #world: World;
  readonly #limits: RateLimits;
  readonly #routes: readonly Route[];
  readonly #delays = new Set<NodeJS.Timeout>();
  readonly #sockets = new Set<Socket>();

  constructor(world: World, limits: RateLimits, routes: readonly Route[]) {
    this.#world = world;
    this.#limits = limits;
    this.#routes = routes;
    this.server = createServer((request, response) => void this.#serve(request, response));
    this.server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(message.url ?? '/', 'http://peer');
    const path = url.pathname.replaceAll('%40', '@').replace(/^\/api(?:\/v10)?/, '');
    const method = message.method ?? 'GET';
    try {
      const body = await readBody(message);
      const fault = this.faults.take(method, path);
      if (fault === 'reset') return this.#break(response, method, path);
      const { acceptMs, delayMs, answerMs, status } = partsOf(fault);
      if (acceptMs !== undefined) this.#break(response, method, path);
      await this.#delay(acceptMs ?? delayMs);
      const reply = instead(fault) ?? this.#carryOut(message, { method, path, query: url.searchParams, ...body });
      if (acceptMs !== undefined) return this.#world.changes.happened();
      if (fault === 'reset-after') return this.#break(response, method, path);
      await this.#delay(answerMs);
      this.#answer(response, method, path, status === undefined ? reply : { status, body: serverError });
    } catch (error) {
      this.#answer(response, method, path, replyOf(error));
    }
  }

  #carryOut(message: IncomingMessage, request: Request & Body): Reply {
    const found = find(this.#routes, request.method, request.path);
    const isCallback = request.path.startsWith('/interactions/');
    const limited = this.#limits.count(found?.bucket ?? request.path, !isCallback);
    if (limited.retryAfterMs !== undefined) {
      const { body, headers } = tooMany(limited.retryAfterMs, limited.isGlobal ?? false);
      return { status: 429, body, headers: { ...limited.headers, ...headers } };
    }
    try {
      if (!found?.route.isOpen && message.headers.authorization !== `Bot ${this.#world.token}`)
        throw refusal('unauthorized');
      if (!found) throw refusal('notFound');
      const reply = found.route.handle(request, ...found.ids);
      return { ...reply, headers: { ...limited.headers, ...reply.headers } };
    } catch (error) {
      return { ...replyOf(error), headers: { ...limited.headers } };
    }
  }

  #break(response: ServerResponse, method: string, path: string): void {
    this.#note(method, path, 0);
    response.socket?.resetAndDestroy();
  }

  async #delay(ms: number | undefined): Promise<void> {
    if (ms === undefined) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      this.#delays.delete(timer);
      resolve();
    }, ms);
    this.#delays.add(timer);
    await promise;
  }

  #answer(response: ServerResponse, method: string, path: string, { status, body, headers = {} }: Reply): void {
    const text = body === undefined ? undefined : JSON.stringify(body);
    response.writeHead(
      status,
      text === undefined ? { ...headers } : { 'content-type': 'application/json', ...headers },
    );
    response.end(text);
    if (status >= 400) {
      const { code = 0 } = (body ?? {}) as { code?: number };
      remember(this.refusals, { method, path, status, code, detail: text ?? '' }, this.#world.keep);
    }
    if ([401, 403, 429].includes(status)) this.invalidRequests += 1;
    this.#note(method, path, status);
  }

  #note(method: string, path: string, status: number): void {
    remember(this.calls, { method, path, status, at: this.#world.clock() }, this.#world.keep);
    this.#world.changes.happened();
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async stop(): Promise<void> {
    for (const timer of this.#delays) clearTimeout(timer);
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

const serverError = { message: '500: Internal Server Error', code: 0 };

interface FaultParts {
  readonly acceptMs?: number;
  readonly delayMs?: number;
  readonly answerMs?: number;
  readonly status?: number;
}

/** When a call with a fault is done and answered, and with which status where it is done. */
function partsOf(fault: Fault | undefined): FaultParts {
  if (typeof fault !== 'object' || 'retryAfterMs' in fault) return {};
  return 'after' in fault || 'delayMs' in fault ? fault : {};
}

/** What a fault answers in place of the call. */
function instead(fault: Fault | undefined): Reply | undefined {
  if (fault === undefined || typeof fault === 'string') return undefined;
  if ('retryAfterMs' in fault) return { status: 429, ...tooMany(fault.retryAfterMs, fault.global ?? false) };
  if ('after' in fault || !('status' in fault)) return undefined;
  return {
    status: fault.status,
    body: fault.body ?? { message: `${fault.status}`, code: 0 },
    headers: fault.headers ?? {},
  };
}

function replyOf(error: unknown): Reply {
  if (error instanceof Refusal) return { status: error.status, body: error.body };
  // A fault of the peer itself: told in full, as the test is to show it.
  return { status: 500, body: { ...serverError, detail: error instanceof Error ? error.stack : String(error) } };
}
