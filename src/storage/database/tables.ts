/** What the tables hold. */
import type { Generated } from 'kysely';
import type { IfNothingNew, Subscription } from '../../digest/index.ts';
import type { Day } from '../../story/index.ts';

export interface Tables {
  readonly questions: QuestionTable;
  readonly conversations: ConversationTable;
  readonly salt: { readonly value: string };
  readonly subscriptions: SubscriptionTable;
  readonly subscription_stories: { readonly subscription: number; readonly story: string; readonly position: number };
  /** Up to which entry a story was told by digests that were sent. */
  readonly told: { readonly subscription: number; readonly story: string; readonly entry: number };
  readonly entries: EntryTable;
  readonly slots: SlotTable;
  /** What is posted, apart from its slot, which is read and changed far more often: JSON. */
  readonly documents: { readonly slot: number; readonly document: string };
  readonly carried: CarriedTable;
  readonly looks: LookTable;
  readonly spaces: SpaceTable;
}

/** Questions without an answer, and reported mistakes. Nothing tells who asked or reported. */
interface QuestionTable {
  /** Never given twice, also after its row is gone. */
  readonly id: Generated<number>;
  readonly kind: 'question' | 'mistake';
  readonly story: string;
  /** Equal for items that are counted together while they are open. */
  readonly same: string;
  readonly statement: string | null;
  readonly words: string;
  readonly times: number;
  readonly first_day: Day;
  readonly last_day: Day;
  readonly closed_day: Day | null;
}

/** The last answer in each conversation. */
interface ConversationTable {
  /** A hash: reader and channel cannot be read from it. */
  readonly key: string;
  readonly story: string;
  readonly question: string;
  /** A list of ids, as JSON. */
  readonly statements: string;
  /** As `statements`. */
  readonly behind: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

interface SubscriptionTable {
  readonly id: Generated<number>;
  readonly platform: string;
  readonly channel: string;
  /** None in private messages. */
  readonly space: string | null;
  readonly owner: string;
  readonly topic: string | null;
  /** As JSON, its members always in the same order: equal slots have equal texts. */
  readonly cadence: string;
  readonly zone: string;
  readonly quiet: IfNothingNew;
  readonly mention: string | null;
  readonly state: Subscription['state'];
  readonly why: string | null;
  readonly handled: number;
  /** None while it is paused or removed, so that one index finds what is due. */
  readonly next: number | null;
  readonly line_said: 0 | 1;
  /** When the last digest that was sent was due. */
  readonly last_sent: number | null;
  /** The last digest that was sent, or may have been, is uncertain. */
  readonly is_uncertain: 0 | 1;
  /** Of `news`, the last entry that concerns it. */
  readonly stirred: number;
  readonly removed_at: number | null;
}

interface EntryTable {
  /** Never given twice. */
  readonly number: Generated<number>;
  readonly story: string;
  readonly key: string;
  readonly at: number;
}

interface SlotTable {
  readonly id: Generated<number>;
  readonly subscription: number;
  readonly name: string;
  readonly at: number;
  readonly state: 'planned' | 'sending' | 'sent' | 'skipped' | 'uncertain';
  readonly why: string | null;
  /** None of a slot that was never to be posted, as all that follows. */
  readonly key: string | null;
  readonly platform: string | null;
  readonly channel: string | null;
  readonly space: string | null;
  readonly mention: string | null;
  readonly reply_to: string | null;
  readonly is_quiet_line: 0 | 1;
  readonly planned_at: number;
  readonly not_before: number;
  readonly first_tried: number | null;
  readonly last_tried: number | null;
  readonly tries: number;
  /** The platform's id of what was sent. */
  readonly post: string | null;
  /** The last entry that corrects or withdraws what it carries, until it tells that. */
  readonly mark: number | null;
  /** The last entry that it was brought up to, by a change or by a reply. */
  readonly told_up_to: number;
  /** When the post may be changed; 0 at once. */
  readonly amend_after: number;
  readonly is_amended: 0 | 1;
  /** Of a digest: up to when its subscription was handled before this was planned. */
  readonly handled_before: number | null;
}

/** Finds the posts that carry a statement. */
interface CarriedTable {
  readonly story: string;
  readonly slot: number;
  /** Ids, a space before and behind each: a row for each would be hundreds for one digest. */
  readonly statements: string;
  readonly up_to: number;
}

interface LookTable {
  /** A hash: nobody can be read from it. */
  readonly reader: string;
  readonly story: string;
  readonly entry: number;
  readonly at: number;
}

interface SpaceTable {
  readonly platform: string;
  readonly space: string;
  /** The zone that was last chosen there. */
  readonly zone: string | null;
  /** When it removed the bot. */
  readonly left_at: number | null;
}
