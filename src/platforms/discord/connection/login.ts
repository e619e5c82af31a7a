/** Logs a client in, and tells what ends its connection for good. */
import { type Client, type CloseEvent, Events, GatewayCloseCodes } from 'discord.js';
import type { Monitor } from '../../platform.ts';
import { StartProblem } from '../../start-problem.ts';

const badToken = 'Discord does not accept DISCORD_TOKEN: copy it anew from the bot’s page.';

/** What the operator can do where Discord closes the connection and takes no other. */
const endings: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, badToken],
  [
    GatewayCloseCodes.DisallowedIntents,
    'Discord does not let the bot have its intents: look at them on the bot’s page.',
  ],
  [GatewayCloseCodes.ShardingRequired, 'The bot is in more servers than one connection serves.'],
]);

function endingOf({ code }: CloseEvent): string {
  return endings.get(code) ?? `Discord ended the connection for good, with the code ${code}.`;
}

/** Logs in and is ready. @throws {StartProblem} where the settings are wrong */
export async function login(client: Client, token: string): Promise<Client<true>> {
  // Nothing else can stand in a request's header, whose error would be taken for one of the network.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new StartProblem(badToken, 'a sign that no token has');
  const { promise: ready, resolve, reject } = Promise.withResolvers<Client<true>>();
  client.once(Events.ClientReady, resolve);
  client.once(Events.ShardDisconnect, (event) => reject(new StartProblem(endingOf(event), event.code)));
  try {
    const [there] = await Promise.all([ready, client.login(token)]);
    return there;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === 'TokenInvalid' ? new StartProblem(badToken, error) : error;
  }
}

/** Tells of each loss of a client's connection, and of its return. @param tell whether it is there */
export function watch(client: Client<true>, monitor: Monitor, tell: (isConnected: boolean) => void): void {
  let isLost = false;
  const lost = () => {
    isLost = true;
    tell(false);
  };
  const found = () => {
    if (!isLost) return;
    isLost = false;
    tell(true);
    monitor.reconnected();
  };
  client.on(Events.ShardReconnecting, lost).on(Events.ShardResume, found).on(Events.ShardReady, found);
  client.on(Events.ShardDisconnect, (event) => {
    lost();
    monitor.error({ code: event.code }, endingOf(event));
  });
}
