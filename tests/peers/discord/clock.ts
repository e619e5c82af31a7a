/** The peer's time, its ids, and the wish to be told of a change. */

/** Milliseconds since 1970; a test injects its own. */
export type Clock = () => number;

const epoch = 1_420_070_400_000;

/** Ids as Discord makes them: the time in the high bits, so that a later id is greater; the same clock gives the same ids. */
export class Snowflakes {
  readonly #clock: Clock;
  #last = 0n;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): string {
    const now = BigInt(Math.max(0, Math.floor(this.#clock()) - epoch)) << 22n;
    this.#last = now > this.#last ? now : this.#last + 1n;
    return this.#last.toString();
  }
}

/** Newer first. */
export function byAge(a: { readonly id: string }, b: { readonly id: string }): number {
  return BigInt(a.id) < BigInt(b.id) ? 1 : -1;
}

interface Waiting {
  readonly look: () => boolean;
  readonly fail: (why: Error) => void;
}

/** Promises that are looked at again whenever anything happened in the peer: no test polls or sleeps. */
export class Changes {
  #waiting: Waiting[] = [];
  #stopped = false;

  /** Resolves to the first truthy thing that `look` returns, now or after any later change; fails when the peer stops. */
  waitFor<T>(look: () => T | undefined | null | false): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const waiting: Waiting = {
      look: () => {
        const found = look();
        if (found) resolve(found);
        return Boolean(found);
      },
      fail: reject,
    };
    promise.catch(() => {});
    if (this.#stopped) reject(new Error('The peer has stopped.'));
    else if (!waiting.look()) this.#waiting.push(waiting);
    return promise;
  }

  readonly happened = (): void => {
    if (this.#waiting.length > 0) this.#waiting = this.#waiting.filter(({ look }) => !look());
  };

  stop(): void {
    this.#stopped = true;
    for (const { fail } of this.#waiting) fail(new Error('The peer stopped before it happened.'));
    this.#waiting = [];
  }
}

/** Lets the oldest go, so that a long run does not grow. */
export function forgetOldest<T>(map: Map<string, T>, keep: number): T | undefined {
  if (map.size <= keep) return undefined;
  const [oldest] = map;
  if (!oldest) return undefined;
  map.delete(oldest[0]);
  return oldest[1];
}

/** The newest of a long list; trimmed in lumps, as taking the first of a long array is slow. */
export function remember<T>(list: T[], item: T, keep: number): void {
  list.push(item);
  if (list.length > 2 * keep) list.splice(0, list.length - keep);
}
