/** `dateline …` in the terminal: parse arguments, call, print. Exit codes: 0 good, 1 found nothing or something wrong, 2 usage. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, findCommand, listedCommands } from './commands/index.ts';
import { ConfigProblem, loadConfig } from './config/index.ts';
import { lastWords } from './last-words.ts';
import { OperatorProblem } from './operator/index.ts';
import { ownTasks } from './own-tasks.ts';
import { type Story, StoryLibrary } from './story/index.ts';
import {
  concerned,
  forChats,
  formatOf,
  formats,
  noCommand,
  noStoryIn,
  type OptionsTyped,
  parseTyped,
  print,
  readersOptions,
  sayInTerminal,
  storyFirst,
  strayOption,
  UsageProblem,
  usage,
  usageOf,
} from './terminal/index.ts';

// Whoever reads may have read enough: `… | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageProblem;
  process.stderr.write(`${isUsage ? error.message : lastWords(error)}\n`);
  if (isUsage) process.stderr.write(usageOf(concerned(process.argv.slice(2))));
  process.exitCode = isUsage || error instanceof ConfigProblem ? 2 : 1;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseTyped(args);
  const [name, ...words] = positionals;
  if (values.version === true) return print(version());
  if (values.help === true || name === undefined) {
    process.stdout.write(usage);
    return name === undefined && values.help !== true ? 2 : 0;
  }
  const stray = strayOption(concerned(args) ?? name, Object.keys(values));
  if (stray !== undefined) throw new UsageProblem(stray);
  const folder = () => values.stories ?? loadConfig().stories;
  const own = ownTasks({ name, words, values, folder });
  // Of the terminal's own commands `/help` knows nothing.
  if (name === 'help' && Object.hasOwn(own, words.join(' '))) return helpWith(words.join(' '), values.format);
  const task = Object.hasOwn(own, name) ? own[name] : undefined;
  return task ? task() : sayCommand(name, words, values, folder);
}

/** Prints what the usage says of one command. */
function helpWith(name: string, format: string | undefined): number {
  formatOf(format, ['text']);
  const [head = ''] = usage.split('\n', 1);
  const [told = ''] = new RegExp(`^  ${name}\\b.*(?:\\n {3,}.*)*`, 'm').exec(usage) ?? [];
  return print(`${head}\n\n${told}`);
}

function version(): string {
  const file = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}

/** What readers can type, too. */
async function sayCommand(
  command: string,
  words: readonly string[],
  values: OptionsTyped,
  folder: () => string,
): Promise<number> {
  const listed = listedCommands(commands);
  const found = findCommand(command, words.join(' '), listed);
  if (!found) throw new UsageProblem(noCommand(command, (await storyAtStart([command, ...words], folder))?.id));
  const elsewhere = forChats(found.command.name);
  if (elsewhere !== undefined) throw new UsageProblem(elsewhere);
  if (found.command.name === 'digest preview' && found.text === '')
    throw new UsageProblem('‘digest preview’ needs a story.');
  const format = formatOf(values.format, formats);
  const library = await StoryLibrary.open(folder());
  const namesBroken = words.some((word) => library.brokenFile(word) !== undefined);
  const nothing = command === 'help' || namesBroken ? undefined : noStoryIn(library);
  if (nothing !== undefined) throw new OperatorProblem(nothing);
  const { text, options } = command === 'ask' ? storyFirst(words, library) : { text: words.join(' '), options: {} };
  const typed = { command, text, options: { ...readersOptions(values), ...options }, folder: values.stories };
  return sayInTerminal(typed, format, library);
}

/** The story that is named where a command belongs; none where the folder cannot be read. */
async function storyAtStart(words: readonly string[], folder: () => string): Promise<Story | undefined> {
  try {
    const library = await StoryLibrary.open(folder());
    return library.find(words.slice(0, library.nameAtStart(words)).join(' '));
  } catch {
    return undefined; // what was typed is wrong whatever is in the folder
  }
}
