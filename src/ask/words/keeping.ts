/** What is worked out again and again. */

/** Values by what they were worked out from. Where they are too many, all are forgotten: that takes no order to be kept among them. */
export class Kept<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** @param read what is always the same for a key */
  of(key: string, read: (key: string) => Value): Value {
    let value = this.#values.get(key);
    if (value === undefined) {
      if (this.#values.size >= this.#most) this.#values.clear();
      value = read(key);
      this.#values.set(key, value);
    }
    return value;
  }
}

/** Gives what is read from a text, the last ones as they were read. @param read what is always the same for a text */
export function keeping<Value>(most: number, read: (text: string) => Value): (text: string) => Value {
  const kept = new Kept<Value>(most);
  return (text) => kept.of(text, read);
}

/** The same of a thing that does not change, kept as long as the thing is. @param read what is always the same for it */
export function keepingOf<Thing extends WeakKey, Value>(read: (thing: Thing) => Value): (thing: Thing) => Value {
  const kept = new WeakMap<Thing, Value>();
  return (thing) => {
    let value = kept.get(thing);
    if (value === undefined) {
      value = read(thing);
      kept.set(thing, value);
    }
    return value;
  };
}
