/** Answers that are being given, so that a platform can finish them before it stops. */

/** So long a stopping platform finishes answers; those that take longer are refused in words. */
export const graceMs = 9000;

/** So long those refusals may take. */
const refusalMs = 900;

/** What is under way, and whether more is taken. */
export class UnderWay {
  readonly #running = new Set<Promise<unknown>>();
  readonly #refusals = new Set<() => void>();
  #closed = false;

  /** Whether nothing more is taken. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Keeps track of a task until it ends. */
  async track<T>(task: Promise<T>): Promise<T> {
    this.#running.add(task);
    try {
      return await task;
    } finally {
      this.#running.delete(task);
    }
  }

  /** What a task gives or, where the platform cannot wait any longer, what is said instead; where it takes nothing more, the task does not begin. */
  async orElse<T>(task: () => Promise<T>, otherwise: () => T): Promise<T> {
    if (this.#closed) return otherwise();
    let refuse = () => {};
    const refused = new Promise<T>((resolve) => {
      refuse = () => resolve(otherwise());
    });
    this.#refusals.add(refuse);
    try {
      return await Promise.race([task(), refused]);
    } finally {
      this.#refusals.delete(refuse);
    }
  }

  /** Takes nothing more, and waits for what is under way; `mostMs` later what is left is refused. */
  async close(mostMs = graceMs): Promise<void> {
    this.#closed = true;
    if (await this.#ended(mostMs)) return;
    for (const refuse of this.#refusals) refuse();
    await this.#ended(refusalMs);
  }

  async #ended(mostMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, mostMs, false);
    });
    const all = (async () => {
      while (this.#running.size > 0) await Promise.allSettled(this.#running);
      return true;
    })();
    const ended = await Promise.race([all, late]);
    clearTimeout(timer);
    return ended;
  }
}
