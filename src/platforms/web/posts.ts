/** What the bot has posted to the page's one channel, and told its reader: kept in memory for as long as the process lives, newest last. */
import { randomUUID } from 'node:crypto';
import type { Amended, Delivered, Post, Recalled, Sent } from '../../digest/index.ts';
import type { Message } from '../../message/index.ts';
import type { Look } from '../platform.ts';

/** The id of the page's channel. */
export const channel = 'page';

/** Posts that are kept, at most. */
export const mostKept = 20;

/** A post as it now reads. */
export interface KeptPost {
  readonly id: string;
  /** Of a post; a note has none. */
  readonly key?: string;
  readonly message: Message;
  readonly mention?: string;
  /** The post that it answers. */
  readonly answers?: { readonly id: string; readonly title: string };
  /** It is for the reader alone, and stands in no channel. */
  readonly isNote: boolean;
  readonly postedAt: number;
  /** How often it was changed. */
  readonly edits: number;
}

export class Posts {
  readonly #looks: readonly Look[];
  readonly #now: () => number;
  readonly #listeners = new Set<(post: KeptPost) => void>();
  #kept: readonly KeptPost[] = [];
  /** Whatever was posted since then is among those kept. */
  #completeSince: number;

  /** @param now milliseconds since 1970 */
  constructor(looks: readonly Look[], now: () => number) {
    this.#looks = looks;
    this.#now = now;
    this.#completeSince = now();
  }

  /** Those kept, newest last. */
  get all(): readonly KeptPost[] {
    return this.#kept;
  }

  /** Calls back with each post that is new or changed, until the function that it returns is called. */
  onPost(listener: (post: KeptPost) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Shows posts again that were there before the process began. */
  recall(posts: readonly Recalled[]) {
    for (const { id, key, message, mention, replyTo, isAmended } of posts)
      this.#keep({
        id,
        key,
        message,
        isNote: false,
        postedAt: Number.NEGATIVE_INFINITY,
        edits: isAmended ? 1 : 0,
        ...(mention !== undefined && { mention }),
        ...this.#answering(replyTo),
      });
  }

  /** Posts; where it was tried before, it is looked for first. */
  deliver({ to, message, key, mention, replyTo, firstTried }: Post): Delivered {
    if (to.id !== channel) return { kind: 'gone', why: 'the page has no such channel' };
    const why = this.#tooMuch(message);
    if (why !== undefined) return { kind: 'refused', why };
    if (firstTried !== undefined) {
      const found = this.#kept.find((each) => each.key === key);
      if (found) return { kind: 'sent', id: found.id };
      if (firstTried < this.#completeSince)
        return { kind: 'uncertain', why: 'the page no longer knows what was posted then' };
    }
    const answering = this.#answering(replyTo);
    if (replyTo !== undefined && !answering.answers)
      return { kind: 'refused', why: 'the page no longer has the post that it answers' };
    const pings = mention !== undefined && { mention };
    return { kind: 'sent', id: this.#add({ key, message, isNote: false, ...pings, ...answering }) };
  }

  /** Tells the reader something; what fits no page is told as far as it fits. */
  tell(message: Message) {
    this.#add({ message, isNote: true });
  }

  /** Puts another message in the place of one that was posted. */
  amend({ id, key }: Sent, message: Message): Amended {
    const old = this.#kept.find((each) => each.id === id && each.key === key);
    if (!old) return { kind: 'closed', why: 'the page no longer has the post' };
    const why = this.#tooMuch(message);
    if (why !== undefined) return { kind: 'closed', why };
    const changed = { ...old, message, edits: old.edits + 1 };
    this.#kept = this.#kept.map((each) => (each === old ? changed : each));
    this.#callBack(changed);
    return { kind: 'done' };
  }

  #add(fresh: Omit<KeptPost, 'id' | 'postedAt' | 'edits'>): string {
    const post = { ...fresh, id: randomUUID(), postedAt: this.#now(), edits: 0 };
    this.#keep(post);
    return post.id;
  }

  #answering(replyTo: string | undefined): Pick<KeptPost, 'answers'> {
    const answered = this.#kept.find(({ id }) => id === replyTo);
    return answered ? { answers: { id: answered.id, title: answered.message.title } } : {};
  }

  #keep(post: KeptPost) {
    const kept = [...this.#kept, post];
    for (const { postedAt } of kept.slice(0, -mostKept))
      this.#completeSince = Math.max(this.#completeSince, postedAt + 1);
    this.#kept = kept.slice(-mostKept);
    this.#callBack(post);
  }

  #callBack(post: KeptPost) {
    for (const listener of this.#listeners) listener(post);
  }

  #tooMuch(message: Message): string | undefined {
    const full = this.#looks.find((look) => look.render(message).omitted.length > 0);
    return full && `parts of it fit no page of ${full.name}`;
  }
}
