/** Looks for a post that may have landed, by the key in its metadata. */
import type { webApi } from '@slack/bolt';
import type { Delivered, Post } from '../../../digest/index.ts';
import { reasonOf } from '../errors.ts';
import { limits } from '../limits.ts';
import { type Failed, failed, isDeleted, passes } from './outcome.ts';
import { type Conversations, conversationOf } from './private-place.ts';

/** The kind of metadata that names a post. https://docs.slack.dev/messaging/message-metadata */
const event = 'dateline_post';

/** What names a post. */
export function metadataOf(key: string) {
  return { event_type: event, event_payload: { key } };
}

/** Requests that are made at most. */
const mostLists = 20;

/** So far the clock may have been wrong at the first try, or be wrong now: a day, and what lies around it. */
const doubtMs = 26 * 3_600_000;

/** What looking takes. */
export interface Looking {
  readonly client: webApi.WebClient;
  readonly conversations: Conversations;
  /** So long a request may land after its sender died. */
  readonly quietMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Looks for a post from well before its first try on. What cannot be read is uncertain. */
export async function find(post: Post, firstTried: number, looking: Looking): Promise<Delivered | 'absent'> {
  const oldest = (Math.max(0, Math.min(firstTried, looking.now()) - doubtMs) / 1000).toFixed(6);
  let cursor: string | undefined;
  for (let count = 0; count < mostLists; count += 1) {
    const range = { oldest, limit: limits.listed, include_all_metadata: true, ...(cursor !== undefined && { cursor }) };
    const page = await list(post, range, looking).catch((error: unknown) => unreadable(error, looking.quietMs));
    if ('kind' in page) return page;
    const found = (page.messages ?? []).find(({ metadata }) => names(metadata, post.key));
    if (found) return { kind: 'sent', id: String(found.ts) };
    cursor = page.response_metadata?.next_cursor;
    if (!page.has_more || !cursor) return 'absent';
  }
  return { kind: 'uncertain', why: 'the channel has too many messages to look through' };
}

/** A channel's messages do not hold the answers to them. */
async function list({ to, replyTo }: Post, range: object, looking: Looking) {
  const { client } = looking;
  const channel = await conversationOf(to.id, looking);
  return replyTo === undefined
    ? client.conversations.history({ channel, ...range })
    : client.conversations.replies({ channel, ts: replyTo, ...range });
}

function names(metadata: { event_type?: string; event_payload?: object } | undefined, key: string): boolean {
  const payload: { key?: unknown } = metadata?.event_payload ?? {};
  return metadata?.event_type === event && payload.key === key;
}

/** A limit or an outage passes, and nothing was posted meanwhile; a history that may not be read stays unread. */
function unreadable(error: unknown, quietMs: number): Failed {
  const outcome = failed(error, quietMs);
  if (outcome.kind === 'gone' || isDeleted(error)) return outcome;
  return outcome.kind === 'retry' && passes(error)
    ? { ...outcome, untouched: true }
    : { kind: 'uncertain', why: `the channel’s history could not be read (${reasonOf(error)})` };
}
