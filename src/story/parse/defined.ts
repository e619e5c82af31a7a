/** Objects and lists with nothing in them that is not there: many stories are kept. */

/** The same list without room to grow: `flatMap` leaves it for seventeen, of which most statements need one. */
export function snug<Item>(list: readonly Item[]): Item[] {
  return list.slice();
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without the keys whose value is undefined. */
export function defined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
