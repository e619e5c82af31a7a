/** What the tables hold. */
import type { Generated } from 'kysely';
import type { Day } from '../story/index.ts';

export interface Tables {
  readonly questions: QuestionTable;
  readonly conversations: ConversationTable;
  readonly salt: { readonly value: string };
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
  /** Milliseconds since 1970. */
  readonly at: number;
}
