/** What may come next, as a reader types: values of an option, or the next word of a line. */
import { fold, type Story, type StoryLibrary } from '../../story/index.ts';
import type { Command } from '../command.ts';
import { type Found, findCommand } from '../find-command.ts';
import { listedOptions, type Option, wholeOptionOf } from '../option.ts';
import { namesFor } from './complete-names.ts';
import { type Choice, fitting, mostChoices } from './complete-values.ts';
import { splitCommand } from './parse-text.ts';
import { readOptions } from './read-options.ts';
import { storyOptionOf } from './read-values.ts';

/**
 * The values of one option that best match what was typed, best first; none for what can only be typed.
 * @param given the other options, as far as they are filled in
 */
export function completeOption(
  command: Command,
  name: string,
  typed: string,
  stories: StoryLibrary,
  given: Readonly<Record<string, string>> = {},
): Choice[] {
  const option = command.options[name];
  if (option?.kind === 'story')
    return stories.search(typed, mostChoices).map(({ id, name: label }) => ({ label, value: id }));
  const storyOption = storyOptionOf(command);
  const story = storyOption === undefined ? undefined : stories.find(given[storyOption] ?? '');
  return option === undefined ? [] : fitting(option, typed, stories, story);
}

/** A line's possible continuations, each the whole line as it would then read. */
export function completeLine(typed: string, commands: readonly Command[], stories: StoryLibrary): Choice[] {
  const line = splitCommand(typed);
  const found = findCommand(line.command, line.text, commands);
  if (!found || !/\s/.test(typed.trimStart())) {
    const name = `${line.command} ${line.text}`.trim();
    const names = namesFor(name, commands, typed.trimStart().startsWith('/'));
    return names.map(({ label, value }) => ({ label, value: `/${value} ` }));
  }
  const { command, text } = found;
  const words = text === '' ? [] : text.split(/\s+/);
  const atStart = stories.nameAtStart(words);
  const storyOption = storyOptionOf(command);
  if (namesCommands(command)) return behind(typed, text, namesFor(text, commands, true));
  // What goes on behind a story's name is a sentence.
  if (wholeOptionOf(command.options) !== undefined && (words.length > 1 || /\S\s$/.test(text ? typed : '')))
    return questionsFor(words, atStart, typed, stories);
  const naming = storyOption !== undefined && (atStart === 0 || (atStart === words.length && !/\s$/.test(typed)));
  if (!naming) return nextWord(found, typed, stories);
  const named = completeOption(command, storyOption, text, stories);
  return behind(typed, text, [...named, ...insteadOfStory(command, text)]);
}

/** Whether it is followed by the name of another. */
function namesCommands({ options }: Command): boolean {
  return Object.values(options).some((option) => option.kind === 'text' && option.of === 'commands');
}

/** Each in the place of the words behind a command. */
function behind(typed: string, text: string, words: readonly Choice[]): Choice[] {
  const head = typed.slice(0, typed.trimEnd().length - text.length).trimEnd();
  return words.map(({ label, value }) => ({ label, value: `${head} ${value} ` }));
}

/** What may stand where a story is named, as far as what was typed of it allows. */
function insteadOfStory(command: Command, text: string): Choice[] {
  const alone = listedOptions(command).filter(([, option]) => option.kind === 'flag' && option.alone === true);
  const begun = alone.filter(([name]) => name.startsWith(text.toLowerCase()));
  return begun.map(([name, { description }]) => ({ label: `${name}  ${description}`, value: name }));
}

/** The questions of a story's list that begin with what stands behind its name. */
function questionsFor(words: readonly string[], atStart: number, typed: string, stories: StoryLibrary): Choice[] {
  const name = words.slice(0, atStart).join(' ');
  const story = atStart > 0 ? stories.find(name) : undefined;
  const begun = fold(words.slice(atStart).join(' '));
  const asked = story?.readersAsk.filter(({ asks }) => fold(asks).startsWith(begun)) ?? [];
  const [head = ''] = /^\s*\S+\s+/.exec(typed) ?? [];
  return asked.slice(0, mostChoices).map(({ asks }) => ({
    label: asks,
    value: `${head}${name} ${asks}`,
  }));
}

/** What may stand behind what was typed, or complete its last word; nothing where what stands before cannot be read. */
function nextWord({ command, text }: Found, typed: string, stories: StoryLibrary): Choice[] {
  const partial = /\S*$/.exec(typed)?.[0] ?? '';
  const before = typed.slice(0, typed.length - partial.length);
  // Whether the words are a day does not depend on what day it is.
  const read = readOptions(command, { text: text.slice(0, text.length - partial.length), at: 0 }, stories);
  if ('mistake' in read) return [];
  const open = listedOptions(command).filter(([name]) => read.values[name] === undefined);
  const story = read.values['story'] as Story | undefined;
  const words = open.flatMap(([name, option]) => wordsFor(name, option, partial, stories, story));
  return words.map(({ label, value }) => ({ label, value: before + value })).slice(0, mostChoices);
}

/** How an option can be typed, bare or by its name, as far as what was typed of it allows. */
function wordsFor(
  name: string,
  option: Option,
  partial: string,
  stories: StoryLibrary,
  story: Story | undefined,
): Choice[] {
  if (!offered.has(option.kind)) return [];
  if (partial.startsWith(`${name}:`)) {
    const values = fitting(option, partial.slice(name.length + 1), stories, story);
    return values.map(({ label, value }) => ({ label, value: `${name}:${value} ` }));
  }
  if (option.kind === 'choice' || (isLong(option) && partial.length > 1 && !name.startsWith(partial))) {
    const values = fitting(option, partial, stories, story);
    return values.map(({ label, value }) => ({ label, value: `${value} ` }));
  }
  if (!name.startsWith(partial)) return [];
  return [{ label: `${name}  ${option.description}`, value: option.kind === 'flag' ? `${name} ` : `${name}:` }];
}

/** Kinds that a line's completion offers; the others can only be typed. */
const offered: ReadonlySet<Option['kind']> = new Set(['choice', 'topic', 'day', 'hour', 'zone', 'flag']);

/** Of topics and zones there are too many to offer all bare. */
function isLong({ kind }: Option): boolean {
  return kind === 'topic' || kind === 'zone';
}
