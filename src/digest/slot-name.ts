/** What names a slot within its subscription. Names are kept: the same occurrence has the same name for good, and is recorded once. */
import type { EntryNumber } from './entries.ts';

const newsStart = 'entry:';

/** Names of slots that say a correction as a reply begin so; others are digests. */
export const replyStart = 'reply:';

/** Of a digest at its time. @param at milliseconds since 1970 */
export const slotAt = (at: number): string => `at:${at}`;

/** Of what is posted when something happens. @param last the last entry that it tells */
export const slotOfNews = (last: EntryNumber): string => `${newsStart}${last}`;

/** Of a correction that is said as a reply. @param slot whose post it answers @param upTo the last entry that it tells */
export const slotOfReply = (slot: number, upTo: EntryNumber): string => `${replyStart}${slot}:${upTo}`;

export const isNewsSlot = (name: string): boolean => name.startsWith(newsStart);

export const isReplySlot = (name: string): boolean => name.startsWith(replyStart);
