/** Trouble on the way, ordered by a test: errors, delays, lost connections, refusals for haste. */
import type { Node } from './workspace.ts';

export interface Reply {
  readonly status: number;
  readonly body: Node | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Fault =
  | { readonly status: number; readonly body?: Node | string; readonly headers?: Readonly<Record<string, string>> }
  /** `ok: false` with this error. */
  | { readonly error: string }
  /** It is done, but the answer says otherwise. */
  | { readonly after: 'accept'; readonly status: number }
  /** It is done and answered late, or done at once and only answered late. */
  | { readonly delayMs: number; readonly doneAtOnce?: boolean }
  | { readonly retryAfterS: number }
  /** The connection is lost before it is done, or after. */
  | 'reset'
  | 'reset-after'
  /** The connection is lost; what was asked for is done so much later. */
  | { readonly landsAfterMs: number };

interface Ordered {
  readonly pattern: RegExp;
  readonly fault: Fault;
  left: number;
}

export class Faults {
  /** Decides about each request for which nothing is ordered, by its method or path; for faults at random. */
  decide: ((name: string) => Fault | undefined) | undefined;
  #ordered: Ordered[] = [];
  #landing = 0;

  /** The next `times` requests whose method or path matches meet with this. */
  next(pattern: RegExp, fault: Fault, times = 1): void {
    this.#ordered.push({ pattern, fault, left: times });
  }

  /** How many are still to happen. */
  get pending(): number {
    return this.#ordered.reduce((sum, { left }) => sum + left, 0);
  }

  /** How many requests whose connection was lost are still to be done. */
  get landing(): number {
    return this.#landing;
  }

  clear(): void {
    this.#ordered = [];
    this.decide = undefined;
  }

  take(name: string): Fault | undefined {
    const found = this.#ordered.find(({ pattern }) => name.search(pattern) >= 0);
    if (!found) return this.decide?.(name);
    found.left -= 1;
    if (found.left <= 0) this.#ordered = this.#ordered.filter((each) => each !== found);
    return found.fault;
  }

  /** What is answered with the fault on the way; nothing where the connection is lost. */
  async meet(fault: Fault | undefined, handle: () => Reply): Promise<Reply | undefined> {
    if (fault === undefined) return handle();
    if (fault === 'reset') return undefined;
    if (fault === 'reset-after') {
      handle();
      return undefined;
    }
    if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } };
    if ('retryAfterS' in fault) return hasty(fault.retryAfterS);
    if ('delayMs' in fault) return late(fault, handle);
    if ('landsAfterMs' in fault) return this.#land(fault.landsAfterMs, handle);
    if ('after' in fault) {
      handle();
      return { status: fault.status, body: '' };
    }
    const { status, body = '', headers = {} } = fault;
    return { status, body, headers };
  }

  #land(afterMs: number, handle: () => Reply): undefined {
    this.#landing += 1;
    setTimeout(() => {
      this.#landing -= 1;
      handle();
    }, afterMs);
  }
}

async function late(
  { delayMs, doneAtOnce = false }: { readonly delayMs: number; readonly doneAtOnce?: boolean },
  handle: () => Reply,
): Promise<Reply> {
  const done = doneAtOnce ? handle() : undefined;
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  return done ?? handle();
}

/** Too many requests. */
export function hasty(seconds: number): Reply {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(seconds) } };
}
