/** Finds a channel, by its name, its id, or as Slack writes it. */
import type { webApi } from '@slack/bolt';
import type { ChannelFound } from '../../../commands/index.ts';
import { isRefusal } from '../errors.ts';
import { limits } from '../limits.ts';
import { patiently } from '../patiently.ts';

/** Who looks for it. */
interface Looking {
  readonly user: string;
  /** Whether the reader has a say in channels. */
  readonly decides: () => Promise<boolean>;
  readonly client: webApi.WebClient;
}

/** Requests that are made at most. */
const mostLists = 10;

/** A private channel that the reader is not in is not known to them. */
export async function findChannel(typed: string, { user, decides, client }: Looking): Promise<ChannelFound> {
  const wanted = typed.trim();
  const written = /^<#([CG][A-Z\d]+)(?:\|[^<>]*)?>$/.exec(wanted)?.[1];
  const isId = /^[CG][A-Z\d]{8,}$/.test(wanted);
  const id = written ?? (isId ? wanted : await idOf(wanted.replace(/^#/, '').toLowerCase(), client));
  const channel = id === undefined ? undefined : await infoOf(id, client);
  if (id === undefined || !channel || channel.is_im) return { kind: 'unknown' };
  if (channel.is_private && !(await isIn(id, user, client))) return { kind: 'unknown' };
  if (!(await decides())) return { kind: 'not yours' };
  if (channel.is_archived) return { kind: 'closed', helps: 'It is archived.' };
  if (!channel.is_member) return { kind: 'closed', helps: 'Invite it first: type /invite @Dateline there.' };
  return { kind: 'channel', id, name: `#${channel.name ?? id}` };
}

async function infoOf(id: string, client: webApi.WebClient) {
  try {
    return (await patiently(() => client.conversations.info({ channel: id }))).channel;
  } catch (error) {
    if (isRefusal(error, 'channel_not_found')) return undefined;
    throw error;
  }
}

/** Of the channels that the bot is in: it writes in no others. */
async function idOf(name: string, client: webApi.WebClient): Promise<string | undefined> {
  const types = 'public_channel,private_channel';
  for await (const { channels = [] } of lists((page) => client.users.conversations({ types, ...page }))) {
    const found = channels.find((channel) => channel.name === name);
    if (found?.id !== undefined) return found.id;
  }
  return undefined;
}

async function isIn(channel: string, user: string, client: webApi.WebClient): Promise<boolean> {
  for await (const { members = [] } of lists((page) => client.conversations.members({ channel, ...page })))
    if (members.includes(user)) return true;
  return false;
}

interface Listed {
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** The pages of a list. */
async function* lists<T extends Listed>(
  list: (page: { limit: number; cursor?: string }) => Promise<T>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  for (let count = 0; count < mostLists; count += 1) {
    const page = { limit: limits.listed, ...(cursor !== undefined && { cursor }) };
    const answer = await patiently(() => list(page));
    yield answer;
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return;
  }
}
