/** What the bot asks for as itself: the gateway, its commands, channels, messages, guilds, people. */

import { guildRoutes } from './guild-routes.ts';
import { messageRoutes } from './message-routes.ts';
import type { Parts } from './parts.ts';
import { channelOf, directChannel, guildOf } from './parts.ts';
import { refusal } from './refusals.ts';
import { done, ok, type Request, type Route, route } from './routes.ts';
import { PeerThread } from './threads.ts';
import { Permission, userPayload } from './world.ts';

export function botRoutes(parts: Parts): Route[] {
  return [
    ...gatewayRoutes(parts),
    ...commandRoutes(parts),
    ...channelRoutes(parts),
    ...messageRoutes(parts),
    ...guildRoutes(parts),
  ];
}

function gatewayRoutes({ world, gateway }: Parts): Route[] {
  const start = () => ({
    total: 1000,
    remaining: Math.max(0, 1000 - gateway.identifies),
    reset_after: 86_400_000,
    max_concurrency: 1,
  });
  const application = () => ({
    id: world.applicationId,
    name: world.bot.name,
    icon: null,
    description: '',
    bot: userPayload(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    owner: userPayload(world.bot),
    team: null,
    approximate_guild_count: world.guilds.size,
  });
  return [
    route('GET /gateway', () => ok({ url: gateway.url }), true),
    route('GET /gateway/bot', () => ok({ url: gateway.url, shards: 1, session_start_limit: start() })),
    route('GET /users/@me', () =>
      ok({ ...userPayload(world.bot), verified: true, mfa_enabled: false, locale: 'en-US' }),
    ),
    route('GET /applications/@me', () => ok(application())),
    route('GET /oauth2/applications/@me', () => ok(application())),
  ];
}

function commandRoutes({ world, commands, published }: Parts): Route[] {
  const own = (applicationId: string) => {
    if (applicationId !== world.applicationId) throw refusal('notYourApplication');
  };
  const scope = (guildId: string) => guildOf(world, guildId).id;
  const replace = ({ body }: Request, guildId?: string) => {
    for (const command of Array.isArray(body) ? body : [])
      published('ApplicationCommandUpdateRequest', asPublished(command));
    return ok(commands.replace(body, guildId));
  };
  const all = (request: Request, id: string, run: (request: Request) => ReturnType<typeof ok>) => {
    own(id);
    return run(request);
  };
  return [
    route('GET /applications/:/commands', (request, id = '') => all(request, id, () => ok(commands.list()))),
    route('PUT /applications/:/commands', (request, id = '') => all(request, id, () => replace(request))),
    route('GET /applications/:/guilds/:/commands', (request, id = '', guild = '') =>
      all(request, id, () => ok(commands.list(scope(guild)))),
    ),
    route('PUT /applications/:/guilds/:/commands', (request, id = '', guild = '') =>
      all(request, id, () => replace(request, scope(guild))),
    ),
  ];
}

/** The description has the permissions as a number; the documentation and Discord's own answers have them as a text. */
function asPublished(command: unknown): unknown {
  if (typeof command !== 'object' || command === null || !('default_member_permissions' in command)) return command;
  const { default_member_permissions: permissions } = command;
  const isText = typeof permissions === 'string' && /^\d+$/.test(permissions);
  return isText ? { ...command, default_member_permissions: Number(permissions) } : command;
}

function channelRoutes({ world }: Parts): Route[] {
  return [
    route('GET /channels/:', (_, id = '') => {
      const channel = channelOf(world, id);
      channel.require(Permission.ViewChannel);
      return ok(channel.payload());
    }),
    route('GET /channels/:/thread-members/:', (_, id = '', userId = '') => {
      const channel = channelOf(world, id);
      if (!(channel instanceof PeerThread)) throw refusal('unknownChannel');
      channel.require(Permission.ViewChannel);
      return ok(channel.memberPayload(userId));
    }),
    route('POST /channels/:/typing', (_, id = '') => {
      channelOf(world, id).require(Permission.SendMessages);
      return done;
    }),
    route('POST /users/@me/channels', ({ body }) => {
      const { recipient_id = '' } = (body ?? {}) as { recipient_id?: string };
      return ok(directChannel(world, recipient_id).payload());
    }),
  ];
}
