/** The bot's sessions: each numbers its events and keeps the last of them for a resume. */
import type { WebSocket } from 'ws';
import { remember } from './clock.ts';

export interface Session {
  readonly id: string;
  readonly intents: number;
  sequence: number;
  readonly sent: { readonly sequence: number; readonly text: string }[];
  connection?: Connection | undefined;
}

export interface Connection {
  readonly socket: WebSocket;
  session?: Session;
  isSilent: boolean;
}

/** Of each session; a bot that was away for longer has lost the rest. */
const mostKept = 1000;

export class Sessions {
  readonly #all = new Map<string, Session>();

  open(id: string, intents: number, connection: Connection): Session {
    const session: Session = { id, intents, sequence: 0, sent: [], connection };
    connection.session = session;
    this.#all.set(id, session);
    return session;
  }

  get(id: string): Session | undefined {
    return this.#all.get(id);
  }

  forget(id: string): void {
    this.#all.delete(id);
  }

  clear(): void {
    this.#all.clear();
  }

  /** To every session that has the intent; to one that has lost its socket when it resumes. */
  dispatch(name: string, data: object, intent?: number): void {
    for (const session of this.#all.values())
      if (intent === undefined || (session.intents & intent) !== 0) this.dispatchTo(session, name, data);
  }

  dispatchTo(session: Session, name: string, data: object): void {
    session.sequence += 1;
    const text = JSON.stringify({ op: 0, s: session.sequence, t: name, d: data });
    remember(session.sent, { sequence: session.sequence, text }, mostKept);
    if (session.connection && !session.connection.isSilent) session.connection.socket.send(text);
  }

  /** What was sent while the bot was away, in order, and that this was all. */
  replay(connection: Connection, session: Session, after: number): void {
    session.connection = connection;
    connection.session = session;
    for (const { sequence, text } of session.sent) if (sequence > after) connection.socket.send(text);
    this.dispatchTo(session, 'RESUMED', { _trace: [] });
  }

  closed(connection: Connection, code: number): void {
    const { session } = connection;
    if (session?.connection !== connection) return;
    session.connection = undefined;
    // Whoever says goodbye with these has done with the session.
    if (code === 1000 || code === 1001) this.#all.delete(session.id);
  }
}
