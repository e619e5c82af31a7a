/** What may come next, as a reader types: values of an option, or the next word of a line. */
import { sayDay } from '../briefing/index.ts';
import { fold, reportingDays, type Story, type StoryLibrary } from '../story/index.ts';
import type { Command, Option } from './command.ts';
import { splitCommand } from './parse-text.ts';
import { readOptions } from './read-options.ts';

/** Something to choose: what is shown, and what is then typed. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Discord shows at most 25. https://discord.com/developers/docs/interactions/receiving-and-responding */
const mostChoices = 25;

/** The values of one option that best match what was typed, best first. */
export function completeOption(command: Command, name: string, typed: string, stories: StoryLibrary): Choice[] {
  const option = command.options[name];
  if (option?.kind === 'story')
    return stories.search(typed, mostChoices).map(({ id, name: label }) => ({ label, value: id }));
  return option?.kind === 'choice' ? ranked(valuesOf(option, undefined), typed) : [];
}

/** A line's possible continuations, each the whole line as it would then read. */
export function completeLine(typed: string, commands: readonly Command[], stories: StoryLibrary): Choice[] {
  const { command: name, text } = splitCommand(typed);
  const command = commands.find((each) => each.name === name);
  if (!command || !/\s/.test(typed.trimStart())) {
    const entries = commands.map((each) => ({ label: `/${each.name}  ${each.description}`, value: each.name }));
    return ranked(entries, name).map(({ label, value }) => ({ label, value: `/${value} ` }));
  }
  const words = text === '' ? [] : text.split(/\s+/);
  const atStart = stories.nameAtStart(words);
  const storyOption = Object.keys(command.options).find((option) => command.options[option]?.kind === 'story');
  const naming = storyOption !== undefined && (atStart === 0 || (atStart === words.length && !/\s$/.test(typed)));
  if (naming) {
    const head = typed.slice(0, typed.trimEnd().length - text.length);
    const found = completeOption(command, storyOption, text, stories);
    return found.map(({ label, value }) => ({ label, value: `${head.trimEnd()} ${value} ` }));
  }
  return nextWord(command, typed, stories);
}

/** What may stand behind what was typed, or complete its last word; nothing where what stands before cannot be read. */
function nextWord(command: Command, typed: string, stories: StoryLibrary): Choice[] {
  const partial = /\S*$/.exec(typed)?.[0] ?? '';
  const before = typed.slice(0, typed.length - partial.length);
  // Whether the words are a day does not depend on what day it is.
  const read = readOptions(command, { text: splitCommand(before).text, at: 0 }, stories);
  if ('mistake' in read) return [];
  const open = Object.entries(command.options).filter(([name]) => read.values[name] === undefined);
  const words = open.flatMap(([name, option]) => wordsFor(name, option, partial, read.values['story'] as Story));
  return words.map(({ label, value }) => ({ label, value: before + value })).slice(0, mostChoices);
}

/** How an option can be typed, bare or by its name, as far as what was typed of it allows. */
function wordsFor(name: string, option: Option, partial: string, story: Story | undefined): Choice[] {
  if (option.kind !== 'choice' && option.kind !== 'day' && option.kind !== 'flag') return [];
  if (partial.startsWith(`${name}:`)) {
    const values = ranked(valuesOf(option, story), partial.slice(name.length + 1));
    return values.map(({ label, value }) => ({ label, value: `${name}:${value} ` }));
  }
  if (option.kind === 'choice') {
    return ranked(valuesOf(option, story), partial).map(({ label, value }) => ({ label, value: `${value} ` }));
  }
  if (!name.startsWith(partial)) return [];
  return [{ label: `${name}  ${option.description}`, value: option.kind === 'flag' ? `${name} ` : `${name}:` }];
}

/** A choice's keys; a story's days of reports, latest first. */
function valuesOf(option: Option, story: Story | undefined): Choice[] {
  if (option.kind === 'choice') return Object.entries(option.choices).map(([value, label]) => ({ label, value }));
  if (option.kind !== 'day' || !story) return [];
  const days = reportingDays(story).toReversed();
  return days.map(({ day }) => ({ label: sayDay(day), value: day }));
}

function ranked(entries: readonly Choice[], typed: string): Choice[] {
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
