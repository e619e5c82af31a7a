/** `dateline …` in the terminal: parse arguments, call, print. Exit codes: 0 good, 1 found something wrong, 2 usage. */
import { existsSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import { checkStories } from './check-stories.ts';
import { answer, asMessage, commands, findCommand } from './commands/index.ts';
import { ConfigProblem, loadConfig } from './config.ts';
import { type Ink, type Message, plainMessage } from './message/index.ts';
import { renderDiscord } from './platforms/discord/index.ts';
import type { Rendered } from './platforms/platform.ts';
import { manifest, renderSlack } from './platforms/slack/index.ts';
import { openTransientStorage } from './storage/index.ts';
import { StoryLibrary, storyJsonSchema } from './story/index.ts';

const usage = `Usage: npm run -s dateline -- COMMAND

  briefing STORY [--section S] [--as-of DAY] [--format F]   a briefing, or one of its sections
  stories [QUERY] [--format F]                              all stories, or those that match
  help [COMMAND] [--format F]                               what readers can type
  check [--sources DIR]                                     what is wrong with the story files; with copies of the
                                                            sources (SOURCE-ID.txt): passages, quotations, coverage
  schema                                                    the JSON Schema of a story file
  manifest [--http URL] [--no-short-names]                  Slack's app manifest: for Socket Mode, or for HTTP at URL;
                                                            /dateline alone, where other apps have the short names
  health                                                    whether the bot that runs with these settings lives

  --format   text (default), json (the message with its statements), discord or slack (the payloads, a line a page)
  --stories  the folder of the story files (default: the setting STORIES)
`;

const formats = ['text', 'json', 'discord', 'slack'] as const;
type Format = (typeof formats)[number];

class UsageProblem extends Error {}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageProblem || error instanceof ConfigProblem;
  const isSentence = isUsage || (error instanceof Error && error.cause !== undefined);
  process.stderr.write(`${isSentence ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  if (error instanceof UsageProblem) process.stderr.write(`\n${usage}`);
  process.exitCode = isUsage ? 2 : 1;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [name, ...words] = positionals;
  if (values.help === true || name === undefined) {
    process.stdout.write(usage);
    return name === undefined && values.help !== true ? 2 : 0;
  }
  const folder = () => values.stories ?? loadConfig().stories;
  const own: Record<string, () => number | Promise<number>> = {
    check: () => check(folder(), values.sources),
    schema: () => print(JSON.stringify(storyJsonSchema(), null, 2)),
    health: askHealth,
    manifest: () => printManifest(values.http, values['no-short-names'] !== true),
  };
  const task = Object.hasOwn(own, name) ? own[name] : undefined;
  if (task) {
    if (words.length > 0) throw new UsageProblem(`‘${name}’ takes no more words, and got ‘${words.join(' ')}’.`);
    return task();
  }
  const listed = commands.filter(({ unlisted }) => unlisted !== true);
  if (!findCommand(name, words.join(' '), listed)) throw new UsageProblem(`There is no command ‘${name}’.`);
  const library = await StoryLibrary.open(folder());
  return say(name, words.join(' '), optionsOf(values), formatOf(values.format), library);
}

async function check(folder: string, sources: string | undefined): Promise<number> {
  if (sources !== undefined && !existsSync(sources))
    throw new UsageProblem(`The sources’ folder ‘${sources}’ does not exist.`);
  const { lines, right } = checkStories(await StoryLibrary.open(folder), sources);
  print(lines.join('\n'));
  return right ? 0 : 1;
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

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    section: text,
    'as-of': text,
    format: text,
    sources: text,
    stories: text,
    http: text,
    'no-short-names': { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageProblem(`${(error as Error).message.split('. ')[0]}.`);
  }
}

/** The options that commands know, as they were typed. */
function optionsOf(values: Readonly<Record<string, string | boolean | undefined>>): Record<string, string> {
  const typed = ['section', 'as-of'].map((name) => [name, values[name]] as const);
  return Object.fromEntries(typed.filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'));
}

function formatOf(typed = 'text'): Format {
  const format = formats.find((each) => each === typed);
  if (!format) throw new UsageProblem(`‘${typed}’ is no format: ${formats.join(', ')}.`);
  return format;
}

async function say(
  command: string,
  text: string,
  options: Record<string, string>,
  format: Format,
  stories: StoryLibrary,
): Promise<number> {
  const call = {
    command,
    text,
    options,
    reader: 'terminal',
    rights: async () => ['manage-channel'] as const, // whoever has the terminal has the bot
    where: { platform: 'terminal' },
    locale: 'en',
    at: Date.now(),
  };
  const memory = await openTransientStorage(); // the bot's own is the bot's alone
  const answered = await answer(call, { commands, stories, memory });
  if (answered.kind === 'silence') return 0;
  const { message } = answered.kind === 'form' ? asMessage(answered) : answered;
  const isMistake = message.kind === 'mistake';
  const stream = isMistake && format === 'text' ? process.stderr : process.stdout;
  for (const line of linesOf(message, format)) stream.write(`${line}\n`);
  return isMistake ? 1 : 0;
}

function linesOf(message: Message, format: Format): string[] {
  if (format === 'text') return [plainMessage(message, ink())];
  if (format === 'json') return [JSON.stringify(message, null, 2)];
  const render: (page: Message) => Rendered = format === 'discord' ? renderDiscord : renderSlack;
  const { pages } = render(message);
  return Array.from({ length: pages }, (_, index) => JSON.stringify(render({ ...message, page: index + 1 }).payload));
}

/** Colours only on a terminal that shows them. */
function ink(): Ink {
  const style = (format: 'bold' | 'dim' | 'strikethrough') => (text: string) =>
    styleText(format, text, { stream: process.stdout });
  return { strong: style('bold'), faint: style('dim'), struck: style('strikethrough') };
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
