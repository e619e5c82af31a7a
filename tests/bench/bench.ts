/** `npm run bench [-- core|start|live|ask|digests|crash|large]`: measures what the README promises; a table, then the same as JSON. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Figure, table } from './figures.ts';
import { startFlags } from './start.ts';
import { writeStories } from './write-stories.ts';

const wanted = process.argv.slice(2);

/** Each part in a process of its own, so that none warms up another or adds to its memory. */
const parts: Readonly<Record<string, (folder: string) => Figure[]>> = {
  core: (folder) => [
    ...library(folder, 100, 20, { command: 2 }),
    ...library(folder, 1000, 50, { load: 12, memory: 250, command: 5, lookup: 5 }),
  ],
  start: (folder) => {
    writeStories(join(folder, 'start'), 100, 20);
    return measure('measure-start.ts', [join(folder, 'start')]);
  },
  live: (folder) => {
    writeStories(join(folder, 'live'), 100, 20);
    return measure('measure-live.ts', [join(folder, 'live')]);
  },
  ask: (folder) => {
    writeStories(join(folder, 'ask'), 1000, 50);
    return [
      ...measure('measure-ask.ts', [join(folder, 'ask.json')]),
      ...measure('measure-answers.ts', [join(folder, 'ask')]),
      ...measure('measure-batch.ts', []),
      ...measure('measure-finding.ts', []),
    ];
  },
  digests: (folder) => {
    writeStories(join(folder, 'digests'), 200, 20);
    return [...measure('measure-digests.ts', [join(folder, 'digests')]), ...measure('measure-fan-out.ts', [])];
  },
  crash: () => measure('measure-crash.ts', []),
  large: (folder) => library(folder, 10_000, 50, {}),
};

/** What the figures have to stay below: seconds, megabytes, milliseconds. */
interface Limits {
  readonly load?: number;
  readonly memory?: number;
  readonly command?: number;
  readonly lookup?: number;
}

function library(folder: string, stories: number, statements: number, targets: Limits): Figure[] {
  const own = join(folder, `${stories}`);
  writeStories(own, stories, statements);
  const label = `${stories.toLocaleString('en')} stories of ${statements} statements`;
  return [
    ...measure('measure-library.ts', [own, label, JSON.stringify(targets)]),
    ...measure('measure-memory.ts', [own, label, JSON.stringify(targets)]),
  ];
}

function measure(script: string, args: readonly string[]): Figure[] {
  const file = new URL(script, import.meta.url).pathname;
  const output = execFileSync(process.execPath, [...startFlags, file, ...args], { encoding: 'utf8' });
  return JSON.parse(output);
}

const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  const names = Object.keys(parts).join(', ');
  process.stderr.write(`There is nothing called ‘${unknown.join('’, ‘')}’ to measure; there is ${names}.\n`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
try {
  const figures: Figure[] = [];
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`measuring ${name} …\n`);
    figures.push(...run(folder));
  }
  const [cpu] = cpus();
  const machine = {
    cpu: cpu?.model ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  process.stdout.write(
    `${table(figures)}\n\n${JSON.stringify({ date: new Date().toISOString().slice(0, 10), machine, figures })}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
