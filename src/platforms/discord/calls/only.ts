/** Of what a server has, what is meant by a name. */

/** The one that fits; undefined where none does, or more. */
export function only<T>(
  all: { filter(fits: (each: T) => boolean): { size: number; first(): T | undefined } },
  fits: (each: T) => boolean,
): T | undefined {
  const fitting = all.filter(fits);
  return fitting.size === 1 ? fitting.first() : undefined;
}
