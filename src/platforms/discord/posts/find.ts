/** Finds a post again by the key in the ids of its buttons. */
import { type Client, type REST, Routes } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { customIdsOf } from '../messages/custom-ids.ts';

/** What is looked for. */
export interface Wanted {
  readonly channelId: string;
  readonly authorId: string;
  readonly key: string;
  /** From when on, in milliseconds since 1970, by Discord's clock. */
  readonly since: number;
  /** So many messages are looked through. */
  readonly most: number;
}

/** Messages that a request lists, at most. https://discord.com/developers/docs/resources/message#get-channel-messages */
const listed = 100;

/**
 * The id of the post; undefined where it is not there; `too many` where there was too much to look through. Goes from the newest
 * back: a post that is tried again is mostly a recent one.
 * @param rest waits for limits, and asks again where no answer comes
 */
export async function find(
  rest: REST,
  { channelId, authorId, key, since, most }: Wanted,
): Promise<{ id: string } | undefined | 'too many'> {
  const first = snowflakeAt(since);
  let before: bigint | undefined;
  for (let seen = 0; seen < most; seen += listed) {
    const query = new URLSearchParams({ limit: String(listed), ...(before && { before: String(before) }) });
    const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
    const found = messages.find(({ author, components }) => author.id === authorId && carries(components ?? [], key));
    if (found) return found;
    if (messages.length < listed) return undefined;
    // Listed from the newest.
    before = BigInt(messages.at(-1)?.id ?? first);
    if (before <= first) return undefined;
  }
  return 'too many';
}

/** Whether a message carries a post's key. */
export function carries(components: readonly unknown[], key: string): boolean {
  return customIdsOf(components).some((id) => id.endsWith(` #${key}`));
}

/** Whether the bot may read a channel's history; without that right Discord lists no message, and no error. */
export async function mayRead(client: Client<true>, channelId: string): Promise<boolean> {
  // Asked anew: the right may have been taken away a moment ago.
  const channel = await client.channels.fetch(channelId, { force: true });
  if (!channel || channel.isDMBased()) return channel !== null;
  return channel.permissionsFor(client.user)?.has(['ViewChannel', 'ReadMessageHistory']) === true;
}

/** Discord's ids begin with the milliseconds since 2015. https://discord.com/developers/docs/reference#snowflakes */
function snowflakeAt(ms: number): bigint {
  return BigInt(Math.max(0, Math.floor(ms) - 1_420_070_400_000)) << 22n;
}
