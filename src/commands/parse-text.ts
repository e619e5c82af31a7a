/** A line of text, told apart into a command, its named options, and the words that are left. */
import type { Option, Options } from './command.ts';

/** A line's first word without its slash, and the rest. */
export function splitCommand(line: string): { command: string; text: string } {
  const trimmed = line.trim();
  const [first = ''] = trimmed.split(/\s+/, 1);
  return { command: first.replace(/^\//, '').toLowerCase(), text: trimmed.slice(first.length).trim() };
}

/** `name:value` pairs, and the words that are none. */
export interface Words {
  readonly named: Readonly<Record<string, string>>;
  readonly free: readonly string[];
}

/**
 * Splits a command's text. An option's value is one word, or several in quotation marks, or as many as make sense of it.
 * What is behind a lone `#` is a platform's own suffix and is dropped.
 * @param reach how many of the words behind an option are its value
 */
export function parseWords(
  text: string,
  options: Options,
  reach: (option: Option, words: readonly string[]) => number,
): Words {
  const named: Record<string, string> = {};
  const free: string[] = [];
  for (const { name, words } of groupsOf(text, options)) {
    const option = name === undefined ? undefined : options[name];
    const length = option ? reach(option, words) : 0;
    if (name !== undefined) named[name] = words.slice(0, length).join(' ');
    free.push(...words.slice(length));
  }
  return { named, free };
}

/** An option's name with the words behind it, up to the next option. */
interface Group {
  readonly name: string | undefined;
  readonly words: string[];
}

/** The words before the first option, and those behind each. */
function groupsOf(text: string, options: Options): Group[] {
  const groups: Group[] = [{ name: undefined, words: [] }];
  const tokens = text.replace(/(?:^| )#[^\s"”]*$/, '').match(/[^\s"“”]*["“][^"“”]*["”]|\S+/gu) ?? [];
  for (const token of tokens) {
    const name = /^([a-z-]+):/i.exec(token)?.[1]?.toLowerCase();
    const isOption = name !== undefined && Object.hasOwn(options, name);
    const word = isOption ? token.slice(name.length + 1) : token;
    if (isOption) groups.push({ name, words: [] });
    if (word !== '') groups.at(-1)?.words.push(unquoted(word));
  }
  return groups;
}

function unquoted(text: string): string {
  return text.replace(/^["“](.*)["”]$/u, '$1');
}
