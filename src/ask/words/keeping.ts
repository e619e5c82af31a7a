/** What is worked out again and again. */

/**
 * Gives what is read from a text, the last thousands as they were read. Where they are too many, all are forgotten: that takes
 * no order to be kept among them.
 * @param read what is always the same for a text
 */
export function keeping<Value>(most: number, read: (text: string) => Value): (text: string) => Value {
  const kept = new Map<string, Value>();
  return (text) => {
    let value = kept.get(text);
    if (value === undefined) {
      if (kept.size >= most) kept.clear();
      value = read(text);
      kept.set(text, value);
    }
    return value;
  };
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
