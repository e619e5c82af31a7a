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
import { entryKeys } from '../digest/index.ts';
import { type Ink, type Message, plainMessage } from '../message/index.ts';
import { renderDiscord } from '../platforms/discord/index.ts';
import type { Rendered } from '../platforms/platform.ts';
import { renderSlack } from '../platforms/slack/index.ts';
import { openTransientStorage } from '../storage/index.ts';
import type { StoryLibrary } from '../story/index.ts';
import { forShell } from './shell-line.ts';
import { usageOf } from './usage.ts';

/** How an answer may be printed. */
export const formats = ['text', 'json', 'discord', 'slack'] as const;
export type Format = (typeof formats)[number];

/** What was typed. */
export type Typed = Pick<Invocation, 'command' | 'text' | 'options'>;

/** Answers a command, prints it, and returns the exit code; a slip in what was typed is told with the command’s usage. */
export async function sayInTerminal(typed: Typed, format: Format, stories: StoryLibrary): Promise<number> {
  const call: Invocation = {
    ...typed,
    reader: 'terminal',
    rights: async () => ['manage-channel'], // whoever has the terminal has the bot
    where: { platform: 'terminal' },
    around: bareSurroundings(undefined),
    locale: 'en',
    at: Date.now(),
  };
  const memory = await openTransientStorage(); // what is kept is the running bot's alone
  if (typed.command === 'digest')
    for (const story of stories.stories) await memory.entries.enter(story, entryKeys(story), call.at);
  const answered = await answer(call, { commands, stories, memory, answers: new Answers() });
  await memory.close();
  if (answered.kind === 'silence') return 0;
  const { message } = answered.kind === 'form' ? asMessage(answered) : answered;
  const isMistake = message.kind === 'mistake';
  const stream = isMistake && format === 'text' ? process.stderr : process.stdout;
  for (const line of linesOf(message, format, stories)) stream.write(`${line}\n`);
  if (!isMistake) return 0;
  const slip = answered.kind === 'form' ? answered.command.name : slipIn(call, stories);
  if (slip !== undefined && format === 'text') stream.write(`\n${usageOf(slip)}`);
  return slip === undefined ? 1 : 2;
}

/** The name of the command whose words or options cannot be read; undefined where they can, or only the story is not there. */
function slipIn(call: Invocation, stories: StoryLibrary): string | undefined {
  const found = findCommand(call.command, call.text ?? '', commands);
  const read = found && readOptions(found.command, { ...call, text: found.text }, stories);
  return read && 'mistake' in read && read.noStory === undefined ? found.command.name : undefined;
}

function linesOf(message: Message, format: Format, stories: StoryLibrary): string[] {
  if (format === 'text') return [plainMessage(forShell(message, stories), ink())];
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
