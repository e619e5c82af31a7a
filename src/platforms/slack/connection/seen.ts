/** Remembers for a while what has come, so that what Slack sends twice is answered once. */

/** Slack tries again for up to half an hour. https://docs.slack.dev/apis/events-api#retries */
const keptMs = 60 * 60_000;

/** Of more, the oldest are forgotten before their time: at a hundred a second that is three minutes. */
const mostKept = 20_000;

/** Identities of what has come, each forgotten after a while. */
export class Seen {
  readonly #times = new Map<string, number>();
  readonly #now: () => number;
  readonly #keptMs: number;
  readonly #most: number;

  constructor(now: () => number, kept = keptMs, most = mostKept) {
    this.#now = now;
    this.#keptMs = kept;
    this.#most = most;
  }

  /** How many are remembered. */
  get size(): number {
    return this.#times.size;
  }

  /** Whether it comes for the first time; from then on it has come. */
  first(identity: string): boolean {
    const now = this.#now();
    // The oldest stand first.
    for (const [old, time] of this.#times) {
      if (time > now - this.#keptMs && this.#times.size < this.#most) break;
      this.#times.delete(old);
    }
    if (this.#times.has(identity)) return false;
    this.#times.set(identity, now);
    return true;
  }

  /** It has not come after all. */
  forget(identity: string) {
    this.#times.delete(identity);
  }
}
