/** Starts the real program over a folder of generated stories: until the first answer, and until a saved story is served. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, quantile } from './figures.ts';
import { type Started, say, start, stop } from './start.ts';
import { idOf, storyText } from './write-stories.ts';

const [folder = ''] = process.argv.slice(2);
async function firstAnswer(): Promise<number> {
  const begun = performance.now();
  const program = await start(folder);
  const text = await say(program, `/briefing ${idOf(3)}`);
  const took = performance.now() - begun;
  if (!text.includes('In short')) throw new Error('that was no briefing');
  await stop(program);
  return took;
}

/** Saves a story with a new title and looks at the page until it is there: commands would be too many for one reader. */
async function saved(program: Started, number: number): Promise<number> {
  const title = `Saved anew ${number}`;
  writeFileSync(join(folder, `${idOf(5)}.yaml`), storyText(5, 20).replace(/^title: .*/, `title: ${title}`));
  const begun = performance.now();
  while (!(await (await fetch(program.address)).text()).includes(title))
    if (performance.now() - begun > 5000) throw new Error('never served');
  return performance.now() - begun;
}

const starts: number[] = [];
for (let run = 0; run < 5; run += 1) starts.push(await firstAnswer());
const program = await start(folder);
const saves: number[] = [];
for (let run = 0; run < 20; run += 1) saves.push(await saved(program, run));
await stop(program);

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);
const figures: Figure[] = [
  {
    what: '100 stories of 20 statements: start to first answer, median of 5',
    value: quantile(sorted(starts), 0.5) / 1000,
    unit: 's',
    target: 1.5,
  },
  {
    what: '100 stories of 20 statements: start to first answer, slowest of 5',
    value: Math.max(...starts) / 1000,
    unit: 's',
  },
  { what: 'a story saved → served, median of 20', value: quantile(sorted(saves), 0.5), unit: 'ms' },
  { what: 'a story saved → served, slowest of 20', value: Math.max(...saves), unit: 'ms', target: 200 },
];
process.stdout.write(JSON.stringify(figures));
