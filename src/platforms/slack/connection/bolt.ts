/** What Bolt and its clients are made with. */
import { App, type HTTPReceiver, type Logger, LogLevel, type SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Monitor } from '../../platform.ts';
import type { Connection, Identity } from './connection.ts';

/** So long a request may take. */
const requestMs = 10_000;

/**
 * What every client is made with. Nothing is tried again by itself: a post that may have landed would be posted twice. A rate
 * limit comes as an error at once: the client's own wait ends in an error where it may not try again.
 */
export function clientOptions({ apiUrl, monitor }: Pick<Connection, 'apiUrl' | 'monitor'>): webApi.WebClientOptions {
  return {
    logger: loggerOf(monitor),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: requestMs,
    ...(apiUrl !== undefined && { slackApiUrl: `${apiUrl}/` }),
  };
}

/** Bolt behind a receiver. */
export function appOf(connection: Connection, identity: Identity, receiver: HTTPReceiver | SocketModeReceiver): App {
  const { botToken, monitor } = connection;
  return new App({
    receiver,
    authorize: async () => ({ botToken, ...identity }),
    convoStore: false, // it would remember every conversation
    logger: loggerOf(monitor),
    logLevel: LogLevel.WARN,
    clientOptions: clientOptions(connection),
  });
}

/** Bolt's own log lines: only what is wrong, and nothing that could hold a reader's words. */
export function loggerOf(monitor: Monitor): Logger {
  const first = (messages: unknown[]) => String(messages[0]).slice(0, 200);
  return {
    debug() {},
    info() {},
    warn: (...messages) => monitor.warn({ bolt: first(messages) }, 'Bolt'),
    error: (...messages) => monitor.warn({ bolt: first(messages) }, 'Bolt'),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}
