/** Kills the real program at every step of planning and posting digests, and counts what was lost or came twice. */
import { type CrashReport, crash } from '../crash/run.ts';
import { sayReport } from '../crash/say-report.ts';
import type { Figure } from './figures.ts';

const least = 200;
const [kills = String(least)] = process.argv.slice(2);
/** Two at once: much of the time is spent on waiting. */
const runs = 2;

const seed = Date.now() % 1_000_000;
process.stderr.write(`seed ${seed}\n`);
const reports = await Promise.all(
  Array.from({ length: runs }, (_, index) => crash({ seed: seed + index, kills: Math.ceil(Number(kills) / runs) })),
);
for (const report of reports) process.stderr.write(`${sayReport(report)}\n`);

const sum = (count: (report: CrashReport) => number) => reports.reduce((total, report) => total + count(report), 0);
const steps = new Map<string, number>();
for (const [step, times] of reports.flatMap((report) => [...report.kills]))
  steps.set(step, (steps.get(step) ?? 0) + times);
const figures: Figure[] = [
  { what: 'kills', value: [...steps.values()].reduce((a, b) => a + b, 0), unit: 'kills', least },
  ...[...steps].map(([step, value]): Figure => ({ what: `kills ${step}`, value, unit: 'kills' })),
  { what: 'digests due', value: sum(({ ordered }) => ordered), unit: 'digests' },
  { what: 'digests sent once', value: sum(({ sent }) => sent), unit: 'digests' },
  {
    what: 'digests uncertain, in channels that cannot be read',
    value: sum(({ uncertain }) => uncertain),
    unit: 'digests',
  },
  {
    what: 'digests lost, sent twice, out of order, or wrong in the ledger',
    value: sum(({ wrong }) => wrong.length),
    unit: 'digests',
    target: 0,
  },
];
process.stdout.write(JSON.stringify(figures));
process.exit(0);
