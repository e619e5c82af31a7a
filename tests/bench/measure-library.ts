/** Loads a folder of generated stories in this process and measures it: load, heap, commands, completion, search. */
import { Answers } from '../../src/ask/index.ts';
import { answer, bareSurroundings, commands, completeLine, type Invocation } from '../../src/commands/index.ts';
import { renderDiscord } from '../../src/platforms/discord/index.ts';
import { renderSlack } from '../../src/platforms/slack/index.ts';
import { openTransientStorage } from '../../src/storage/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';
import { type Figure, percentiles, timesOf } from './figures.ts';
import { idOf } from './write-stories.ts';

const [folder = '', label = '', targets = '{}'] = process.argv.slice(2);
const limit: { load?: number; command?: number; lookup?: number } = JSON.parse(targets);

const start = performance.now();
const stories = await StoryLibrary.open(folder);
const loadS = (performance.now() - start) / 1000;
const heapMb = process.memoryUsage().heapUsed / 1e6;

const sections = [
  '',
  ' timeline',
  ' who-says-what',
  ' people',
  ' background',
  ' sources',
  ' quotes',
  ' as-of:2026-03-01',
];
const count = stories.stories.length;

const someone: Omit<Invocation, 'command'> = {
  reader: 'r',
  rights: async () => [],
  where: { platform: 'bench' },
  around: bareSurroundings(undefined),
  at: 0,
};

const memory = await openTransientStorage();
const answers = new Answers();

async function ask(command: string, text: string) {
  const answered = await answer({ ...someone, command, text }, { commands, stories, memory, answers });
  if (answered.kind !== 'message') throw new Error(`no message: /${command} ${text}`);
  return answered.message;
}

/** One command through to both platforms' payloads. */
async function command(number: number) {
  const text = `${idOf((number * 7919) % count)}${sections[number % sections.length]}`;
  const message = await ask('briefing', text);
  if (message.kind !== 'briefing') throw new Error(`no briefing: ${text}`);
  return [renderDiscord(message), renderSlack(message)];
}

async function search(number: number) {
  const message = await ask('stories', ['brenvik', 'harb', 'case 12', 'satelite'][number % 4] ?? '');
  return [renderDiscord(message), renderSlack(message)];
}

const complete = (number: number) =>
  completeLine(`/briefing ${['har', 'brenvik', 'sat', 'case 7', 'orkestra'][number % 5]}`, commands, stories);

const figures: Figure[] = [
  { what: `${label}: load`, value: loadS, unit: 's', ...(limit.load !== undefined && { target: limit.load }) },
  { what: `${label}: heap in use`, value: heapMb, unit: 'MB' },
  ...percentiles(`${label}: command to both payloads`, await timesOf(4000, command), limit.command),
  ...percentiles(`${label}: completion`, await timesOf(2000, complete), limit.lookup),
  ...percentiles(`${label}: /stories search`, await timesOf(2000, search), limit.lookup),
];
process.stdout.write(JSON.stringify(figures));
