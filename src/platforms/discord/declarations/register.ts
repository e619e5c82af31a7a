/** Keeps the commands' declarations at Discord as they are here. */
import { type Client, Routes } from 'discord.js';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Command } from '../../../commands/index.ts';
import { StartProblem } from '../../start-problem.ts';
import { code, isRefusal } from '../errors.ts';
import { declarations, differs } from './declare.ts';

/**
 * Declares the commands by one bulk overwrite, if Discord keeps others. @returns whether it did
 * @throws {StartProblem} where the bot is not in the server
 */
export async function register(
  { application, rest }: Client<true>,
  commands: readonly Command[],
  guildId: string | undefined,
): Promise<boolean> {
  const { id } = application;
  const route = guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
  const wanted = declarations(commands);
  try {
    const kept = (await rest.get(route)) as APIApplicationCommand[];
    if (!differs(wanted, kept)) return false;
    await rest.put(route, { body: wanted });
    return true;
  } catch (error) {
    if (guildId === undefined || !isRefusal(error, code.missingAccess, code.unknownGuild)) throw error;
    throw new StartProblem(
      `The bot is not in the server ${guildId}, which DISCORD_GUILD_ID names: add it there first.`,
      error,
    );
  }
}

/** The address at which a server's owner adds the bot, with the least rights that it needs. */
export function inviteOf({ application }: Client<true>): string {
  // View Channel, Send Messages, Attach Files, Read Message History, Send Messages in Threads
  const permissions = (1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 38n);
  return `https://discord.com/oauth2/authorize?client_id=${application.id}&scope=bot+applications.commands&permissions=${permissions}`;
}
