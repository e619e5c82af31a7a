/** What may come next, as a reader types: values of an option, or the next word of a line. */
import type { StoryLibrary } from '../story/index.ts';
import { fold } from '../story/index.ts';
import type { Command } from './command.ts';
import { splitCommand } from './parse-text.ts';

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
  if (option?.kind === 'choice') {
    const entries = Object.entries(option.choices).map(([value, label]) => ({ label, value }));
    return ranked(entries, typed);
  }
  return [];
}

/** A line's possible continuations, each the whole line as it would then read. */
export function completeLine(typed: string, commands: readonly Command[], stories: StoryLibrary): Choice[] {
  const { command: name, text } = splitCommand(typed);
  const command = commands.find((each) => each.name === name);
  if (!command || !/\s/.test(typed.trimStart())) {
    const entries = commands.map((each) => ({ label: `/${each.name}  ${each.description}`, value: each.name }));
    return ranked(entries, name).map(({ label, value }) => ({ label, value: `/${value} ` }));
  }
  const head = typed.slice(0, typed.length - text.length);
  const words = text === '' ? [] : text.split(/\s+/);
  const atStart = stories.nameAtStart(words);
  const storyOption = Object.keys(command.options).find((option) => command.options[option]?.kind === 'story');
  const naming = storyOption !== undefined && (atStart === 0 || (atStart === words.length && !/\s$/.test(typed)));
  if (naming) {
    const found = completeOption(command, storyOption, text, stories);
    return found.map(({ label, value }) => ({ label, value: `${head}${value} ` }));
  }
  return nextWord(command, typed, words, stories);
}

function nextWord(command: Command, typed: string, words: readonly string[], stories: StoryLibrary): Choice[] {
  const fresh = /\s$/.test(typed);
  const partial = fresh ? '' : (words.at(-1) ?? '');
  const before = fresh ? typed : typed.slice(0, typed.length - partial.length);
  const given = words.join(' ');
  const choices = Object.entries(command.options).flatMap(([name, option]): Choice[] => {
    if (option.kind === 'choice') {
      const taken = Object.keys(option.choices).some((key) => words.slice(0, fresh ? undefined : -1).includes(key));
      return taken
        ? []
        : completeOption(command, name, partial, stories).map(({ label, value }) => ({
            label,
            value: `${before}${value} `,
          }));
    }
    if (option.kind === 'story' || option.kind === 'text' || option.kind === 'count' || given.includes(`${name}:`))
      return [];
    if (!name.startsWith(partial)) return [];
    const end = option.kind === 'flag' ? `${name} ` : `${name}:`;
    return [{ label: `${name}  ${option.description}`, value: `${before}${end}` }];
  });
  return choices.slice(0, mostChoices);
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
