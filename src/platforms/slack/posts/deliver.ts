/** Posts messages to channels, once each, and changes them. */
import type { Amended, Delivered, Post, Sent } from '../../../digest/index.ts';
import type { Message } from '../../../message/index.ts';
import { type HostedPictures, orWithoutPictures } from '../messages/pictures.ts';
import { renderSlack, type SlackPayload } from '../messages/render.ts';
import { find, type Looking, metadataOf } from './find.ts';
import { failed, unchanged } from './outcome.ts';
import { conversationOf } from './private-place.ts';

/** What posting takes; the client tries nothing again by itself. */
export interface Posting extends Looking {
  readonly pictures: HostedPictures;
}

/** Posts; where it was tried before, it is looked for first. */
export async function deliver(post: Post, posting: Posting): Promise<Delivered> {
  const { omitted } = renderSlack(post.message);
  if (omitted.length > 0) return { kind: 'refused', why: `${omitted.length} parts fit no page` };
  try {
    if (post.firstTried !== undefined) {
      const found = await find(post, post.firstTried, posting);
      if (found !== 'absent') return found;
    }
    return await orWithoutPictures(post.message, (message) => send({ ...post, message }, posting));
  } catch (error) {
    return failed(error, posting.quietMs);
  }
}

async function send({ to, message, key, mention, replyTo }: Post, posting: Posting): Promise<Delivered> {
  const answers =
    replyTo === undefined
      ? { channel: to.id }
      : { channel: await conversationOf(to.id, posting), thread_ts: replyTo, reply_broadcast: false };
  const sent = await posting.client.chat.postMessage({
    ...answers,
    ...pinging(renderSlack(message).payload, mention),
    metadata: metadataOf(key),
  });
  return { kind: 'sent', id: String(sent.ts) };
}

/** Puts another message in the place of one that was sent. */
export async function amend(sent: Sent, message: Message, posting: Posting): Promise<Amended> {
  const { omitted } = renderSlack(message);
  if (omitted.length > 0) return { kind: 'closed', why: `${omitted.length} parts fit no page` };
  try {
    const prepared = await posting.pictures.prepare(message);
    return await orWithoutPictures(prepared, (each) => update(sent, each, posting));
  } catch (error) {
    return unchanged(error, posting.quietMs);
  }
}

async function update(sent: Sent, message: Message, posting: Posting): Promise<Amended> {
  const { text, blocks } = pinging(renderSlack(message).payload, sent.mention);
  const channel = await conversationOf(sent.to.id, posting);
  await posting.client.chat.update({ channel, ts: sent.id, text, blocks, metadata: metadataOf(sent.key) });
  return { kind: 'done' };
}

/** The one group that a post pings stands before it. */
function pinging(payload: SlackPayload, mention: string | undefined): SlackPayload {
  if (mention === undefined) return payload;
  const group = { type: 'usergroup' as const, usergroup_id: mention };
  const ping = { type: 'rich_text' as const, elements: [{ type: 'rich_text_section' as const, elements: [group] }] };
  return { ...payload, blocks: [ping, ...payload.blocks] };
}
