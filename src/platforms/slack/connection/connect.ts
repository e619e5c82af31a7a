/** Connects to Slack: who the bot is, and the way on which Slack reaches it. */
import { type App, webApi } from '@slack/bolt';
import type { Monitor } from '../../platform.ts';
import { clientOptions } from './bolt.ts';
import { byHttp } from './by-http.ts';
import { bySocket } from './by-socket.ts';
import { sayWrong } from './wrong-token.ts';

/** How Slack is reached, and how it reaches the bot. */
export interface Connection {
  readonly botToken: string;
  readonly by: SocketMode | HttpMode;
  readonly apiUrl?: string;
  readonly monitor: Monitor;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface SocketMode {
  readonly mode: 'socket';
  readonly appToken: string;
  /** A connection that is silent for so long is lost. */
  readonly silentMs?: number;
}

export interface HttpMode {
  readonly mode: 'http';
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
}

/** Who the bot is in its workspace. */
export interface Identity {
  readonly botId: string;
  readonly botUserId: string;
  readonly teamId: string;
}

/** Bolt, and how it is connected and let go. */
export interface Opened {
  readonly app: App;
  readonly identity: Identity;
  /** Connects. @param lost is called once when the connection ends, by itself or not */
  connect(lost: () => void): Promise<void>;
  /** What comes from now on is not taken. */
  disconnect(): Promise<void>;
  /** Where Slack's requests are taken, by HTTP. */
  readonly port: () => number | undefined;
}

/** Asks Slack who the bot is, and makes Bolt. @throws {StartProblem} where the settings are wrong */
export async function open(connection: Connection): Promise<Opened> {
  const { botToken, by } = connection;
  const client = new webApi.WebClient(botToken, clientOptions(connection));
  const who = await client.auth.test().catch(sayWrong('SLACK_BOT_TOKEN'));
  const identity = { botId: String(who.bot_id), botUserId: String(who.user_id), teamId: String(who.team_id) };
  return by.mode === 'socket' ? bySocket(connection, by, identity) : byHttp(connection, by, identity);
}
