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
  | { readonly delayMs: number }
  | { readonly retryAfterS: number }
  /** The connection is lost before it is done, or after. */
  | 'reset'
  | 'reset-after';

interface Ordered {
  readonly pattern: RegExp;
  readonly fault: Fault;
  left: number;
}

export class Faults {
  #ordered: Ordered[] = [];

  /** The next `times` requests whose method or path matches meet with this. */
  next(pattern: RegExp, fault: Fault, times = 1): void {
    this.#ordered.push({ pattern, fault, left: times });
  }

  /** How many are still to happen. */
  get pending(): number {
    return this.#ordered.reduce((sum, { left }) => sum + left, 0);
  }

  clear(): void {
    this.#ordered = [];
  }

  take(name: string): Fault | undefined {
    const found = this.#ordered.find(({ pattern }) => name.search(pattern) >= 0);
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#ordered = this.#ordered.filter((each) => each !== found);
    return found.fault;
  }
}

/** What is answered with the fault on the way; nothing where the connection is lost. */
export async function meet(fault: Fault | undefined, handle: () => Reply): Promise<Reply | undefined> {
  if (fault === undefined) return handle();
  if (fault === 'reset') return undefined;
  if (fault === 'reset-after') {
    handle();
    return undefined;
  }
  if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } };
  if ('retryAfterS' in fault) return hasty(fault.retryAfterS);
  if ('delayMs' in fault) {
    await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    return handle();
  }
  if ('after' in fault) {
    handle();
    return { status: fault.status, body: '' };
  }
  const { status, body = '', headers = {} } = fault;
  return { status, body, headers };
}

/** Too many requests. */
export function hasty(seconds: number): Reply {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(seconds) } };
}
