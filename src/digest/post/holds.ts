/** When a platform takes nothing at all for a while, so that not everything that waits is tried in vain. */

/** Refusals in a row after which it is the platform, and not one of its channels. */
const mostRefusals = 3;

const longestMs = 60_000;

interface State {
  refusals: number;
  /** How often it was held since something went through. */
  rounds: number;
  until: number;
}

/** All times are milliseconds of a clock that never goes back. */
export class Holds {
  readonly #states = new Map<string, State>();

  /** Whether a platform is to be left alone. */
  isHeld(platform: string, now: number): boolean {
    return (this.#states.get(platform)?.until ?? Number.NEGATIVE_INFINITY) > now;
  }

  /** The platforms that are to be left alone, each with until when. */
  held(now: number): ReadonlyMap<string, number> {
    const held = [...this.#states].filter(([platform]) => this.isHeld(platform, now));
    return new Map(held.map(([platform, { until }]) => [platform, until]));
  }

  /** Something went through, or was refused for a reason of its own. */
  through(platform: string) {
    this.#states.delete(platform);
  }

  /**
   * Something is to come later. @param afterMs as the platform says
   * @returns until when the platform is to be left alone; undefined where it goes on
   */
  later(platform: string, afterMs: number, now: number): number | undefined {
    const state = this.#states.get(platform) ?? { refusals: 0, rounds: 0, until: Number.NEGATIVE_INFINITY };
    this.#states.set(platform, state);
    state.refusals += 1;
    if (state.refusals < mostRefusals || now < state.until) return undefined;
    state.rounds += 1;
    const growing = state.rounds === 1 ? 0 : 250 * 2 ** Math.min(state.rounds, 10);
    state.until = now + Math.min(longestMs, Math.max(afterMs, growing));
    return state.until;
  }
}
