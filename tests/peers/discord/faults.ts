/** What goes wrong on purpose, for the next calls that match. */

export type Fault =
  /** Answered with this, and nothing done. */
  | { readonly status: number; readonly body?: object; readonly headers?: Readonly<Record<string, string>> }
  /** Done, and then answered with this. */
  | { readonly after: 'accept'; readonly status: number }
  /** Done at once, and answered so much later. */
  | { readonly after: 'accept'; readonly answerMs: number }
  /** The connection breaks, and so much later it is done all the same. */
  | { readonly after: 'reset'; readonly acceptMs: number }
  /** The connection breaks: before it is done, or after. */
  | 'reset'
  | 'reset-after'
  /** Done late, whether or not the connection lives so long; other calls go on. */
  | { readonly delayMs: number }
  /** A 429 without anything done. */
  | { readonly retryAfterMs: number; readonly global?: boolean };

interface Planned {
  readonly match: RegExp;
  readonly fault: Fault;
  left: number;
}

/** What goes wrong with a call, where nothing is planned for it. */
export type Draw = (method: string, path: string) => Fault | undefined;

export class Faults {
  #planned: Planned[] = [];
  #draw: Draw = () => undefined;

  /** `match` is held against the method and the path below the version: `POST /channels/1/messages`. */
  next(match: RegExp, fault: Fault, times = 1): void {
    this.#planned.push({ match, fault, left: times });
  }

  /** Asked for each call that no planned fault matches, from now on: for faults by chance. */
  otherwise(draw: Draw): void {
    this.#draw = draw;
  }

  clear(): void {
    this.#planned = [];
    this.#draw = () => undefined;
  }

  /** How many calls are still to fail. */
  get left(): number {
    return this.#planned.reduce((sum, { left }) => sum + left, 0);
  }

  take(method: string, path: string): Fault | undefined {
    const found = this.#planned.find(({ match }) => match.test(`${method} ${path}`));
    if (!found) return this.#draw(method, path);
    found.left -= 1;
    if (found.left <= 0) this.#planned = this.#planned.filter((each) => each !== found);
    return found.fault;
  }
}
