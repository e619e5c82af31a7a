/** Finds a role that a digest may ping, by its name, its id, or as Discord writes it. */
import { type Guild, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { RoleFound } from '../../../commands/index.ts';
import { only } from './only.ts';

/** Where it is to be pinged. */
export interface Pinging {
  readonly guild: Guild | null;
  /** What the member may do in the place, and what the bot may. */
  readonly may: Readonly<PermissionsBitField> | null;
  readonly botMay: Readonly<PermissionsBitField> | null;
}

/** The bot could ping roles that its reader may not: that is refused here, and so is one that it would name without a ping. */
export function findRole(typed: string, { guild, may, botMay }: Pinging): RoleFound {
  if (!guild) return { kind: 'unknown' };
  const name = typed.replace(/^@/, '').toLowerCase();
  const id = /^(?:<@&)?(\d+)>?$/.exec(typed)?.[1];
  // The role of all has the server's id.
  if (name === 'everyone' || name === 'here' || id === guild.id) return { kind: 'everyone' };
  const role = id === undefined ? only(guild.roles.cache, (each) => each.name.toLowerCase() === name) : undefined;
  const found = id === undefined ? role : guild.roles.cache.get(id);
  if (!found) return { kind: 'unknown' };
  const named = { id: found.id, name: found.name };
  if (found.mentionable) return { kind: 'role', ...named };
  if (may?.has(PermissionFlagsBits.MentionEveryone) !== true) return { kind: 'not allowed', name: found.name };
  if (botMay?.has(PermissionFlagsBits.MentionEveryone) === true) return { kind: 'role', ...named };
  return { kind: 'not allowed', name: found.name, helps: letItPing };
}

const letItPing =
  'The bot may not ping that role. Let everybody mention the role, or give the bot the right to mention all roles.';
