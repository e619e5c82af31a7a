/** What a connection to Slack is: how Slack is reached, the way on which it reaches the bot, and who the bot is there. */
import type { App } from '@slack/bolt';
import type { Monitor } from '../../platform.ts';

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
