/** What a digest is composed of, and what composing it gives. */
import type { Message } from '../../message/index.ts';
import type { Day } from '../../story/index.ts';
import type { StoryNews } from '../news/news.ts';

/** What a digest tells. */
export interface DigestView {
  /** In the order of the channel’s list, also of stories in which nothing is new. */
  readonly news: readonly StoryNews[];
  readonly from: Day;
  readonly until: Day;
  /** The day on which it is told, which decides what is still to come; `until` where it is left out. */
  readonly today?: Day;
  /** The post’s key, by which its buttons find it again. */
  readonly key: string;
  /** `news`: it comes because something happened. */
  readonly kind: 'period' | 'news';
  /** The digest before may have told the same. */
  readonly mayRepeat?: boolean;
  /** Names or ids of stories that are no longer there. */
  readonly gone?: readonly string[];
  /** What is said where nothing is new: one line if it is left out. */
  readonly quiet?: 'line' | 'look-back';
  /** All that is new in one story, in words: what the button of a digest opens. */
  readonly whole?: boolean;
  readonly page?: number;
}

export interface Digest {
  readonly message: Message;
  /** Ids of the statements that it says, by story, so that a correction can reach it. */
  readonly said: Readonly<Record<string, readonly string[]>>;
  /** The index of the block before which a picture of the one story belongs. */
  readonly pictureBefore: number;
}

/** The command that gives a digest again, or all that is new in one of its stories. */
export function showCommand(key: string, story?: string): string {
  return story === undefined ? `/digest show key:${key}` : `/digest show key:${key} ${story}`;
}
