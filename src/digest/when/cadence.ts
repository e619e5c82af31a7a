/** How often a digest comes, in the words of whoever subscribed. */

/** From Monday, 1, to Sunday, 7, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A local time of day, in minutes since midnight: 0 to 1,439. */
export type Minute = number;

/** At a set time, in the subscription's time zone. */
export type Timed =
  | { readonly kind: 'daily' | 'weekdays'; readonly at: Minute }
  | { readonly kind: 'weekly'; readonly on: Weekday; readonly at: Minute }
  /** On a day from 1 to 31; in a shorter month on its last. */
  | { readonly kind: 'monthly'; readonly on: number; readonly at: Minute };

/** When something happens: one post for what entered since the last. */
export interface WhenNews {
  readonly kind: 'news';
  /** The least time between two posts. */
  readonly leastMs: number;
  /** Local times between which nothing is posted; it may run over midnight. */
  readonly quiet?: { readonly from: Minute; readonly to: Minute };
}

export type Cadence = Timed | WhenNews;
