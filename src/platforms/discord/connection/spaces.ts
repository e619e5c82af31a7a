/** Tells the bot which servers have it. */
import { type Client, GatewayDispatchEvents } from 'discord.js';
import type { GatewayGuildCreateDispatchData, GatewayReadyDispatchData } from 'discord-api-types/v10';
import type { SpacesSeen } from '../../platform.ts';

/** What discord.js tells of guilds leaves out those that went while there was no session: the gateway's own events tell all. */
type GuildGone = { readonly id: string; readonly unavailable?: boolean };

/**
 * Tells of the servers: of all at each new session, those in an outage included, and then of each that comes or goes.
 * @param take keeps track of what is told, one after the other
 */
export function tellSpaces(client: Client, spaces: SpacesSeen, take: (task: () => Promise<void>) => void): void {
  let known = new Set<string>();
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData) => {
    known = new Set(guilds.map(({ id }) => id));
    // discord.js would take one that comes back for one that it has.
    client.guilds.cache.sweep(({ id }) => !known.has(id));
    client.channels.cache.sweep((channel) => !channel.isDMBased() && !known.has(channel.guildId));
    const all = [...known];
    take(() => spaces.present('discord', all));
  });
  client.ws.on(GatewayDispatchEvents.GuildCreate, ({ id }: GatewayGuildCreateDispatchData) => {
    if (known.has(id)) return;
    known.add(id);
    take(() => spaces.joined('discord', id));
  });
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: GuildGone) => {
    if (unavailable === true || !known.delete(id)) return;
    take(() => spaces.left('discord', id));
  });
}
