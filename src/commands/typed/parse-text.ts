/** A line of text, told apart into a command, its named options, and the words that are left. */
import { type Option, type Options, wholeOptionOf } from '../option.ts';

/** A line's first word without its slash, and the rest; the line itself for whoever finds no command in it. */
export function splitCommand(typed: string): { command: string; text: string; line: string } {
  const line = typed.trim();
  const [first = ''] = line.split(/\s+/, 1);
  return { command: first.replace(/^\//, '').toLowerCase(), text: line.slice(first.length).trim(), line };
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
  const whole = wholeOptionOf(options) !== undefined;
  for (const token of text.replace(/(?:^| )#[^\s"”]*$/, '').match(whole ? wholeTokens : tokens) ?? []) {
    const name = optionIn(token, options, whole);
    const word = name === undefined ? token : token.slice(name.length + 1);
    if (name !== undefined) groups.push({ name, words: [] });
    if (word !== '') groups.at(-1)?.words.push(whole && name === undefined ? word : unquoted(word));
  }
  return groups;
}

/** The option that a token names; within a sentence only what is not followed by a space. */
function optionIn(token: string, options: Options, whole: boolean): string | undefined {
  const name = /^([a-z-]+):/i.exec(token)?.[1]?.toLowerCase();
  const isOption = name !== undefined && Object.hasOwn(options, name) && !(whole && token.endsWith(':'));
  return isOption ? name : undefined;
}

const tokens = /[^\s"“”]*["“][^"“”]*["”]|\S+/gu;
/** In a text that is taken as it stands, quotation marks keep words together only behind an option's name. */
const wholeTokens = /[a-z-]+:["“][^"“”]*["”]|\S+/giu;

function unquoted(text: string): string {
  return text.replace(/^["“](.*)["”]$/u, '$1');
}
