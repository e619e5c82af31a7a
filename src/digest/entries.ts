/** When each part of a story entered it, so that what is new since then can be told. */
import type { StoryNews } from '../briefing/index.ts';
import { type Story, statementsOf } from '../story/index.ts';

/** Something that entered a story: `statement:ID`, `withdrawal:ID`, or `correction:ID:DAY:FIELD:HASH`, or `…:HASH:2` for one that is like it. */
export type EntryKey = string;

/** An entry's number: later ones have higher numbers, whatever the clock says. */
export type EntryNumber = number;

export interface Entry {
  readonly number: EntryNumber;
  readonly key: EntryKey;
  /** When the bot saw it first: milliseconds since 1970. */
  readonly at: number;
}

/** The port that keeps entries. */
export interface Entries {
  /**
   * Notes what has entered a story; keys that are known are passed over. In the same transaction, posts that carry a statement
   * that was corrected or withdrawn come up for a change, and subscriptions `news` of the story or one of its topics are due
   * (`Ledger.due`) as soon as their cadence allows.
   * @param story with its topics
   * @returns the keys that are new
   */
  enter(story: Pick<Story, 'id' | 'topics'>, keys: readonly EntryKey[], at: number): Promise<readonly EntryKey[]>;
  /** The entries of a story behind a number, in their order. */
  since(story: string, number: EntryNumber): Promise<readonly Entry[]>;
  /** The number of a story's last entry; 0 where there is none. */
  last(story: string): Promise<EntryNumber>;
}

/** The keys of all that a story holds, as they stand in its file. */
export function entryKeys(story: Story): EntryKey[] {
  const statements = statementsOf(story);
  return [
    ...statements.map(({ id }) => `statement:${id}`),
    ...correctionKeys(story).map(({ key }) => key),
    ...statements.flatMap(({ id, withdrawn }) => (withdrawn === undefined ? [] : [`withdrawal:${id}`])),
  ];
}

/** What entries of a story say as it stands now; an entry that the file no longer has says nothing. */
export function newsOf(story: Story, keys: readonly EntryKey[]): StoryNews {
  const wanted = new Set(keys);
  const statements = statementsOf(story);
  return {
    story,
    entered: statements.filter(({ id }) => wanted.has(`statement:${id}`)).map(({ id }) => id),
    corrections: correctionKeys(story)
      .filter(({ key }) => wanted.has(key))
      .map(({ correction }) => correction),
    withdrawn: statements.filter(({ id }) => wanted.has(`withdrawal:${id}`)).map(({ id }) => id),
  };
}

/** A story's corrections with their keys. Of equal ones, since words were wrong twice on one day, the later ones have numbers. */
export function correctionKeys({ corrections }: Pick<Story, 'corrections'>) {
  const counts = new Map<EntryKey, number>();
  return corrections.map((correction) => {
    const name = nameOf(correction);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { correction, key: count === 1 ? name : `${name}:${count}` };
  });
}

/** Days, fields and the words that were wrong name a correction: what replaced them may be corrected in its turn. */
function nameOf({ statement, when, field, was }: Story['corrections'][number]): EntryKey {
  return `correction:${statement}:${when}:${field}:${hashOf(was)}`;
}

/** FNV-1a, 32 bits: short, and only compared within one statement's corrections of one day. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}
