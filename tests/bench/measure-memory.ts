/** Starts the real program over a folder and reads how much memory it holds: Linux tells, other systems are left out. */
import type { Figure } from './figures.ts';
import { memoryOf, say, start, stop } from './start.ts';
import { idOf } from './write-stories.ts';

const [folder = '', label = '', targets = '{}'] = process.argv.slice(2);
const target: number | undefined = JSON.parse(targets).memory;

const program = await start(folder);
await say(program, `/briefing ${idOf(1)}`);
const bytes = memoryOf(program);
await stop(program);

const figures: Figure[] =
  bytes === undefined
    ? []
    : [
        {
          what: `${label}: memory of the running program`,
          value: bytes / 1e6,
          unit: 'MB',
          ...(target !== undefined && { target }),
        },
      ];
process.stdout.write(JSON.stringify(figures));
