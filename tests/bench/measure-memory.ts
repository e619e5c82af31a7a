/** Starts the real program over a folder and reads how much memory it holds: Linux tells, other systems are left out. */
import { existsSync, readFileSync } from 'node:fs';
import type { Figure } from './figures.ts';
import { say, start, stop } from './start.ts';
import { idOf } from './write-stories.ts';

const [folder = '', label = '', targets = '{}'] = process.argv.slice(2);
const target: number | undefined = JSON.parse(targets).memory;

const program = await start(folder);
await say(program, `/briefing ${idOf(1)}`);
const status = `/proc/${program.child.pid}/status`;
const rssKb = existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) : undefined;
await stop(program);

const figures: Figure[] =
  rssKb === undefined
    ? []
    : [
        {
          what: `${label}: memory of the running program`,
          value: (rssKb * 1024) / 1e6,
          unit: 'MB',
          ...(target !== undefined && { target }),
        },
      ];
process.stdout.write(JSON.stringify(figures));
