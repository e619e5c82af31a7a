/** Guilds and people as the bot may look them up. */
import type { PeerGuild } from './guilds.ts';
import { guildOf, type Parts } from './parts.ts';
import { refusal } from './refusals.ts';
import { done, ok, type Route, route } from './routes.ts';
import { Permission, userPayload, type World } from './world.ts';

export function guildRoutes({ world }: Parts): Route[] {
  return [
    route('GET /guilds/:', (_, id = '') => ok(guildOf(world, id).summary())),
    route('GET /guilds/:/channels', (_, id = '') => ok(guildOf(world, id).channels.map((each) => each.payload()))),
    route('GET /guilds/:/roles', (_, id = '') => {
      const guild = guildOf(world, id);
      return ok(guild.roles.map((role) => guild.rolePayload(role)));
    }),
    route('GET /guilds/:/members/:', (_, id = '', userId = '') => {
      const guild = guildOf(world, id);
      const member = guild.members.get(userId === '@me' ? world.bot.id : userId);
      if (!member) throw refusal('unknownMember');
      return ok(guild.memberPayload(member));
    }),
    route('GET /users/:', (_, id = '') => {
      const user = world.users.get(id);
      if (!user) throw refusal('unknownUser');
      return ok(userPayload(user));
    }),
    route('GET /guilds/:/audit-logs', ({ query }, id = '') => ok(auditLog(world, guildOf(world, id), query))),
    route('DELETE /users/@me/guilds/:', (_, id = '') => {
      world.removeGuild(guildOf(world, id));
      return done;
    }),
  ];
}

/** Tells one thing only: who added the bot. */
function auditLog(world: World, guild: PeerGuild, query: URLSearchParams): object {
  guild.require(Permission.ViewAuditLog);
  const botAdd = 28;
  const entry = { id: guild.channels[0]?.id, user_id: guild.inviterId, target_id: world.bot.id, action_type: botAdd };
  const asked = query.get('action_type');
  const entries = asked === null || Number(asked) === botAdd ? [entry] : [];
  const users = [guild.inviterId, world.bot.id].flatMap((each) => world.users.get(each) ?? []);
  const empty = { application_commands: [], auto_moderation_rules: [], guild_scheduled_events: [] };
  return {
    audit_log_entries: entries,
    users: users.map(userPayload),
    integrations: [],
    threads: [],
    webhooks: [],
    ...empty,
  };
}
