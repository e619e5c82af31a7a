/** A command's answer in the terminal: as text, as JSON, or as a platform would get it. */
import { styleText } from 'node:util';
import { Answers } from '../ask/index.ts';
import {
  answer,
  asMessage,
  bareSurroundings,
  commands,
  findCommand,
  type Invocation,
  readOptions,
} from '../commands/index.ts';
import { type Ink, type Message, plainMessage } from '../message/index.ts';
import type { Rendered } from '../platforms/platform.ts';
import type { StoryLibrary } from '../story/index.ts';
import { brokenStory } from './broken-story.ts';
import { memoryOfOne } from './memory.ts';
import { forShell } from './shell-line.ts';
import { usageOf } from './usage.ts';

/** How an answer may be printed. */
export const formats = ['text', 'json', 'discord', 'slack'] as const;
export type Format = (typeof formats)[number];

/** A platform is loaded only where its payloads are asked for. */
const renderers: Readonly<Record<'discord' | 'slack', () => Promise<(page: Message) => Rendered>>> = {
  discord: async () => (await import('../platforms/discord/index.ts')).renderDiscord,
  slack: async () => (await import('../platforms/slack/index.ts')).renderSlack,
};

/** What was typed; `folder` is the stories’ folder, where it was typed, too. */
export type Typed = Pick<Invocation, 'command' | 'text' | 'options'> & { readonly folder?: string | undefined };

/** Answers a command, prints it, and returns the exit code; a slip in what was typed is told with the command’s usage. */
export async function sayInTerminal(typed: Typed, format: Format, stories: StoryLibrary): Promise<number> {
  const { folder, ...words } = typed;
  const call: Invocation = {
    ...words,
    reader: 'terminal',
    rights: async () => ['manage-channel'], // whoever has the terminal has the bot
    where: { platform: 'terminal' },
    around: bareSurroundings(undefined),
    at: Date.now(),
  };
  const memory = memoryOfOne(stories, call.at); // what is kept is the running bot's alone
  const answered = await answer(call, { commands, stories, memory, answers: new Answers() });
  if (answered.kind === 'silence') return 0;
  const { message } = answered.kind === 'form' ? asMessage(answered) : answered;
  const shown = async () => (await linesOf(message, format, (each) => forShell(each, stories, folder))).join('\n');
  if (message.kind !== 'mistake') return print(process.stdout, await shown(), 0);
  const { slip, noStory = '' } = answered.kind === 'form' ? { slip: answered.command.name } : wrongIn(call, stories);
  const code = slip === undefined ? 1 : 2;
  if (format !== 'text') return print(process.stdout, await shown(), code);
  const said = brokenStory(noStory, stories) ?? (await shown());
  return print(process.stderr, slip === undefined ? said : `${said}\n\n${usageOf(slip).trimEnd()}`, code);
}

function print(stream: NodeJS.WriteStream, text: string, code: number): number {
  stream.write(`${text}\n`);
  return code;
}

/** The command whose words or options cannot be read, or the story that is not there; neither where something else is wrong. */
function wrongIn(call: Invocation, stories: StoryLibrary): { readonly slip?: string; readonly noStory?: string } {
  const found = findCommand(call.command, call.text ?? '', commands);
  const read = found && readOptions(found.command, { ...call, text: found.text }, stories);
  if (!read || !('mistake' in read)) return {};
  return read.noStory === undefined ? { slip: found.command.name } : { noStory: read.noStory };
}

async function linesOf(message: Message, format: Format, here: (message: Message) => Message): Promise<string[]> {
  if (format === 'text') return [plainMessage(here(message), ink())];
  if (format === 'json') return [JSON.stringify(message, null, 2)];
  const render = await renderers[format]();
  const { pages } = render(message);
  return Array.from({ length: pages }, (_, index) => JSON.stringify(render({ ...message, page: index + 1 }).payload));
}

/** Colours only on a terminal that shows them. */
function ink(): Ink {
  const style = (format: 'bold' | 'dim' | 'strikethrough') => (text: string) =>
    styleText(format, text, { stream: process.stdout });
  return { strong: style('bold'), faint: style('dim'), struck: style('strikethrough') };
}
