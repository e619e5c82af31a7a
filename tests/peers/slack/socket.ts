/** Socket Mode: tickets, connections, envelopes and their acknowledgements. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Carrier, Envelope, Outcome } from './deliveries.ts';
import { isNode } from './text-rules.ts';
import { keepNewest, keepNewestIn, type Node, type World } from './workspace.ts';

interface Sent {
  readonly tell: (outcome: Outcome) => void;
  readonly timer: NodeJS.Timeout;
}

/** What was sent under one envelope id, delivered again or not: so many acknowledgements are due. */
interface Pending {
  readonly waiting: Sent[];
}

export class SocketMode implements Carrier {
  /** No pings, and no answer to the app's. */
  silent = false;
  /** How many connections were ever opened. */
  connections = 0;
  readonly #world: World;
  readonly #server = new WebSocketServer({ noServer: true, autoPong: false });
  readonly #tickets = new Set<string>();
  readonly #pending = new Map<string, Pending>();
  readonly #pings: NodeJS.Timeout;
  #turn = 0;

  constructor(world: World, pingMs: number) {
    this.#world = world;
    this.#pings = setInterval(() => {
      if (!this.silent) for (const socket of this.#open()) socket.ping();
    }, pingMs).unref();
  }

  /** How many are open now. */
  get open(): number {
    return this.#open().length;
  }

  /** A path that may be connected to once. */
  ticket(): string {
    const ticket = this.#world.ids.uuid();
    this.#tickets.add(ticket);
    return `/link/?ticket=${ticket}&app_id=${this.#world.app.id}`;
  }

  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://slack');
    if (pathname !== '/link/' || !this.#tickets.delete(searchParams.get('ticket') ?? '')) {
      stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#welcome(socket));
  }

  /** Tells every connection that it is about to end; and ends it, except on a mere warning. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void {
    for (const socket of this.#open()) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'peer' } }));
      if (reason !== 'warning') socket.close(1000);
    }
  }

  /** Loses every connection without a word. */
  drop(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** Sends anything at all to the app, such as a frame that is no JSON. */
  sendRaw(data: string): void {
    for (const socket of this.#open()) socket.send(data);
  }

  carry({ id, kind, payload, retry }: Envelope, tell: (outcome: Outcome) => void): void {
    const open = this.#open();
    this.#turn += 1;
    const socket = open[this.#turn % open.length];
    if (!socket) {
      // As Slack: at once, but never before the caller holds the exchange.
      queueMicrotask(() => tell({ kind: 'failed', why: 'no connection' }));
      return;
    }
    const pending = this.#pending.get(id) ?? { waiting: [] };
    keepNewestIn(this.#pending, id, pending, this.#world.keep);
    pending.waiting.push({ tell, timer: setTimeout(() => tell({ kind: 'late' }), this.#world.patienceMs).unref() });
    const retried = retry && { retry_attempt: retry.num, retry_reason: retry.reason };
    const first = kind === 'events_api' ? { retry_attempt: 0, retry_reason: '' } : {};
    const accepts_response_payload = kind !== 'events_api';
    socket.send(
      JSON.stringify({ envelope_id: id, type: kind, payload, accepts_response_payload, ...first, ...retried }),
    );
  }

  async stop(): Promise<void> {
    clearInterval(this.#pings);
    for (const { waiting } of this.#pending.values()) for (const { timer } of waiting) clearTimeout(timer);
    const closed = [...this.#server.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of this.#server.clients) socket.close(1001);
    // An app that does not answer the farewell is left.
    const enough = setTimeout(() => this.drop(), 200);
    await Promise.all(closed);
    clearTimeout(enough);
    this.#server.close();
  }

  #open(): WebSocket[] {
    return [...this.#server.clients].filter((socket) => socket.readyState === socket.OPEN);
  }

  #welcome(socket: WebSocket): void {
    this.connections += 1;
    socket.on('error', () => {});
    socket.on('close', () => this.#world.ring());
    socket.on('ping', (data) => {
      if (!this.silent) socket.pong(data);
    });
    socket.on('message', (data) => this.#acknowledge(String(data)));
    const hello = {
      type: 'hello',
      num_connections: this.open,
      connection_info: { app_id: this.#world.app.id },
      debug_info: { host: 'peer', build_number: 1, approximate_connection_time: 18_060 },
    };
    socket.send(JSON.stringify(hello));
    this.#world.ring();
  }

  #acknowledge(data: string): void {
    const answer = parse(data);
    if (!answer) {
      this.#violate('malformed', data.slice(0, 200));
      return;
    }
    const pending = this.#pending.get(String(answer['envelope_id']));
    if (!pending) {
      this.#violate('unknown', String(answer['envelope_id']));
      return;
    }
    const sent = pending.waiting.shift();
    if (!sent) {
      this.#violate('double', String(answer['envelope_id']));
      return;
    }
    clearTimeout(sent.timer);
    sent.tell({ kind: 'acknowledged', body: answer['payload'] });
  }

  #violate(kind: 'double' | 'unknown' | 'malformed', detail: string): void {
    keepNewest(this.#world.violations, { kind, detail }, this.#world.keep);
    this.#world.ring();
  }
}

function parse(data: string): Node | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return isNode(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
