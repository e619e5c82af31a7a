/** Identifiers and message times, the same in every run with the same clock. */

/** Hands out what Slack would: `C…`, `U…`, `V…`, message times, trigger ids, envelope ids. */
export class Ids {
  readonly #now: () => number;
  #count = 0;
  #micros = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** An id of Slack's look: the prefix and ten capitals or digits. */
  next(prefix: string): string {
    this.#count += 1;
    return `${prefix}0${this.#count.toString(36).toUpperCase().padStart(9, '0')}`;
  }

  /** A message time. No two are the same and none runs backwards, whatever the clock does. */
  ts(): string {
    this.#micros = Math.max(this.#micros + 1, Math.floor(this.#now() * 1000));
    const seconds = Math.floor(this.#micros / 1_000_000);
    return `${seconds}.${String(this.#micros % 1_000_000).padStart(6, '0')}`;
  }

  /** A trigger id: three parts between points. */
  trigger(): string {
    this.#count += 1;
    return `${this.#count}.${Math.floor(this.#now())}.${this.#count.toString(16).padStart(32, '0')}`;
  }

  /** An envelope's or a request's id. */
  uuid(): string {
    this.#count += 1;
    return `00000000-0000-4000-8000-${this.#count.toString(16).padStart(12, '0')}`;
  }

  /** The short id that Slack gives a block or an element that came without one. */
  short(): string {
    this.#count += 1;
    return this.#count.toString(36).padStart(5, '0');
  }
}
