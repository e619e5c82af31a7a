/** Socket Mode: Slack is asked where to connect, and sends over that connection. */
import { LogLevel, SocketModeReceiver } from '@slack/bolt';
import { appOf, clientOptions, loggerOf } from './bolt.ts';
import type { Connection, Identity, Opened, SocketMode } from './connection.ts';
import { sayWrong } from './wrong-token.ts';

/** So long Slack may take to hang up; left to itself, Bolt waits until the silence is noticed. */
const farewellMs = 300;

/** Bolt over a socket. Its own way to connect anew is not used: it ends the process where Slack cannot be reached. */
export function bySocket(connection: Connection, { appToken, silentMs }: SocketMode, identity: Identity): Opened {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: loggerOf(connection.monitor),
    logLevel: LogLevel.WARN,
    installerOptions: { clientOptions: clientOptions(connection) },
    ...(silentMs !== undefined && { clientPingTimeout: silentMs }),
  });
  const { client } = receiver;
  let isLetGo = false;
  // Told to disconnect while it asks where to connect, Bolt would connect all the same.
  client.on('connecting', () => {
    if (isLetGo) throw new Error('stopped');
  });
  // Bolt has said goodbye by now; said twice, it does not wait for Slack to hang up.
  client.on('ws_message', (data: unknown) => {
    if (isFarewell(data)) void client.disconnect();
  });
  return {
    app: appOf(connection, identity, receiver),
    identity,
    port: () => undefined,
    async connect(lost) {
      await client.start().catch(sayWrong('SLACK_APP_TOKEN'));
      client.once('disconnected', lost);
    },
    async disconnect() {
      isLetGo = true;
      const ended = client.disconnect();
      const enough = setTimeout(() => void client.disconnect(), farewellMs);
      await ended;
      clearTimeout(enough);
    },
  };
}

/** Slack is about to close the connection. https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
function isFarewell(data: unknown): boolean {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return false;
  try {
    return JSON.parse(data).type === 'disconnect';
  } catch {
    return false;
  }
}
