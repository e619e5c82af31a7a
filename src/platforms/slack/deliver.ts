/** Posts messages to channels, once each, and changes them. */
import type { webApi } from '@slack/bolt';
import type { Amended, Delivered, Post, Sent } from '../../digest/index.ts';
import type { Message } from '../../message/index.ts';
import { find, metadataOf } from './find-post.ts';
import { failed, unchanged } from './outcome.ts';
import { renderSlack, type SlackPayload } from './render.ts';

/** Posts; where it was tried before, it is looked for first. @param client tries nothing again by itself */
export async function deliver(post: Post, client: webApi.WebClient): Promise<Delivered> {
  const { payload, omitted } = renderSlack(post.message);
  if (omitted.length > 0) return { kind: 'refused', why: `${omitted.length} parts fit no page` };
  try {
    if (post.firstTried !== undefined) {
      const found = await find(post, post.firstTried, client);
      if (found !== 'absent') return found;
    }
    const sent = await client.chat.postMessage({
      channel: post.to.id,
      ...pinging(payload, post.mention),
      metadata: metadataOf(post.key),
    });
    return { kind: 'sent', id: String(sent.ts) };
  } catch (error) {
    return failed(error);
  }
}

/** Puts another message in the place of one that was sent. */
export async function amend(sent: Sent, message: Message, client: webApi.WebClient): Promise<Amended> {
  const { payload, omitted } = renderSlack(message);
  if (omitted.length > 0) return { kind: 'closed', why: `${omitted.length} parts fit no page` };
  try {
    const { text, blocks } = pinging(payload, sent.mention);
    await client.chat.update({ channel: sent.to.id, ts: sent.id, text, blocks, metadata: metadataOf(sent.key) });
    return { kind: 'done' };
  } catch (error) {
    return unchanged(error);
  }
}

/** The one group that a post pings stands before it. */
function pinging(payload: SlackPayload, mention: string | undefined): SlackPayload {
  if (mention === undefined) return payload;
  const group = { type: 'usergroup' as const, usergroup_id: mention };
  const ping = { type: 'rich_text' as const, elements: [{ type: 'rich_text_section' as const, elements: [group] }] };
  return { ...payload, blocks: [ping, ...payload.blocks] };
}
