/** The names of commands that may be meant by what is being typed. */
import type { Command } from '../command.ts';
import { listedCommands, subcommandsOf } from '../find-command.ts';
import { type Choice, ranked } from './complete-values.ts';

/**
 * The commands whose names begin with what was typed. Behind a slash it is meant to be one: then also those whose descriptions have it,
 * or the nearest; without, it may become a question.
 */
export function namesFor(typed: string, commands: readonly Command[], isCommand: boolean): readonly Choice[] {
  const [first = ''] = typed.split(/\s+/, 1);
  const names = namesOf(commands, first);
  const begun = names.filter(({ value }) => value.startsWith(typed.toLowerCase()));
  return begun.length > 0 || !isCommand ? begun : ranked(names, typed);
}

/** The commands that can be typed; subcommands only where the word before them is typed already. */
function namesOf(commands: readonly Command[], typed: string): Choice[] {
  const listed = listedCommands(commands);
  const entries = listed.map(({ name, description }): Choice => {
    const [first = name, second] = name.split(' ');
    if (second === undefined || first === typed) return { label: `/${name}  ${description}`, value: name };
    const seconds = subcommandsOf(first, listed).map((each) => each.name.slice(first.length + 1));
    return { label: `/${first}  ${seconds.join(', ')}`, value: first };
  });
  return [...new Map(entries.map((entry) => [entry.value, entry])).values()];
}
