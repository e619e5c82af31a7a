/** What goes wrong on purpose, for the next calls that match. */

export type Fault =
  /** Answered with this, and nothing done. */
  | { readonly status: number; readonly body?: object; readonly headers?: Readonly<Record<string, string>> }
  /** Done, and then answered with this. */
  | { readonly after: 'accept'; readonly status: number }
  /** The connection breaks: before it is done, or after. */
  | 'reset'
  | 'reset-after'
  /** Done late; other calls go on. */
  | { readonly delayMs: number }
  /** A 429 without anything done. */
  | { readonly retryAfterMs: number; readonly global?: boolean };

interface Planned {
  readonly match: RegExp;
  readonly fault: Fault;
  left: number;
}

export class Faults {
  #planned: Planned[] = [];

  /** `match` is held against the method and the path below the version: `POST /channels/1/messages`. */
  next(match: RegExp, fault: Fault, times = 1): void {
    this.#planned.push({ match, fault, left: times });
  }

  clear(): void {
    this.#planned = [];
  }

  /** How many calls are still to fail. */
  get left(): number {
    return this.#planned.reduce((sum, { left }) => sum + left, 0);
  }

  take(method: string, path: string): Fault | undefined {
    if (this.#planned.length === 0) return undefined;
    const found = this.#planned.find(({ match }) => match.test(`${method} ${path}`));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#planned = this.#planned.filter((each) => each !== found);
    return found.fault;
  }
}
