/** Keeps one reader from taking the bot for themselves: so many commands in a window, then one notice, then silence. */

/** Commands of one reader in one window. */
export const mostCommands = 20;
export const windowMs = 10_000;

interface Pace {
  /** When the window's commands came, oldest first; at most `mostCommands`. */
  readonly times: number[];
  silentUntil: number;
  noticedAt: number;
}

/** What is done with a command: answered, answered by the notice, or not at all. */
export type Admission = 'answer' | 'notice' | 'silence';

/** The pace of each reader. */
export class Flood {
  readonly #paces = new Map<string, Pace>();
  #sweptAt = 0;

  /** @param at milliseconds since 1970 */
  admit(reader: string, at: number): Admission {
    this.#sweep(at);
    const pace = this.#paceOf(reader, at);
    this.#paces.set(reader, pace);
    if (at < pace.silentUntil) return 'silence';
    while (pace.times[0] !== undefined && pace.times[0] <= at - windowMs) pace.times.shift();
    if (pace.times.length < mostCommands) {
      pace.times.push(at);
      return 'answer';
    }
    pace.silentUntil = (pace.times[0] ?? at) + windowMs;
    // Who keeps typing at the limit is told once in a window, not at each command too many.
    if (at - pace.noticedAt < windowMs) return 'silence';
    pace.noticedAt = at;
    return 'notice';
  }

  /** A clock that was set back begins anew: it would keep a reader silent until it catches up. */
  #paceOf(reader: string, at: number): Pace {
    const known = this.#paces.get(reader);
    if (known && at > (known.times.at(-1) ?? 0) - windowMs) return known;
    return { times: [], silentUntil: 0, noticedAt: Number.NEGATIVE_INFINITY };
  }

  /** Forgets readers who have been quiet for a window. */
  #sweep(at: number) {
    if (at - this.#sweptAt < windowMs) return;
    this.#sweptAt = at;
    for (const [reader, { times, noticedAt }] of this.#paces) {
      if (Math.max(times.at(-1) ?? 0, noticedAt) <= at - windowMs) this.#paces.delete(reader);
    }
  }
}
