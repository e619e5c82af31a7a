/** The port of the ledger of slots: what was planned, what was sent, and what became of it. Each method is one transaction. */
import type { Message } from '../message/index.ts';
import type { TimelinePicture } from '../picture/index.ts';
import type { Channel, DeliveryKey, Sent } from './delivery.ts';
import type { EntryNumber } from './entries.ts';
import type { Subscription } from './subscription.ts';

/** Which news of a story a post carries. */
export interface Carried {
  readonly story: string;
  /** Keys of entries. */
  readonly keys: readonly string[];
  /** The story is told up to here once the post is sent. */
  readonly upTo: EntryNumber;
  /** Ids of all statements that its words say, so that a correction can reach it. */
  readonly statements: readonly string[];
}

/** What is decided about one occurrence of a subscription. */
export interface Slot {
  readonly subscription: number;
  /** Names the occurrence within its subscription, as `slot-name.ts` says. */
  readonly name: string;
  /** When it is due: milliseconds since 1970. */
  readonly at: number;
}

/** A slot that is not posted. */
export interface SkippedSlot extends Slot {
  readonly why: string;
}

/** A slot that is to be posted. */
export interface PlannedSlot extends Slot {
  readonly key: DeliveryKey;
  readonly to: Channel;
  readonly space?: string;
  readonly mention?: string;
  readonly replyTo?: string;
  readonly message: Message;
  /** A picture that goes into the message before the block with that index, if it can be drawn. */
  readonly picture?: { readonly picture: TimelinePicture; readonly before: number };
  /** First and last day that the heading gives. */
  readonly from: string;
  readonly until: string;
  readonly carried: readonly Carried[];
  /** It is the one line of a quiet time. */
  readonly isQuietLine?: boolean;
}

/** What a tick decides about one subscription; recorded as a whole, or not at all. */
export interface Plan {
  readonly subscription: number;
  readonly skipped: readonly SkippedSlot[];
  readonly slot?: PlannedSlot;
  readonly handled: number;
  readonly next?: number;
}

/** A slot that waits to be posted, without its document. */
export interface Waiting {
  readonly id: number;
  readonly to: Channel;
  readonly space?: string;
  readonly at: number;
  /** Not to be tried before; of one that was found as sending, its last try. */
  readonly notBefore: number;
  /** A try of it was under way: it may have landed. */
  readonly wasSending: boolean;
}

/** A slot with its document. */
export interface Delivering extends PlannedSlot {
  readonly id: number;
  readonly plannedAt: number;
  /** When it was first tried in a way that may have landed, before this try. */
  readonly firstTried?: number;
  /** How many tries there were before this one. */
  readonly tries: number;
  readonly owner: string;
  /** A statement that it carries was corrected since it was planned. */
  readonly isCorrected: boolean;
}

/** How a try ended. */
export type Outcome =
  /** `corrected`: it was posted with all corrections up to now. */
  | { readonly kind: 'sent'; readonly id: string; readonly corrected: boolean }
  /** `firstTried`: what the slot keeps of when it may have landed. */
  | { readonly kind: 'retry'; readonly notBefore: number; readonly firstTried?: number }
  | {
      readonly kind: 'skipped' | 'uncertain';
      readonly why: string;
      /** Pauses the subscription, too. */
      readonly pauses: boolean;
      /** Whoever subscribed is told. */
      readonly tellsOwner: boolean;
    };

/** A post that carries a statement that was corrected or withdrawn since. */
export interface Amendable extends Delivering {
  readonly sent: Sent;
  /** The highest entry that is not yet told in the post. */
  readonly upTo: EntryNumber;
  /** Up to which entry its corrections were told already, by a change or by a reply; 0 where none was. */
  readonly toldUpTo: EntryNumber;
}

/** A post as it was composed, and where it is. */
interface Posted extends PlannedSlot {
  readonly sent: Sent;
  /** It was changed by a correction. */
  readonly isAmended: boolean;
}

export interface Ledger {
  /** Active subscriptions whose next occurrence has come and that have no slot waiting, oldest first. */
  due(now: number, most: number): Promise<readonly Subscription[]>;
  /** Records what was decided. A slot that is already there, by subscription and name, stays as it is. */
  plan(plans: readonly Plan[], now: number): Promise<void>;
  /** All slots that wait to be posted, oldest first. */
  waiting(): Promise<readonly Waiting[]>;
  /** The document of a slot that waits. Undefined where it waits no longer. */
  load(id: number): Promise<Delivering | undefined>;
  /**
   * Marks a slot as being sent: whatever happens from here on, it may have landed.
   * @returns false where it waits no longer, since its subscription was paused or removed: it must not be sent
   */
  sending(id: number, now: number): Promise<boolean>;
  /** Records how a try ended. One that was sent moves `told` of its subscription up, and takes its quiet line into account. */
  ended(id: number, outcome: Outcome): Promise<void>;
  /** Posts that are to be changed, and may be tried by now, oldest first. @param without platforms that are left alone */
  amendable(now: number, most: number, without?: readonly string[]): Promise<readonly Amendable[]>;
  /** When the next such post may be tried; undefined where none waits. @param without platforms that are left alone */
  nextAmendable(without?: readonly string[]): Promise<number | undefined>;
  /** Records that a post tells all corrections up to an entry; one that entered meanwhile brings it up again. */
  amended(id: number, upTo: EntryNumber): Promise<void>;
  /** A change has to be tried again. */
  amendLater(id: number, notBefore: number): Promise<void>;
  /** The post can be changed no more. @param reply the slot that says the correction instead, if it was not said by an earlier one */
  amendClosed(id: number, upTo: EntryNumber, reply: PlannedSlot | undefined, now: number): Promise<void>;
  /** A slot's document by its key, for the pages of a post; undefined where there is none. */
  byKey(key: DeliveryKey): Promise<PlannedSlot | undefined>;
  /** The last posts that were sent to a channel, newest last. */
  lastSent(to: Channel, most: number): Promise<readonly Posted[]>;
}

/** The port of the spaces that the bot is in: what is kept of one goes 30 days after it removed the bot. */
export interface Spaces {
  /** All spaces of a platform, as it tells when it has connected: a known one that is missing has removed the bot. */
  present(platform: string, spaces: readonly string[], now: number): Promise<void>;
  joined(platform: string, space: string): Promise<void>;
  left(platform: string, space: string, now: number): Promise<void>;
  /** Deletes all that belongs to spaces that were left 30 days ago, and subscriptions that were removed an hour ago. */
  sweep(now: number): Promise<void>;
}
