/** Files that are missing just now. Editors that save by renaming leave a file missing for a moment; it is gone only when it stays so. */

const goneMs = 400;

/** Waits for missing files to come back. */
export class Absences {
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /** Calls back once a file has been missing for long enough, unless it is seen meanwhile. */
  wait(file: string, gone: () => Promise<void>) {
    if (this.#timers.has(file)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(file);
      void gone();
    }, goneMs);
    this.#timers.set(file, timer);
  }

  /** The file is there. */
  seen(file: string) {
    clearTimeout(this.#timers.get(file));
    this.#timers.delete(file);
  }

  /** Waits for none any more. */
  stop() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
