/** When it is said unasked. */
export type { Cadence, Minute, Timed, Weekday, WhenNews } from './cadence.ts';
export type { Amended, Channel, Delivered, Delivery, Post, Sent } from './delivery.ts';
export { decideDue, mayPostAt } from './due.ts';
export { type Entries, type Entry, type EntryKey, type EntryNumber, entryKeys, newsOf } from './entries.ts';
export type {
  Delivering,
  Ledger,
  Outcome,
  Plan,
  PlannedSlot,
  SkippedSlot,
  Spaces,
} from './ledger.ts';
export { nextOccurrence } from './occurrences.ts';
export { type Preview, type Previewed, previewDigest } from './preview.ts';
export { type Recalled, recallPosts } from './recall.ts';
export { sayCadence, sayDuration, sayInstant, sayMinute } from './say-cadence.ts';
export { type Digests, startDigests } from './schedule.ts';
export { type Showing, showDigest } from './show.ts';
export { isReplySlot, replyStart } from './slot-name.ts';
export type { Added, QuietWeek, Restored, Standing, Subscription, Subscriptions, Wanted } from './subscription.ts';
export { completeZone, isZone } from './zones.ts';
