/** Looks for a post that may have landed, by the key in its metadata. */
import { webApi } from '@slack/bolt';
import type { Delivered, Post } from '../../digest/index.ts';
import { reasonOf } from './errors.ts';
import { type Failed, failed, quietMs } from './outcome.ts';

/** The kind of metadata that names a post. https://docs.slack.dev/messaging/message-metadata */
const event = 'dateline_post';

/** What names a post. */
export function metadataOf(key: string) {
  return { event_type: event, event_payload: { key } };
}

/** Messages a request lists, and requests that are made, at most. */
const listed = 100;
const mostLists = 20;

/** Looks for a post by the key in its metadata, from before its first try on. What cannot be read is uncertain. */
export async function find(
  { to, key }: Post,
  firstTried: number,
  client: webApi.WebClient,
): Promise<Delivered | 'absent'> {
  const oldest = ((firstTried - quietMs) / 1000).toFixed(6);
  let cursor: string | undefined;
  for (let list = 0; list < mostLists; list += 1) {
    const page = await client.conversations
      .history({
        channel: to.id,
        oldest,
        limit: listed,
        include_all_metadata: true,
        ...(cursor !== undefined && { cursor }),
      })
      .catch(unreadable);
    if ('kind' in page) return page;
    const found = (page.messages ?? []).find(
      ({ metadata }) => metadata?.event_type === event && (metadata.event_payload as { key?: string })?.key === key,
    );
    if (found) return { kind: 'sent', id: String(found.ts) };
    cursor = page.response_metadata?.next_cursor;
    if (!page.has_more || !cursor) return 'absent';
  }
  return { kind: 'uncertain', why: 'the channel has too many messages to look through' };
}

function unreadable(error: unknown): Failed {
  const outcome = failed(error);
  // A limit or an outage passes; a history that may not be read stays unread.
  const isLasting = error instanceof webApi.WebAPIPlatformError && outcome.kind !== 'gone';
  return isLasting
    ? { kind: 'uncertain', why: `the channel’s history could not be read (${reasonOf(error)})` }
    : outcome;
}
