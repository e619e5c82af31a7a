/** A small place for posts that behaves as the platforms do: it finds a post again by its key, and can be told to fail. */
import type { Amended, Channel, Delivered, Delivery, Post, Sent } from '../../src/digest/index.ts';
import type { Message } from '../../src/message/index.ts';
import { renderDiscord } from '../../src/platforms/discord/index.ts';
import { renderSlack } from '../../src/platforms/slack/index.ts';

/** A post as it now reads. */
export interface Posted {
  readonly id: string;
  readonly key: string;
  readonly to: string;
  readonly message: Message;
  readonly mention?: string;
  readonly replyTo?: string;
  readonly edits: number;
}

/**
 * What may happen to a post: it is limited, the connection fails before or after it landed, the channel is gone, does not
 * take the message, or is closed to changes.
 */
export type Mishap = 'limited' | 'never arrived' | 'answer lost' | 'gone' | 'refused' | 'edits closed';

export class Channels implements Delivery {
  readonly posts: Posted[] = [];
  /** Whom something was said in private. */
  readonly told: { readonly reader: string; readonly message: Message }[] = [];
  /** How often something was to be posted, each with its key. */
  readonly tries: string[] = [];
  /** What happens to the next tries, in this order; undefined: nothing. */
  readonly mishaps: (Mishap | undefined)[] = [];
  /** What happens to every try of a channel. */
  readonly lasting = new Map<string, Mishap>();
  /** So much later something may be tried again where it is limited. */
  limitMs = 1000;
  /** Whether what was posted can be looked up. */
  readable = true;
  /** Called as a post is under way. */
  onPost: (post: Post) => Promise<void> = async () => {};

  in(channel: string): readonly Posted[] {
    return this.posts.filter(({ to }) => to === channel);
  }

  async prepare(message: Message): Promise<Message> {
    return message;
  }

  async deliver(post: Post): Promise<Delivered> {
    this.tries.push(post.key);
    const mishap = this.#next(post.to);
    if (mishap === 'gone') return { kind: 'gone', why: 'the channel is no more' };
    if (
      mishap === 'refused' ||
      renderDiscord(post.message).omitted.length + renderSlack(post.message).omitted.length > 0
    )
      return { kind: 'refused', why: 'parts fit no page' };
    if (mishap === 'limited') return { kind: 'retry', afterMs: this.limitMs, untouched: true };
    if (post.firstTried !== undefined) {
      if (!this.readable) return { kind: 'uncertain', why: 'the history cannot be read' };
      const found = this.posts.find(({ key }) => key === post.key);
      if (found) return { kind: 'sent', id: found.id };
    }
    await this.onPost(post);
    if (mishap === 'never arrived') return { kind: 'retry', afterMs: 60_000 };
    const { to, firstTried: _, ...rest } = post;
    const posted = { ...rest, id: `post-${this.posts.length + 1}`, to: to.id, edits: 0 };
    this.posts.push(posted);
    return mishap === 'answer lost' ? { kind: 'retry', afterMs: 60_000 } : { kind: 'sent', id: posted.id };
  }

  async amend(sent: Sent, message: Message): Promise<Amended> {
    const mishap = this.#next(sent.to);
    if (mishap === 'limited') return { kind: 'retry', afterMs: this.limitMs };
    if (mishap === 'edits closed') return { kind: 'closed', why: 'the workspace allows no edits any more' };
    const index = this.posts.findIndex(({ id, key }) => id === sent.id && key === sent.key);
    const old = this.posts[index];
    if (!old) return { kind: 'closed', why: 'the message was deleted' };
    this.posts[index] = { ...old, message, edits: old.edits + 1 };
    return { kind: 'done' };
  }

  async tell(reader: string, message: Message): Promise<void> {
    this.told.push({ reader, message });
  }

  #next({ id }: Channel): Mishap | undefined {
    return this.lasting.get(id) ?? this.mishaps.shift();
  }
}
