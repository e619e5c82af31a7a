/** When it is said unasked: at what times (`when`), what (`plan`), and that it arrives once, and is corrected (`post`). */
export type { Amended, Channel, Delivered, Delivery, Post, Sent } from './delivery.ts';
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
export { type Preview, type Previewed, previewDigest } from './plan/preview.ts';
export { type Recalled, recallPosts } from './recall.ts';
export { type Digests, startDigests } from './schedule.ts';
export { type Showing, showDigest } from './show.ts';
export { isReplySlot, replyStart } from './slot-name.ts';
export type {
  Added,
  Dropped,
  IfNothingNew,
  Restored,
  Skipped,
  Standing,
  Subscription,
  Subscriptions,
  Wanted,
} from './subscription.ts';
export type { Cadence, Minute, Timed, Weekday } from './when/cadence.ts';
export { nextOccurrence } from './when/occurrences.ts';
export { dayAt } from './when/period.ts';
export { sayCadence, sayInstant, sayMinute } from './when/say-cadence.ts';
export { completeZone, zoneNamed } from './when/zones.ts';
