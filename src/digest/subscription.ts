/** Subscriptions, and the port that keeps them. */
import type { Channel } from './delivery.ts';
import type { Cadence } from './when/cadence.ts';

/** What is posted where nothing is new: nothing; one line, once, and then nothing until something happens; a look back. */
export type IfNothingNew = 'skip' | 'line' | 'look-back';

/** What somebody asked for. */
export interface Wanted {
  readonly to: Channel;
  /** The server or workspace that the channel is in; left out for private messages. */
  readonly space?: string;
  /** The platform's id of whoever subscribed, who is told where a digest cannot be sent. */
  readonly owner: string;
  /** Ids of stories; empty where it is a topic. */
  readonly stories: readonly string[];
  readonly topic?: string;
  readonly cadence: Cadence;
  /** An IANA time zone. */
  readonly zone: string;
  readonly quiet: IfNothingNew;
  /** The role or group that each digest pings. */
  readonly mention?: string;
}

export interface Subscription extends Wanted {
  readonly id: number;
  readonly state: 'active' | 'paused';
  /** Why the bot itself paused it. */
  readonly why?: string;
  /** Of a timed one, up to when its occurrences were handled; of `news`, when it last posted, or since when it does: milliseconds since 1970. */
  readonly handled: number;
  /** When it is looked at next: its next occurrence. Of `news`, undefined until something enters. */
  readonly next?: number;
  /** The quiet line was said, and nothing has happened since. */
  readonly lineSaid: boolean;
  /** Up to which entry each story was told, by digests that ended as sent. A story that is not in it was never told. */
  readonly told: Readonly<Record<string, number>>;
  /** When its last digest that ended as sent was due; undefined where none was. */
  readonly lastSent?: number;
  /** Its last slot that was posted, or may have been, ended as uncertain: the next may repeat it. */
  readonly isUncertain: boolean;
}

/** Slots that were skipped for one reason. */
export interface Skipped {
  readonly count: number;
  /** The latest of them: milliseconds since 1970. */
  readonly until: number;
  readonly why: string;
}

/** What became of a subscription's last slots, and of the corrections of its posts: for `/digest list`. */
export interface Standing {
  readonly subscription: Subscription;
  readonly last?: {
    readonly at: number;
    readonly outcome: 'sent' | 'skipped' | 'uncertain' | 'waiting';
    readonly why?: string;
  };
  /** What was skipped in the 30 days before the last one, by reasons, the latest first. */
  readonly skipped: readonly Skipped[];
  /** Posts that were amended by a correction, and corrections that were posted as a reply. */
  readonly amended: number;
  readonly replied: number;
}

export type Added =
  /** `extended`: the same slot was there, and takes the story, too. `known`: it already had it. */
  | { readonly kind: 'added' | 'extended' | 'known'; readonly subscription: Subscription }
  | { readonly kind: 'too many'; readonly most: number };

/** Undefined where it is too late. */
export type Restored = Subscription | Extract<Added, { kind: 'too many' }> | undefined;

/** A subscription without a story. */
export interface Dropped {
  readonly left: Subscription;
  /** The removed subscription of the story alone. */
  readonly removed: number;
}

export interface Subscriptions {
  /**
   * Subscribes. A subscription of the same channel at the same slot (cadence and zone) takes the stories; what else is wanted
   * then holds for all of it. A topic is a subscription of its own.
   * Of `news`, the stories that there are count as told up to their last entries: only what enters from now on is posted.
   * @param next its first occurrence, or undefined for `news`
   * @param now milliseconds since 1970: nothing that lies before is handled any more
   */
  add(wanted: Wanted, next: number | undefined, now: number): Promise<Added>;
  /** Those of a channel, oldest first; without removed ones. */
  of(channel: Channel): Promise<readonly Standing[]>;
  /** Undefined where it was removed. */
  find(id: number): Promise<Subscription | undefined>;
  pause(id: number): Promise<void>;
  /** @param next its next occurrence: what lay in between is not made up for */
  resume(id: number, next: number | undefined, now: number): Promise<void>;
  remove(id: number, now: number): Promise<void>;
  /**
   * Takes a story from one that tells of others, too; added again, it counts as never told. A digest that carries it, and was
   * not tried yet, is planned anew without it. The story becomes a subscription of its
   * own at the same slot that is removed: to restore that takes it back, behind the others.
   * @returns undefined where the subscription does not tell of it, or of no other
   */
  drop(id: number, story: string, now: number): Promise<Dropped | undefined>;
  /** One that was removed, as long as that can be taken back. */
  removed(id: number, now: number): Promise<Subscription | undefined>;
  /**
   * Takes a removal back, for an hour after it. Where its slot was taken meanwhile, the subscription there takes its stories.
   * @returns the subscription that has them now
   */
  restore(id: number, next: number | undefined, now: number): Promise<Restored>;
  /** The zone of the last subscription in a space. */
  lastZone(platform: string, space: string): Promise<string | undefined>;
}
