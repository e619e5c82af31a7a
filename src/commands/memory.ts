/** What the bot remembers between commands: the ports that storage implements. */
import type { Entries, EntryNumber, Ledger, Subscriptions } from '../digest/index.ts';
import type { Day } from '../story/index.ts';

/** The last answer in a conversation, in whose light a follow-up is read. */
export interface Talk {
  /** The story's id. */
  readonly story: string;
  /** The question, as it was asked. */
  readonly question: string;
  /** In whose light the next question is read: the statements that answered it, best first, else what came nearest. */
  readonly statements: readonly string[];
  /** In whose light it was read itself, and is read where it is put again; none where it then follows its own answer. */
  readonly behind?: readonly string[] | undefined;
  /** When it was answered: milliseconds since 1970. */
  readonly at: number;
}

/** Conversations, each of one reader in one channel or thread. */
export interface Conversations {
  /** The last answer, unless it is older than `talkMs`. */
  recall(conversation: string, now: number): Promise<Talk | undefined>;
  remember(conversation: string, talk: Talk): Promise<void>;
  /** Deletes what is kept of it. @returns whether anything was */
  forget(conversation: string): Promise<boolean>;
}

/** For how long a conversation is remembered. */
export const talkMs = 30 * 60_000;

/** A question that a story did not answer. Who asked it is not kept. */
interface Unanswered {
  readonly story: string;
  readonly question: string;
  /** The id of the statement shown before, where the question leans on it: “and who denied it?” */
  readonly statement?: string;
  /** Equal for questions that ask the same. */
  readonly group: string;
  readonly day: Day;
}

/** A mistake that a reader reported. Who reported it is not kept. */
interface Mistaken {
  readonly story: string;
  /** The id of the statement that is said to be wrong, where it is known. */
  readonly statement?: string;
  readonly words: string;
  readonly day: Day;
}

/** What waits in the inbox for an editor. */
export interface InboxItem {
  readonly id: number;
  readonly kind: 'question' | 'mistake';
  readonly story: string;
  /** The statement that it is about; of a question, the one that it leans on. */
  readonly statement?: string;
  /** The question in the words in which it was asked first, or what the reader reported. */
  readonly words: string;
  /** How often it was asked or reported. */
  readonly times: number;
  readonly first: Day;
  readonly last: Day;
}

/** Questions without an answer and reported mistakes, until an editor has seen to them. */
export interface Inbox {
  /** Notes a question; one that asks the same as another is counted with it. */
  ask(question: Unanswered): Promise<void>;
  report(mistake: Mistaken): Promise<void>;
  /** What is open, most asked first, of one story or of all. */
  open(story?: string): Promise<readonly InboxItem[]>;
  /** Marks items as seen to. An id that is not there is passed over. */
  close(ids: readonly number[], day: Day): Promise<void>;
  /** Calls back after each change, until the function that it returns is called. */
  onChange(listener: () => void): () => void;
}

/** How far a reader has looked at a story. */
export interface Look {
  readonly story: string;
  /** The last entry of the story that there was then. */
  readonly entry: EntryNumber;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What each reader has looked at. Readers are named by platform and account, and kept as hashes. */
export interface Readers {
  /** Notes a look; an earlier one at the same story is replaced. */
  look(reader: string, look: Look): Promise<void>;
  /** What a reader has looked at, latest first. */
  looks(reader: string): Promise<readonly Look[]>;
  /** Deletes all that is kept about a reader's looks. @returns how many stories that were */
  forget(reader: string): Promise<number>;
}

/** All that is remembered. */
export interface Memory {
  readonly conversations: Conversations;
  readonly inbox: Inbox;
  readonly readers: Readers;
  readonly subscriptions: Subscriptions;
  readonly entries: Entries;
  readonly ledger: Pick<Ledger, 'byKey'>;
}
