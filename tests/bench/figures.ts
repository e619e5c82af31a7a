/** Figures: how they are taken, and how they are shown. */
import { setImmediate } from 'node:timers/promises';

/** One measured figure; it may have to stay below a `target`, or to reach a `least`, in the same unit. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit:
    | 'ms'
    | 's'
    | 'MB'
    | 'kB'
    | '%'
    | '/s'
    | 'commands'
    | 'requests'
    | 'digests'
    | 'channels'
    | 'kills'
    | 'AUROC';
  readonly target?: number;
  readonly least?: number;
}

/**
 * Times `run` for each of `count` numbers, after a tenth as many for warming up; milliseconds, sorted.
 * @param before what goes before each: a turn of the event loop, as in the bot, where each command comes by itself and Node
 * collects what the last one left in between
 */
export async function timesOf(
  count: number,
  run: (number: number) => unknown,
  before: () => Promise<unknown> = setImmediate,
): Promise<number[]> {
  const times: number[] = [];
  for (let number = -Math.ceil(count / 10); number < count; number += 1) {
    await before();
    const start = performance.now();
    await run(Math.abs(number));
    if (number >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

/**
 * The same, but each number is run in three rounds, and its median counts: what another program on the machine takes away for a
 * moment is then not held against ours, while a number that takes long every time is seen.
 */
export async function typicalTimesOf(count: number, run: (number: number) => unknown): Promise<number[]> {
  const rounds: number[][] = [];
  for (let number = 0; number < count; number += 1) rounds.push([]);
  for (let round = 0; round < 3; round += 1)
    for (const [number, times] of rounds.entries()) {
      await setImmediate();
      const start = performance.now();
      await run(number);
      times.push(performance.now() - start);
    }
  return rounds.map((times) => times.sort((a, b) => a - b)[1] ?? Number.NaN).sort((a, b) => a - b);
}

/** The value below which that share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The 50th and 99th percentile as two figures; the target is the 99th's. */
export function percentiles(what: string, sorted: readonly number[], target?: number): Figure[] {
  return [
    { what: `${what}, p50`, value: quantile(sorted, 0.5), unit: 'ms' },
    { what: `${what}, p99`, value: quantile(sorted, 0.99), unit: 'ms', ...(target !== undefined && { target }) },
  ];
}

function verdict(value: number, target: number | undefined, least: number | undefined): string {
  if (target === undefined && least === undefined) return '';
  return value <= (target ?? value) && value >= (least ?? value) ? 'met' : 'MISSED';
}

/** The figures as a table. */
export function table(figures: readonly Figure[]): string {
  const round = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
  const rows = figures.map(({ what, value, unit, target, least }) => [
    what,
    `${round(value)} ${unit}`,
    [target === undefined ? [] : `≤ ${target} ${unit}`, least === undefined ? [] : `≥ ${least} ${unit}`]
      .flat()
      .join(', '),
    verdict(value, target, least),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
