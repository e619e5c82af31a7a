/** Posts that were sent before, as they read now: for a platform that forgets them with the process. */
import type { Message } from '../message/index.ts';
import type { Channel, Sent } from './delivery.ts';
import type { Ledger } from './ledger.ts';
import { type Showing, showDigest } from './show.ts';

/** A post that was sent before. */
export interface Recalled extends Sent {
  /** With the corrections up to now. */
  readonly message: Message;
  /** The id of the post that it answers. */
  readonly replyTo?: string;
  readonly isAmended: boolean;
}

/** What recalling takes. */
export interface Recalling extends Showing {
  readonly ledger: Pick<Ledger, 'lastSent'>;
}

/** The last posts to a channel, newest last. */
export async function recallPosts(to: Channel, most: number, recalling: Recalling): Promise<readonly Recalled[]> {
  const posts = await recalling.ledger.lastSent(to, most);
  const recalled = posts.map(async (post) => {
    const message = (await showDigest(post, recalling, {})) ?? post.message;
    const { sent, replyTo, isAmended } = post;
    return { ...sent, message, isAmended, ...(replyTo !== undefined && { replyTo }) };
  });
  return Promise.all(recalled);
}
