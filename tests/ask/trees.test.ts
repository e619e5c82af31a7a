import { describe, expect, it } from 'vitest';
import { Forest, type Tree } from '../../src/ask/answer/rank/trees.ts';
import { binsOf } from '../bench/ask/bins.ts';
import { grow } from '../bench/ask/grow.ts';
import { Chance } from '../crash/chance.ts';

describe('trees', () => {
  it('lead a row over their splits to a leaf, and add up', () => {
    const tree: Tree = { at: [0, 1], limits: [0.5, 2], low: [-1, -2], high: [1, -3], leaves: [1, 10, 100] };
    const rows = [
      [0.5, 9],
      [0.6, 2],
      [0.6, 2.1],
    ].map((row) => Float64Array.from(row));
    expect(rows.map((row) => new Forest([tree]).sumOf(row))).toEqual([1, 10, 100]);
    expect(new Forest([tree, tree]).sumOf(Float64Array.of(0, 0))).toBe(2);
  });

  it('follow a split to the splits below it on either side', () => {
    // Above 0.5 by the first number: a leaf; else by the second, and then by the third.
    const tree: Tree = {
      at: [0, 2, 1],
      limits: [0.5, 3, 2],
      low: [2, -1, 1],
      high: [-2, -3, -4],
      leaves: [1, 10, 100, 7],
    };
    const sums = [
      [0, 0, 3],
      [0, 2, 4],
      [0, 2.5, 0],
      [1, 0, 0],
    ].map((row) => new Forest([tree, tree]).sumOf(Float64Array.from(row)));
    expect(sums).toEqual([2, 200, 14, 20]);
  });

  it('give the value of the only leaf where there is no split', () => {
    expect(new Forest([{ at: [], limits: [], low: [], high: [], leaves: [7] }]).sumOf(Float64Array.of(1))).toBe(7);
  });
});

describe('growing', () => {
  const chance = new Chance(7);
  const rows = Array.from({ length: 2000 }, () => Float64Array.of(chance.next(), chance.next(), chance.next()));
  /** What no sum of single columns can tell: the first two are on different sides. */
  const answers = rows.map(([a = 0, b = 0]) => a > 0.5 !== b > 0.5);

  it('finds what two numbers tell only together, in rows that it has not seen', () => {
    const { start, trees } = grow(rows.slice(0, 1500), answers.slice(0, 1500));
    const forest = new Forest(trees);
    const right = rows.slice(1500).filter((row, n) => start + forest.sumOf(row) > 0 === answers[1500 + n]);
    expect(right.length).toBeGreaterThan(470);
  });

  it('gives the same trees for the same data', () => {
    expect(grow(rows, answers)).toEqual(grow(rows, answers));
  });
});

describe('bins', () => {
  it('cut between values, so that a limit in bins and one in values part rows alike', () => {
    const rows = [0, 0, 0, 0.25, 0.25, 1].map((value) => Float64Array.of(value));
    const bins = binsOf(rows);
    expect([...(bins.columns[0] ?? [])]).toEqual([0, 0, 0, 1, 1, 2]);
    const tree: Tree = { at: [0], limits: [1], low: [-1], high: [-2], leaves: [1, 2] };
    expect(rows.map((_, row) => bins.leafOf(tree, row))).toEqual([1, 1, 1, 1, 1, 2]);
    expect(rows.map((row) => new Forest([bins.withLimits(tree)]).sumOf(row))).toEqual([1, 1, 1, 1, 1, 2]);
  });

  it('take in a value that a limit was rounded to', () => {
    const bins = binsOf([1, 1, 1.0001, 1.0001].map((value) => Float64Array.of(value)));
    expect([...(bins.columns[0] ?? [])]).toEqual([0, 0, 1, 1]);
  });
});
