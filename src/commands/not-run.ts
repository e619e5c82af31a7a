/** Answers where no command is run: it does not exist, or is not allowed; it fails, is stopped, or comes too fast. */
import { nearest } from '../story/index.ts';
import { allStories, button, helpWith, whatToType } from './buttons.ts';
import type { Command } from './command.ts';
import { listedCommands } from './find-command.ts';
import { mostCommands, windowMs } from './flood.ts';
import type { Invocation, MessageAnswer, Right } from './invocation.ts';
import { clip, hint, mistake } from './mistake.ts';

/** @param again what was meant, where the command was: its name, and what the word that was typed for it says besides */
export function unknownCommand(
  typed: string,
  commands: readonly Command[],
  again: (name: string, besides: string) => string,
): MessageAnswer {
  const words = wordsFor(listedCommands(commands));
  const best = words.get(nearest(typed, words.keys(), 1)[0] ?? '');
  const line = best && again(best.name, best.besides);
  return mistake('No such command', `There is no command ‘/${clip(typed)}’${hint(best && `/${best.name}`)}`, [
    ...(line === undefined ? [] : button(clip(line), line)),
    whatToType,
  ]);
}

/** A command’s name, or the first word of several, with what a word says besides. */
interface Meaning {
  readonly name: string;
  readonly besides: string;
}

/** The words by which a command may be meant: its name, the words of that, and others. */
function wordsFor(commands: readonly Command[]): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const { name, also = {} } of commands) {
    const [first = name, second] = name.split(' ');
    if (second !== undefined) words.set(first, { name: first, besides: '' }).set(second, { name, besides: '' });
    words.set(name, { name, besides: '' });
    for (const [word, besides] of Object.entries(also)) words.set(word, { name, besides });
  }
  return words;
}

/** A button that an earlier version of the bot posted. */
export function staleButton(): MessageAnswer {
  return mistake('An old button', 'This button is from an earlier version of the bot and does nothing any more.', [
    { ...allStories, primary: true },
    whatToType,
  ]);
}

/** The command that was probably meant, and its line with what was typed behind it. */
export interface Again {
  readonly name: string;
  readonly line: string;
}

/** A word that only has subcommands, without one of them behind it. */
export function whichSubcommand(
  { command: word, text = '' }: Pick<Invocation, 'command' | 'text'>,
  subcommands: readonly Command[],
  again: Again | undefined,
): MessageAnswer {
  const names = subcommands.map(({ name }) => name.slice(word.length + 1));
  const known = `/${word} is followed by ${names.join(', ')}.`;
  const first = subcommands.slice(0, mostOffered).flatMap(({ name }) => button(`/${name}`, `/${name}`, false));
  const buttons = [...(again ? button(clip(again.line), again.line) : first), { ...helpWith(word), primary: !again }];
  const [typed = ''] = text.trim().split(/\s+/);
  if (typed === '') return mistake('Which one?', known, buttons);
  const wrong = `There is no command ‘/${word} ${clip(typed)}’${hint(again && `/${again.name}`)}`;
  return mistake('No such command', `${wrong} ${known}`, buttons);
}

/** So many subcommands have a button: the first of a group are those that one begins with. */
const mostOffered = 3;

const rights: Record<Right, string> = { 'manage-channel': 'those who may manage this channel' };

export function noRight(command: Command, needed: Right): MessageAnswer {
  return mistake('Not allowed', `/${command.name} is for ${rights[needed]}.`, [whatToType]);
}

/** A fault of the program. @param reference what the log says it under */
export function failed(reference: string): MessageAnswer {
  const sentence = `That failed here, through no fault of yours. The bot’s log says more under ${reference}.`;
  return mistake('That failed', sentence, []);
}

/** The bot ends before the answer is there. */
export function stopped(): MessageAnswer {
  return mistake('Stopped', 'The bot was stopped before it could answer. Ask again in a moment.', []);
}

/** The one notice to a reader who types faster than anybody reads. */
export function tooFast(): MessageAnswer {
  const pace = `${mostCommands} commands in ${windowMs / 1000} seconds`;
  return mistake('Slow down', `That is more than ${pace}. Wait a moment, then go on.`, []);
}
