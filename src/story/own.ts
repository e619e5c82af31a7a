/** Records by keys that editors type. */

/** A record's own value; never what its prototype has under that name. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
