/** Waiting without looking at the clock: every change is an occasion to look again. */
export class Watch {
  readonly #waiting = new Set<() => void>();
  readonly #givingUp = new Set<() => void>();

  ring(): void {
    for (const look of this.#waiting) look();
  }

  /** Resolves with what the predicate finds, as soon as it finds something. */
  for<T>(predicate: () => T): Promise<NonNullable<T>> {
    return new Promise((resolve, reject) => {
      const end = () => {
        this.#waiting.delete(look);
        this.#givingUp.delete(giveUp);
      };
      const giveUp = () => {
        end();
        reject(new Error(`The peer stopped before: ${predicate}`));
      };
      const look = () => {
        const value = predicate();
        if (!value) return;
        end();
        resolve(value);
      };
      this.#waiting.add(look);
      this.#givingUp.add(giveUp);
      look();
    });
  }

  stop(): void {
    for (const giveUp of this.#givingUp) giveUp();
  }
}
