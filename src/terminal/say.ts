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
  splitCommand,
} from '../commands/index.ts';
import { entryKeys } from '../digest/index.ts';
import { type Button, type Ink, type Message, plainMessage } from '../message/index.ts';
import { renderDiscord } from '../platforms/discord/index.ts';
import type { Rendered } from '../platforms/platform.ts';
import { renderSlack } from '../platforms/slack/index.ts';
import { openTransientStorage } from '../storage/index.ts';
import type { StoryLibrary } from '../story/index.ts';

/** How an answer may be printed. */
export const formats = ['text', 'json', 'discord', 'slack'] as const;
export type Format = (typeof formats)[number];

/** What was typed. */
export type Typed = Pick<Invocation, 'command' | 'text' | 'options'>;

/** Answers a command, prints it, and returns the exit code. */
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
  for (const line of linesOf(message, format)) stream.write(`${line}\n`);
  return isMistake ? 1 : 0;
}

function linesOf(message: Message, format: Format): string[] {
  if (format === 'text') return [plainMessage({ ...message, buttons: message.buttons.filter(isTyped) }, ink())];
  if (format === 'json') return [JSON.stringify(message, null, 2)];
  const render: (page: Message) => Rendered = format === 'discord' ? renderDiscord : renderSlack;
  const { pages } = render(message);
  return Array.from({ length: pages }, (_, index) => JSON.stringify(render({ ...message, page: index + 1 }).payload));
}

/** Whether a button's command is one that can be typed here. */
function isTyped({ command: line }: Button): boolean {
  const { command, text } = splitCommand(line);
  return findCommand(command, text, commands)?.command.unlisted !== true;
}

/** Colours only on a terminal that shows them. */
function ink(): Ink {
  const style = (format: 'bold' | 'dim' | 'strikethrough') => (text: string) =>
    styleText(format, text, { stream: process.stdout });
  return { strong: style('bold'), faint: style('dim'), struck: style('strikethrough') };
}
