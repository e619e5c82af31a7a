/** `conversations.*` and `users.*`: what the app may look up. */
import { flagOf, optional, required } from './arguments.ts';
import { directChannel, knownChannel, readableChannel, threadIn, visible } from './channels.ts';
import type { Inside, Methods } from './inside.ts';
import { native } from './messages.ts';
import { Refusal } from './refusal.ts';
import type { Channel, Node, PeerMessage, World } from './workspace.ts';

const prefix = { public: 'channels', private: 'groups', im: 'im' } as const;

/** The scope for a channel of its kind, such as `groups:history`; any, where there is no such channel. */
function scopesFor(what: 'history' | 'read') {
  return (args: Node, { world }: Inside) => {
    const kind = world.channels.get(String(args['channel']))?.kind;
    return kind ? [`${prefix[kind]}:${what}`] : Object.values(prefix).map((each) => `${each}:${what}`);
  };
}

function describe(world: World, channel: Channel): Node {
  const { id, name, kind, archived, members } = channel;
  if (kind === 'im') {
    const user = [...members].find((member) => member !== world.app.botUserId);
    return { id, is_im: true, user, is_archived: archived };
  }
  const isPrivate = kind === 'private';
  return {
    ...{ id, name, name_normalized: name, is_channel: true, is_group: false, is_im: false, is_mpim: false },
    ...{ is_private: isPrivate, is_archived: archived, is_general: name === 'general', is_shared: false },
    ...{ is_ext_shared: false, is_org_shared: false, is_member: members.has(world.app.botUserId) },
    ...{ context_team_id: world.team.id, num_members: members.size },
  };
}

function limitOf(args: Node): number {
  const limit = optional(args, 'limit');
  const number = limit === undefined ? 100 : Number(limit);
  if (!Number.isInteger(number) || number < 1 || number > 999) throw new Refusal('invalid_limit');
  return number;
}

function timeOf(args: Node, key: string): number | undefined {
  const value = optional(args, key);
  if (value === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(value)) throw new Refusal(`invalid_ts_${key}`);
  return Number(value);
}

