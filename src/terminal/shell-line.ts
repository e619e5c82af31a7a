/** What a message offers to do next, as lines for the shell. */
import { commands, findCommand, readOptions, splitCommand } from '../commands/index.ts';
import type { Block, Button, Message } from '../message/index.ts';
import type { StoryLibrary } from '../story/index.ts';
import { isListed, program } from './usage.ts';

/**
 * The message with each command that it offers as a line to paste into the shell, and without those that have none.
 * @param folder the stories’ folder, where the lines have to name it
 */
export function forShell(message: Message, stories: StoryLibrary, folder?: string): Message {
  const named = folder === undefined ? [] : ['--stories', folder];
  const block = (each: Block): Block =>
    each.kind === 'item' ? { ...each, opens: shellLine(each.opens, stories, named) ?? each.opens } : each;
  const buttons = message.buttons.flatMap((button): Button[] => {
    const line = shellLine(button.command, stories, named);
    return line === undefined ? [] : [{ ...button, command: line }];
  });
  return { ...message, blocks: message.blocks.map(block), buttons };
}

/** The line that does what a button’s command does; undefined where the terminal has no command for it. */
function shellLine(command: string, stories: StoryLibrary, more: readonly string[]): string | undefined {
  const { command: word, text } = splitCommand(command);
  const found = findCommand(word, text, commands);
  if (!found || !isListed(found.command.name)) return undefined;
  const { name } = found.command;
  const read = readOptions(found.command, { text: found.text, at: Date.now() }, stories);
  const words = 'mistake' in read ? undefined : wordsOf(name, read.given, stories);
  return words && [program, name, ...[...words, ...more].map(quoted)].join(' ');
}

/** The options as words behind the command; undefined where there is something that cannot be typed here, or nothing to ask. */
function wordsOf(
  name: string,
  given: Readonly<Record<string, string>>,
  stories: StoryLibrary,
): readonly string[] | undefined {
  const { story = '', section = '', 'as-of': day = '', week = '', page: _, ...others } = given;
  const { number, about, question, query, command, ...strange } = others;
  if (Object.keys(strange).length > 0) return undefined;
  const asked = number === undefined ? question : stories.find(story)?.readersAsk[Number(number) - 1]?.asks;
  const said = [about === undefined ? '' : `about:${about}`, asked ?? query ?? command ?? ''].join(' ').trim();
  if (name === 'ask' && said === '') return undefined;
  const named = Object.entries({ section, 'as-of': day, week }).flatMap(([option, value]) =>
    value === '' ? [] : [`--${option}`, value],
  );
  return [story, said, ...named].filter((each) => each !== '');
}

/** As any shell takes it for one word. */
function quoted(word: string): string {
  if (/^[\w./:@%+,-]+$/.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
