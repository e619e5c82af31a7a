/** The time by which the engine works. */

/** What time it is. */
export interface Clock {
  /** Milliseconds since 1970. It may jump, also back. */
  now(): number;
  /** Milliseconds from any moment, never going back. */
  elapsed(): number;
}
