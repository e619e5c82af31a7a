/** Tells whoever added the bot to a server, in private, what to type. */
import { AuditLogEvent, type Guild, MessageFlags, PermissionFlagsBits, type User } from 'discord.js';
import { bareSurroundings } from '../../../commands/index.ts';
import type { Bot } from '../../platform.ts';
import { bodyOf } from '../messages/body.ts';

/** Sends the welcome. @throws where the reader takes no private messages, which is theirs to choose */
export async function welcome(guild: Guild, bot: Bot, now: number): Promise<void> {
  const reader = await addedBy(guild);
  const answer = await bot.answer({
    command: 'welcome',
    reader: reader.id,
    rights: async () => [],
    where: { platform: 'discord', space: guild.id },
    around: bareSurroundings(undefined),
    at: now,
  });
  if (answer.kind !== 'message') return;
  await reader.send({
    ...bodyOf(answer.message),
    flags: MessageFlags.IsComponentsV2,
    // A request that is repeated because its answer was lost posts nothing twice.
    nonce: guild.id,
    enforceNonce: true,
  });
}

/** Who added the bot, where the server lets the bot see that; else the server's owner. */
async function addedBy(guild: Guild): Promise<User> {
  const me = guild.members.me ?? (await guild.members.fetchMe());
  if (me.permissions.has(PermissionFlagsBits.ViewAuditLog)) {
    // A log that cannot be had is no reason to greet nobody.
    const log = await guild.fetchAuditLogs({ type: AuditLogEvent.BotAdd, limit: 5 }).catch(() => undefined);
    const entry = log?.entries.find(({ targetId }) => targetId === me.id);
    if (entry?.executor) return guild.client.users.fetch(entry.executor.id);
  }
  return guild.client.users.fetch(guild.ownerId);
}
