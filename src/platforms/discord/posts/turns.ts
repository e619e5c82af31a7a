/** Spreads requests evenly over time, so that no second holds more than it may, wherever it begins. */

/** So many turns that passed unused are made up for: a process that was busy for a moment loses none. */
const mostLate = 1;

export class Turns {
  readonly #everyMs: number;
  #nextAt = Number.NEGATIVE_INFINITY;

  constructor(perSecond: number) {
    this.#everyMs = 1000 / perSecond;
  }

  /** Takes the next turn. @param now milliseconds of a clock that never goes back @returns how long to wait for it */
  take(now: number): number {
    const at = Math.max(now - mostLate * this.#everyMs, this.#nextAt);
    this.#nextAt = at + this.#everyMs;
    return Math.max(0, at - now);
  }
}
