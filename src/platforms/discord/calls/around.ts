/** What Discord knows around a call: where posts to the place go, the server's roles, and its other channels. */
import type { BaseInteraction, Message } from 'discord.js';
import type { Surroundings } from '../../../commands/index.ts';
import { findChannel, type Looking } from './find-channel.ts';
import { findRole, type Pinging } from './find-role.ts';

/** Who asks, and where. A server that is in an outage, or not known yet, has no guild here. */
interface Asking extends Looking, Pinging {}

/** The surroundings of whatever was typed, pressed or sent. */
export function aroundInteraction(interaction: BaseInteraction, personal: boolean): Surroundings {
  const { channelId, memberPermissions: may, appPermissions: botMay } = interaction;
  const home = channelId === null ? undefined : { id: channelId, personal };
  const isKnown = interaction.inCachedGuild();
  return surroundings({
    home,
    guild: isKnown ? interaction.guild : null,
    member: isKnown ? interaction.member : null,
    may,
    botMay,
  });
}

/** The surroundings of a mention, or of a private message. */
export function aroundMessage({ channelId, guild, member }: Message): Surroundings {
  const [may = null, botMay = null] = [member, guild?.members.me].map((each) => each?.permissionsIn(channelId));
  return surroundings({ home: { id: channelId, personal: guild === null }, guild, member, may, botMay });
}

function surroundings(asking: Asking): Surroundings {
  return {
    home: asking.home,
    zone: async () => undefined, // Discord tells a reader’s language alone
    role: async (typed, channel) => findRole(typed.trim(), channel === undefined ? asking : inChannel(channel, asking)),
    channel: (typed) => findChannel(typed.trim(), asking),
  };
}

/** The same in another channel, where both may be allowed more or less. */
function inChannel(id: string, asking: Asking): Asking {
  const channel = asking.guild?.channels.cache.get(id);
  const [may = null, botMay = null] = [asking.member, asking.guild?.members.me].map(
    (each) => each && channel?.permissionsFor(each),
  );
  return { ...asking, may, botMay };
}
