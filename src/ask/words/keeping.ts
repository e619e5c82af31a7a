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
