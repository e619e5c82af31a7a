/** What came of a run, in words. */
import type { CrashReport } from './run.ts';

export function sayReport({ kills, ordered, sent, uncertain, wrong, troubles }: CrashReport): string {
  const count = [...kills.values()].reduce((sum, each) => sum + each, 0);
  const list = (map: ReadonlyMap<string, number>) =>
    [...map].sort((a, b) => b[1] - a[1]).map(([name, times]) => `${times} × ${name}`);
  return [
    `${count} kills: ${list(kills).join('; ')}`,
    `troubles: ${list(troubles).join('; ')}`,
    `${ordered} digests: ${sent} sent once, ${uncertain} uncertain where the channel cannot be read, ${wrong.length} wrong`,
    ...wrong,
  ].join('\n');
}
