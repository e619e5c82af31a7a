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

  /** A list by its place. */
  at(place: number): number[] {
    const list: number[] = [];
    const end = this.starts[place + 1] ?? 0;
    for (let n = this.starts[place] ?? end; n < end; n += 1) list.push(this.all[n] ?? 0);
    return list;
  }
}

function compact(numbers: readonly number[]): Numbers {
  const areShort = numbers.every((number) => number < 2 ** 16);
  return areShort ? new Uint16Array(numbers) : new Uint32Array(numbers);
}
