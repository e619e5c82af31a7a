/** Which of the commands is meant by the first words of a line. */
import type { Command } from './command.ts';

/** The commands that readers are offered. */
export function listedCommands(commands: readonly Command[]): Command[] {
  return commands.filter(({ unlisted }) => unlisted !== true);
}

/** A command in a line of text, and what stands behind it. */
export interface Found {
  readonly command: Command;
  readonly text: string;
}

/** Finds the command that a line begins with: a word, or two for a subcommand. */
export function findCommand(name: string, text: string, commands: readonly Command[]): Found | undefined {
  const exact = commands.find((each) => each.name === name);
  if (exact) return { command: exact, text };
  const [second = ''] = text.split(/\s+/, 1);
  const subcommand = commands.find((each) => each.name === `${name} ${second.toLowerCase()}`);
  return subcommand && { command: subcommand, text: text.slice(second.length).trim() };
}

/** The subcommands of a word. */
export function subcommandsOf(name: string, commands: readonly Command[]): Command[] {
  return commands.filter((each) => each.name.startsWith(`${name} `));
}
