/** What may come next, as a reader types: values of an option, or the next word of a line. */
import { sayDay } from '../briefing/index.ts';
import { completeZone, sayMinute } from '../digest/index.ts';
import { fold, nearest, reportingDays, type Story, type StoryLibrary } from '../story/index.ts';
import {
  type Command,
  type Found,
  findCommand,
  listedOptions,
  type Option,
  subcommandsOf,
  wholeOptionOf,
} from './command.ts';
import { topicsOf } from './option-values.ts';
import { parseHour } from './parse-hour.ts';
import { splitCommand } from './parse-text.ts';
import { readOptions, storyOptionOf } from './read-options.ts';

/** Something to choose: what is shown, and what is then typed. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Discord shows at most 25. https://discord.com/developers/docs/interactions/receiving-and-responding */
export const mostChoices = 25;

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
    return ranked(namesOf(commands, line.command), name).map(({ label, value }) => ({ label, value: `/${value} ` }));
  }
  const { command, text } = found;
  const words = text === '' ? [] : text.split(/\s+/);
  const atStart = stories.nameAtStart(words);
  const storyOption = storyOptionOf(command);
  // What goes on behind a story's name is a sentence.
  if (wholeOptionOf(command.options) !== undefined && (words.length > 1 || /\S\s$/.test(text ? typed : ''))) return [];
  const naming = storyOption !== undefined && (atStart === 0 || (atStart === words.length && !/\s$/.test(typed)));
  if (naming) {
    const head = typed.slice(0, typed.trimEnd().length - text.length);
    const fitting = completeOption(command, storyOption, text, stories);
    return fitting.map(({ label, value }) => ({ label, value: `${head.trimEnd()} ${value} ` }));
  }
  return nextWord(found, typed, stories);
}

/** The commands that can be typed; subcommands only where the word before them is typed already. */
function namesOf(commands: readonly Command[], typed: string): Choice[] {
  const listed = commands.filter(({ unlisted }) => unlisted !== true);
  const entries = listed.map(({ name, description }): Choice => {
    const [first = name, second] = name.split(' ');
    if (second === undefined || first === typed) return { label: `/${name}  ${description}`, value: name };
    const seconds = subcommandsOf(first, listed).map((each) => each.name.slice(first.length + 1));
    return { label: `/${first}  ${seconds.join(', ')}`, value: first };
  });
  return [...new Map(entries.map((entry) => [entry.value, entry])).values()];
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

/** The values that best match what was typed. */
function fitting(option: Option, typed: string, stories: StoryLibrary, story: Story | undefined): Choice[] {
  if (option.kind === 'zone') return completeZone(typed, mostChoices).map(plain);
  if (option.kind === 'hour') return hoursFor(typed);
  return ranked(valuesOf(option, stories, story), typed);
}

const plain = (value: string): Choice => ({ label: value, value });

/** The hour that was typed; else every full hour that begins with it. */
function hoursFor(typed: string): Choice[] {
  const hour = parseHour(typed);
  const full = Array.from({ length: 24 }, (_, index) => sayMinute(index * 60));
  const starting = full.filter((each) => each.startsWith(typed.trim()) || each.startsWith(`0${typed.trim()}`));
  return [...new Set([...(hour === undefined ? [] : [sayMinute(hour)]), ...starting])].map(plain);
}

/** A choice's keys; all topics; a story's days of reports, latest first. */
function valuesOf(option: Option, stories: StoryLibrary, story: Story | undefined): Choice[] {
  if (option.kind === 'choice') return Object.entries(option.choices).map(([value, label]) => ({ label, value }));
  if (option.kind === 'topic') return topicsOf(stories).map(plain);
  if (option.kind !== 'day' || !story) return [];
  const days = reportingDays(story).toReversed();
  return days.map(({ day }) => ({ label: sayDay(day), value: day }));
}

/** Those that begin with what was typed, then those that hold it; where none does, the nearest. */
function ranked(entries: readonly Choice[], typed: string): Choice[] {
  const fitting = holding(entries, typed);
  if (fitting.length > 0) return fitting;
  const byName = new Map(entries.flatMap((entry) => [[entry.value, entry] as const, [entry.label, entry] as const]));
  return nearest(typed, byName.keys(), 1).flatMap((name) => byName.get(name) ?? []);
}

function holding(entries: readonly Choice[], typed: string): Choice[] {
  const wanted = fold(typed);
  const score = ({ label, value }: Choice) => {
    const names = [fold(value), fold(label)];
    return names.some((name) => name.startsWith(wanted)) ? 2 : names.some((name) => name.includes(wanted)) ? 1 : 0;
  };
  return entries
    .map((entry) => ({ entry, score: score(entry) }))
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostChoices)
    .map(({ entry }) => entry);
}
