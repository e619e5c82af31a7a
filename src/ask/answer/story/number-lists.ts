/** Lists of whole numbers from 0 on, one behind the other: an array for each takes several times the room. */

type Numbers = Uint16Array | Uint32Array;

export class NumberLists {
  /** Those of all lists. */
  readonly all: Numbers;
  /** Where each list begins, and where the last one ends. */
  readonly starts: Numbers;

  constructor(lists: readonly (readonly number[])[]) {
    const starts = [0];
    for (const { length } of lists) starts.push((starts.at(-1) ?? 0) + length);
    this.all = compact(lists.flat());
    this.starts = compact(starts);
  }

  /** A list by its place; nothing is copied. */
  at(place: number): Numbers {
    return this.all.subarray(this.starts[place], this.starts[place + 1]);
  }
}

function compact(numbers: readonly number[]): Numbers {
  const areShort = numbers.every((number) => number < 2 ** 16);
  return areShort ? new Uint16Array(numbers) : new Uint32Array(numbers);
}
