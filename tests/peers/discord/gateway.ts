/** The socket: sessions, their events by number, and what can go wrong with them. */
import type { IncomingMessage, Server } from 'node:http';
import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Connection, type Session, Sessions } from './sessions.ts';
import { userPayload, type World } from './world.ts';

/** Whoever wants one must have been granted it. */
const privilegedIntents = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

interface Packet {
  readonly op?: number;
  readonly d?: { token?: string; intents?: number; session_id?: string; seq?: number } | number | null;
}

export interface GatewayOptions {
  readonly heartbeatMs: number;
  /** Privileged intents that the application was granted. */
  readonly granted: number;
}

export class Gateway {
  connections = 0;
  identifies = 0;
  resumes = 0;
  heartbeats = 0;
  /** What the last identify asked for. */
  intents = 0;
  /** Codes with which the peer or the bot closed, in order. */
  readonly closes: number[] = [];
  url = '';
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #sessions = new Sessions();
  readonly #open = new Set<Connection>();
  readonly #server = new WebSocketServer({ noServer: true });

  constructor(world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    world.dispatch = (name, data, intent) => this.dispatch(name, data, intent);
    world.readsAll = () => (this.intents & Intent.MessageContent) !== 0;
  }

  listen(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket, head) => {
      this.#server.handleUpgrade(request, socket, head, (opened) => this.#accept(opened, request.url ?? ''));
    });
  }

  /** Sessions that are connected and ready. */
  get ready(): number {
    return [...this.#open].filter(({ session }) => session).length;
  }

  /** To every session that has the intent; to one that has lost its socket when it resumes. */
  dispatch(name: string, data: object, intent?: number): void {
    this.#sessions.dispatch(name, data, intent);
    this.#world.changes.happened();
  }

  /** Loses the connections: with a close code, or without a word. */
  drop(code?: number): void {
    for (const { socket } of this.#open)
      if (code === undefined) socket.terminate();
      else socket.close(code);
    if (code !== undefined) this.closes.push(code);
  }

  askReconnect(): void {
    for (const connection of this.#open) this.#send(connection, { op: 7, d: null });
  }

  /** Resumable: the bot may resume at once; else it must identify anew. */
  invalidate(resumable: boolean): void {
    for (const connection of this.#open) {
      if (!resumable && connection.session) this.#sessions.forget(connection.session.id);
      this.#send(connection, { op: 9, d: resumable });
    }
  }

  /** Forgets the sessions without a word: a later resume is refused. */
  forgetSessions(): void {
    this.#sessions.clear();
  }

  get silent(): boolean {
    return [...this.#open].some(({ isSilent }) => isSilent);
  }

  /** Zombies: connections that are open now neither answer heartbeats nor send; a new one works. */
  set silent(isSilent: boolean) {
    for (const connection of this.#open) connection.isSilent = isSilent;
  }

  #send({ socket, isSilent }: Connection, packet: object): void {
    if (!isSilent) socket.send(JSON.stringify(packet));
  }

  #accept(socket: WebSocket, url: string): void {
    const connection: Connection = { socket, isSilent: false };
    const query = new URL(url, 'ws://peer').searchParams;
    if (query.get('v') !== '10' || query.get('encoding') !== 'json') {
      socket.close(4012);
      return;
    }
    this.connections += 1;
    this.#open.add(connection);
    socket.on('message', (data) => this.#receive(connection, String(data)));
    socket.on('error', () => {});
    socket.on('close', (code) => this.#closed(connection, code));
    this.#send(connection, { op: 10, d: { heartbeat_interval: this.#options.heartbeatMs, _trace: [] } });
    this.#world.changes.happened();
  }

  #closed(connection: Connection, code: number): void {
    this.#open.delete(connection);
    this.#sessions.closed(connection, code);
    this.#world.changes.happened();
  }

  #receive(connection: Connection, text: string): void {
    const packet = parse(text);
    if (!packet) this.#refuse(connection, 4002);
    else if (packet.op === 1) this.#heartbeat(connection);
    else if (packet.op === 2) this.#identify(connection, packet);
    else if (packet.op === 6) this.#resume(connection, packet);
    else if (!connection.session) this.#refuse(connection, 4003);
    // Presence, voice, members and the like are taken and lead to nothing.
    else if (![3, 4, 8, 31].includes(packet.op ?? -1)) this.#refuse(connection, 4001);
  }

  #refuse({ socket }: Connection, code: number): void {
    this.closes.push(code);
    socket.close(code);
  }

  #heartbeat(connection: Connection): void {
    this.heartbeats += 1;
    this.#send(connection, { op: 11 });
    this.#world.changes.happened();
  }

  #identify(connection: Connection, { d }: Packet): void {
    const { token, intents = 0 } = typeof d === 'object' && d !== null ? d : {};
    this.identifies += 1;
    this.intents = intents;
    const refused = this.#refusedClaim(connection, token, intents);
    if (refused !== undefined) {
      this.#refuse(connection, refused);
      return;
    }
    const session = this.#sessions.open(this.#world.ids.next(), intents, connection);
    this.#ready(session);
    this.#world.changes.happened();
  }

  #refusedClaim({ session }: Connection, token: string | undefined, intents: number): number | undefined {
    if (token !== this.#world.token) return 4004;
    if (session) return 4005;
    return (intents & privilegedIntents & ~this.#options.granted) === 0 ? undefined : 4014;
  }

  #ready(session: Session): void {
    const guilds = [...this.#world.guilds.values()];
    this.#sessions.dispatchTo(session, 'READY', {
      v: 10,
      user: { ...userPayload(this.#world.bot), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: this.url,
      shard: [0, 1],
      application: { id: this.#world.applicationId, flags: 0 },
      private_channels: [],
      relationships: [],
      user_settings: {},
    });
    if ((session.intents & Intent.Guilds) === 0) return;
    for (const guild of guilds)
      if (!guild.isUnavailable) this.#sessions.dispatchTo(session, 'GUILD_CREATE', guild.payload());
  }

  #resume(connection: Connection, { d }: Packet): void {
    const { token, session_id = '', seq = 0 } = typeof d === 'object' && d !== null ? d : {};
    this.resumes += 1;
    const session = this.#sessions.get(session_id);
    if (token !== this.#world.token) this.#refuse(connection, 4004);
    else if (!session) this.#send(connection, { op: 9, d: false });
    else if (seq > session.sequence) this.#refuse(connection, 4007);
    else this.#sessions.replay(connection, session, seq);
    this.#world.changes.happened();
  }

  stop(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
    this.#sessions.clear();
  }
}

function parse(text: string): Packet | undefined {
  try {
    const packet: unknown = JSON.parse(text);
    return typeof packet === 'object' && packet !== null ? packet : undefined;
  } catch {
    return undefined;
  }
}
