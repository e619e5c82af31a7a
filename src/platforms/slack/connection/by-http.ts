/** HTTP: Slack sends its requests to a server of ours. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { HTTPReceiver, LogLevel } from '@slack/bolt';
import { StartProblem } from '../../start-problem.ts';
import { appOf, loggerOf } from './bolt.ts';
import type { Connection, HttpMode, Identity, Opened } from './connection.ts';
import { largestBody, openDoor } from './http-door.ts';

/** So long what is being sent may take when the server closes; what was asked has been answered by then. */
const farewellMs = 300;

/** Bolt behind a server that refuses what is not Slack's. */
export function byHttp(connection: Connection, { signingSecret, host, port }: HttpMode, identity: Identity): Opened {
  const logger = loggerOf(connection.monitor);
  const receiver = new HTTPReceiver({ signingSecret, bodyLimit: largestBody, logger, logLevel: LogLevel.WARN });
  const server = openDoor(receiver, connection);
  return {
    app: appOf(connection, identity, receiver),
    identity,
    port: () => portOf(server),
    async connect() {
      server.listen(port, host);
      await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
        throw new StartProblem(
          `Slack’s requests cannot be taken on ${host}, port ${port} (${error.code}): set SLACK_HOST or SLACK_PORT.`,
          error,
        );
      });
    },
    async disconnect() {
      if (!server.listening) return;
      server.close();
      server.closeIdleConnections();
      // Whoever sends a request slowly must not keep the bot from stopping.
      const enough = setTimeout(() => server.closeAllConnections(), farewellMs);
      await once(server, 'close');
      clearTimeout(enough);
    },
  };
}

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === 'object' ? address?.port : undefined;
}