/** The messages between `oldest` and `latest`; these themselves only where `inclusive`. */
function between(args: Node, messages: readonly PeerMessage[]): PeerMessage[] {
  const [oldest, latest] = [timeOf(args, 'oldest') ?? 0, timeOf(args, 'latest') ?? Number.POSITIVE_INFINITY];
  const inclusive = flagOf(args, 'inclusive') === true;
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

const cursorFor = (ts: string) => Buffer.from(`next_ts:${ts}`).toString('base64');

/** One page, and the cursor of the next. */
function page(args: Node, messages: readonly PeerMessage[], world: World): Node {
  const cursor = optional(args, 'cursor');
  const from = cursor === undefined ? 0 : messages.findIndex(({ ts }) => cursorFor(ts) === cursor);
  if (from < 0) throw new Refusal('invalid_cursor');
  const limit = limitOf(args);
  const shown = messages.slice(from, from + limit);
  const next = messages[from + limit];
  const metadata = flagOf(args, 'include_all_metadata') === true;
  return {
    messages: shown.map((message) => native(world, message, metadata)),
    has_more: next !== undefined,
    pin_count: 0,
    ...(next && { response_metadata: { next_cursor: cursorFor(next.ts) } }),
  };
}

const typesOf = { public: 'public_channel', private: 'private_channel', im: 'im' } as const;

/** The scopes that the types of channels in a call need: here each of them. */
function scopesForTypes(args: Node): string[] {
  const types = (optional(args, 'types') ?? 'public_channel').split(',');
  const kinds = (['public', 'private', 'im'] as const).filter((kind) => types.includes(typesOf[kind]));
  return kinds.map((kind) => `${prefix[kind]}:read`);
}

/** One page of a list, and the cursor of the next. */
function pageOf<T>(args: Node, all: readonly T[], show: (each: T) => unknown): { shown: unknown[]; cursor: Node } {
  const cursor = optional(args, 'cursor');
  const from = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64').toString());
  if (!Number.isInteger(from)) throw new Refusal('invalid_cursor');
  const until = from + limitOf(args);
  const next = until < all.length ? Buffer.from(String(until)).toString('base64') : '';
  return { shown: all.slice(from, until).map(show), cursor: { response_metadata: { next_cursor: next } } };
}

export const conversationMethods: Methods = {
  'users.conversations': {
    scopes: scopesForTypes,
    run(args, { world }) {
      const types = (optional(args, 'types') ?? 'public_channel').split(',');
      const isOpen = flagOf(args, 'exclude_archived') === true;
      const all = [...world.channels.values()].filter(
        ({ kind, members, archived }) =>
          types.includes(typesOf[kind]) && members.has(world.app.botUserId) && !(isOpen && archived),
      );
      const { shown, cursor } = pageOf(args, all, (channel) => describe(world, channel));
      return { channels: shown, ...cursor };
    },
  },
  'conversations.members': {
    scopes: scopesFor('read'),
    run(args, { world }) {
      const channel = knownChannel(world, required(args, 'channel'));
      const { shown, cursor } = pageOf(args, [...channel.members], (member) => member);
      return { members: shown, ...cursor };
    },
  },
  'conversations.info': {
    scopes: scopesFor('read'),
    run: (args, { world }) => ({ channel: describe(world, knownChannel(world, required(args, 'channel'))) }),
  },
  'conversations.open': {
    scopes: () => ['im:write'],
    run(args, { world }) {
      const users = required(args, 'users').split(',');
      const person = world.people.get(users[0] ?? '');
      if (users.length > 1 || !person || person.bot) throw new Refusal('user_not_found');
      const known = world.channels.size;
      const channel = directChannel(world, person.id);
      const already = known === world.channels.size;
      const described = flagOf(args, 'return_im') ? describe(world, channel) : { id: channel.id };
      return { channel: described, ...(already && { no_op: true, already_open: true }) };
    },
  },
  'conversations.history': {
    scopes: scopesFor('history'),
    run(args, { world }) {
      const channel = readableChannel(world, required(args, 'channel'));
      const shown = visible(channel).filter(({ threadTs, broadcast, ts }) => !threadTs || threadTs === ts || broadcast);
      return page(args, between(args, shown).reverse(), world);
    },
  },
  'conversations.replies': {
    scopes: scopesFor('history'),
    run(args, { world }) {
      const channel = readableChannel(world, required(args, 'channel'));
      const ts = required(args, 'ts');
      if (!channel.messages.has(ts)) throw new Refusal('thread_not_found');
      const thread = threadIn(channel, ts);
      const all = visible(channel).filter((message) => message.ts === thread || message.threadTs === thread);
      const [parent, ...replies] = all;
      return page(args, [...(parent ? [parent] : []), ...between(args, replies)], world);
    },
  },
  'users.info': {
    scopes: () => ['users:read'],
    run(args, { world }) {
      const person = world.people.get(required(args, 'user'));
      if (!person) throw new Refusal('user_not_found');
      const { id, name, admin, owner, guest, team = world.team.id, tz, locale, bot } = person;
      const user = {
        ...{ id, team_id: team, name, real_name: name, deleted: false, tz, is_bot: bot },
        ...{ is_admin: admin || owner, is_owner: owner, is_primary_owner: false },
        ...{
          is_restricted: guest !== false,
          is_ultra_restricted: guest === 'single',
          is_app_user: false,
          is_stranger: false,
        },
        ...(person.alsoHere && { enterprise_user: { id, enterprise_id: 'E0ONE', teams: [team, world.team.id] } }),
        profile: { real_name: name, display_name: name },
        ...(flagOf(args, 'include_locale') && { locale }),
      };
      return { user };
    },
  },
};
