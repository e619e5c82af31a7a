/** The Web API's door: tokens, scopes, unknown methods, and the form of an answer. */
import type { IncomingHttpHeaders } from 'node:http';
import { readArguments, tokenOf } from './arguments.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { hasty, type Reply } from './faults.ts';
import { fileMethods } from './file-methods.ts';
import { groupMethods } from './group-methods.ts';
import type { Inside, Method, Methods } from './inside.ts';
import { Refusal } from './refusal.ts';
import { viewMethods } from './view-methods.ts';
import { keepNewest, type Node } from './workspace.ts';

const entrance: Methods = {
  'auth.test': {
    run: (_, { world: { app, team } }) => ({
      ...{ url: `https://${team.domain}.slack.com/`, team: team.domain, user: 'dateline', team_id: team.id },
      ...{ user_id: app.botUserId, bot_id: app.botId, is_enterprise_install: false },
    }),
  },
  'apps.connections.open': {
    appToken: true,
    run(_, { socket, origin }) {
      if (!socket) throw new Refusal('socket_mode_not_enabled');
      return { url: `${origin().replace(/^http/, 'ws')}${socket.ticket()}` };
    },
  },
};

const methods = new Map<string, Method>(
  Object.entries({
    ...{ ...entrance, ...chatMethods, ...conversationMethods },
    ...{ ...viewMethods, ...fileMethods, ...groupMethods },
  }),
);

function admit(method: Method, token: string | undefined, { world: { app, uninstalled } }: Inside): void {
  if (token === undefined) throw new Refusal('not_authed');
  if (uninstalled) throw new Refusal('account_inactive');
  if (token !== app.botToken && token !== app.appToken) throw new Refusal('invalid_auth');
  if ((token === app.appToken) !== (method.appToken === true)) throw new Refusal('not_allowed_token_type');
}

function permit(needed: readonly string[], { world: { app } }: Inside): void {
  if (needed.length === 0 || needed.some((scope) => app.scopes.has(scope))) return;
  throw new Refusal('missing_scope', { needed: needed.join(','), provided: [...app.scopes].join(',') });
}

export interface Request {
  readonly name: string;
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

function run({ name, headers, query, body }: Request, inside: Inside): Reply {
  const { world } = inside;
  const method = methods.get(name);
  if (!method) throw new Refusal('unknown_method', { req_method: name });
  const args = readArguments(headers['content-type'] ?? '', body.toString(), query);
  const { token: _, ...shown } = args;
  keepNewest(world.calls, { method: name, args: shown, atMs: world.now() }, world.keep);
  admit(method, tokenOf(headers, args), inside);
  const needed = method.scopes?.(args, inside) ?? [];
  permit(needed, inside);
  const scopes = { 'x-oauth-scopes': [...world.app.scopes].join(','), 'x-accepted-oauth-scopes': needed.join(',') };
  return { status: 200, body: { ok: true, ...method.run(args, inside) }, headers: scopes };
}

/** Answers a call. */
export function callMethod(request: Request, inside: Inside): Reply {
  const { world } = inside;
  try {
    return run(request, inside);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refusal = { method: request.name, error: error.code, detail: error.detail };
    keepNewest(world.refusals, refusal, world.keep);
    return error.code === 'ratelimited' ? hasty(1) : { status: 200, body: error.body satisfies Node };
  } finally {
    world.ring();
  }
}
