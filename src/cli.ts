/** `dateline …` in the terminal: parse arguments, call, print. Exit codes: 0 good, 1 found nothing or something wrong, 2 usage. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Answers } from './ask/index.ts';
import { commands, findCommand, type InboxItem, listedCommands } from './commands/index.ts';
import { ConfigProblem, loadConfig } from './config/index.ts';
import { answeredBy, waiting } from './inbox-keeper.ts';
import { lastWords } from './last-words.ts';
import { manifest } from './platforms/slack/index.ts';
import { backUpStorage, readStorage, restoreStorage } from './storage/index.ts';
import { askedJsonSchema, StoryLibrary, storyJsonSchema } from './story/index.ts';
import {
  answerLine,
  answerLines,
  checkStories,
  concerned,
  draftWordings,
  formatOf,
  formats,
  listInbox,
  noCommand,
  type OptionsTyped,
  parseTyped,
  readersOptions,
  sayInTerminal,
  storyFirst,
  UsageProblem,
  usage,
  usageOf,
} from './terminal/index.ts';

/** Of the commands that are the terminal's own, those that take more words. */
const takeWords = ['help', 'inbox', 'ask', 'backup', 'restore', 'schema'];

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
  const asJson = values.json === true || values.batch === true;
  if (asJson && name !== 'ask')
    throw new UsageProblem(`‘${name}’ knows neither --batch nor --json, which are for ‘ask’.`);
  const folder = () => values.stories ?? loadConfig().stories;
  const own: Record<string, Task> = {
    inbox: () => printInbox(folder(), words.join(' '), formatOf(values.format, ['text', 'json', 'yaml'])),
    check: () => check(folder(), values.sources),
    backup: () => backUp(fileOf(name, words)),
    restore: () => restore(fileOf(name, words)),
    schema: () => print(JSON.stringify(schemaOf(words.join(' ')), null, 2)),
    health: askHealth,
    ...(asJson && { ask: () => answerAsJson(words, folder(), values.batch === true) }),
    manifest: () => printManifest(values.http, values['no-short-names'] !== true),
  };
  const task = taskOf(own, name, words.join(' '), values.format);
  if (task) {
    if (words.length > 0 && !takeWords.includes(name))
      throw new UsageProblem(`‘${name}’ takes no more words, and got ‘${words.join(' ')}’.`);
    return task();
  }
  return sayCommand(name, words, values, folder);
}

type Task = () => number | Promise<number>;

/** The task of one of the terminal's own commands, or the help with it: of these `/help` knows nothing. */
function taskOf(
  own: Readonly<Record<string, Task>>,
  name: string,
  words: string,
  format: string | undefined,
): Task | undefined {
  if (name === 'help' && Object.hasOwn(own, words)) return () => helpWith(words, format);
  return Object.hasOwn(own, name) ? own[name] : undefined;
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
  if (!found) throw new UsageProblem(noCommand(command));
  if (found.command.name === 'digest preview' && found.text === '')
    throw new UsageProblem('‘digest preview’ needs a story.');
  const format = formatOf(values.format, formats);
  const library = await StoryLibrary.open(folder());
  const { text, options } = command === 'ask' ? storyFirst(words, library) : { text: words.join(' '), options: {} };
  const typed = { command, text, options: { ...readersOptions(values), ...options }, folder: values.stories };
  return sayInTerminal(typed, format, library);
}

async function answerAsJson(words: readonly string[], folder: string, batch: boolean): Promise<number> {
  if (batch && words.length > 0)
    throw new UsageProblem(`‘ask --batch’ reads its questions, and got ‘${words.join(' ')}’.`);
  const stories = await StoryLibrary.open(folder);
  return batch ? answerLines(process.stdin, stories) : answerLine(words, stories);
}

async function check(folder: string, sources: string | undefined): Promise<number> {
  if (sources !== undefined && !existsSync(sources))
    throw new Error(`The sources’ folder ‘${sources}’ does not exist.`, { cause: sources });
  const { lines, right } = checkStories(await StoryLibrary.open(folder), Date.now(), sources);
  print(lines.join('\n'));
  return right ? 0 : 1;
}

async function printInbox(folder: string, name: string, format: 'text' | 'json' | 'yaml'): Promise<number> {
  const stories = await StoryLibrary.open(folder);
  // Of a story that is gone, questions may wait all the same.
  const story = name === '' ? undefined : (stories.find(name)?.id ?? name);
  const answers = new Answers();
  const items = waiting(await readInbox(story), stories, answeredBy(answers));
  if (items.length === 0 && story !== undefined && !stories.find(story) && !stories.brokenFile(story))
    throw new Error(`There is no story ‘${story}’, and nothing waits for one.`, { cause: story });
  if (format === 'json') return print(JSON.stringify(items, null, 2));
  const lines = format === 'yaml' ? draftWordings(items, stories, answers) : listInbox(items, stories);
  return print(lines.join('\n'));
}

/** Lets go of the database whatever happens: a connection that stays open would keep the program from ending. */
async function readInbox(story: string | undefined): Promise<readonly InboxItem[]> {
  const storage = await readStorage(loadConfig());
  try {
    return await storage.inbox.open(story);
  } finally {
    await storage.close();
  }
}

/** @param of nothing for story files, `asked` for those of what readers ask */
function schemaOf(of: string): object {
  if (of !== '' && of !== 'asked') throw new UsageProblem(`‘schema’ takes no more words, or ‘asked’, and got ‘${of}’.`);
  return of === 'asked' ? askedJsonSchema() : storyJsonSchema();
}

function fileOf(name: string, [file, ...more]: readonly string[]): string {
  if (!file || more.length > 0) throw new UsageProblem(`‘${name}’ takes one file.`);
  return file;
}

function backUp(file: string): number {
  const bytes = backUpStorage(loadConfig(), file);
  return print(`All that is kept is copied to ‘${file}’: ${Math.ceil(bytes / 1000)} kB.`);
}

function restore(file: string): number {
  const before = restoreStorage(loadConfig(), file, new Date());
  const beside = before === undefined ? '' : ` What was there is kept as ‘${before}’.`;
  return print(`‘${file}’ is brought back.${beside}`);
}

async function askHealth(): Promise<number> {
  const { host, port } = loadConfig();
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`;
  const alive = await fetch(address, { signal: AbortSignal.timeout(4000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  print(alive ? 'It lives.' : `No bot answers at ${address}.`);
  return alive ? 0 : 1;
}

function printManifest(url: string | undefined, shortNames: boolean): number {
  if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://')))
    throw new UsageProblem(`‘${url}’ is no address that Slack can reach: it begins with https://.`);
  process.stdout.write(manifest(commands, { shortNames, ...(url !== undefined && { url }) }));
  return 0;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
