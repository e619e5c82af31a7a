/** The port of delivery: messages that nobody asked for, and changes to those that were sent. Each platform implements it. */
import type { Message } from '../message/index.ts';

/** Where something is posted. */
export interface Channel {
  readonly platform: string;
  /** The platform's own id of a channel, a thread, or a private conversation. */
  readonly id: string;
}

/** Names one post for good, so that it can be found again after a crash: at most 25 letters, digits and hyphens. */
export type DeliveryKey = string;

export interface Post {
  readonly to: Channel;
  readonly message: Message;
  readonly key: DeliveryKey;
  /** The one role or group that the post pings. */
  readonly mention?: string;
  /** The id of the bot's own post in the channel that it answers; it pings nobody for that. */
  readonly replyTo?: string;
  /**
   * When it was first tried, in milliseconds since 1970: it may have landed, so it is looked for before it is posted again.
   * Left out, it has never been tried. The last try should be a minute ago, since a request may land after its sender died.
   * The clock may have been wrong by a day then, or may be now.
   */
  readonly firstTried?: number;
}

/**
 * What came of a post.
 * - `sent`: it is there, once
 * - `retry`: not yet; try again, as tried before, after so many milliseconds. `untouched`: this try has certainly posted nothing
 * - `gone`: the channel is no more, or the bot may not write there
 * - `refused`: the platform does not take such a message: a fault of the program
 * - `uncertain`: it may be there; the platform could not be read
 */
export type Delivered =
  | { readonly kind: 'sent'; readonly id: string }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly untouched?: boolean }
  | { readonly kind: 'gone' | 'refused' | 'uncertain'; readonly why: string };

/** A post that was sent. */
export interface Sent {
  readonly to: Channel;
  /** As `Delivered` told it. */
  readonly id: string;
  readonly key: DeliveryKey;
  readonly mention?: string;
}

/** What came of a change: `closed` where the post cannot be changed any more. */
export type Amended =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly afterMs: number }
  | { readonly kind: 'closed'; readonly why: string };

/** What a platform does for digests. */
export interface Delivery {
  /**
   * Makes ready what a post needs before it can be sent, such as uploading a picture. What cannot be made ready is left out
   * of the message that comes back. Never throws. It posts nothing, so it may be done again.
   */
  prepare(message: Message): Promise<Message>;
  /** Posts a message that nobody asked for. Never throws. */
  deliver(post: Post): Promise<Delivered>;
  /** Puts another message in place of one that was sent. Never throws. */
  amend(sent: Sent, message: Message): Promise<Amended>;
  /** Tells one reader something in private, as far as that can be. Never throws. */
  tell(reader: string, message: Message): Promise<void>;
}
