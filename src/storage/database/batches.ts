/** How much goes into one statement. */

/** SQLite takes 32,766 values in a statement. https://www.sqlite.org/limits.html PostgreSQL's protocol takes 65,535. */
const mostValues = 30_000;

/** Parts of a list, each small enough for one statement. @param values how many values an item takes */
export function* batches<T>(items: readonly T[], values = 1): Generator<T[]> {
  const size = Math.floor(mostValues / values);
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
