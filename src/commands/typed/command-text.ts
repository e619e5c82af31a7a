/** The line that gives a command's options again: what buttons carry. */
import type { Command } from '../command.ts';
import { type Option, type Options, wholeOptionOf } from '../option.ts';

type Given = Readonly<Record<string, string>>;

/** The command text that gives these options. A positional option is written bare, the others by name; a whole line stands last. */
export function commandText(command: Command, given: Given): string {
  const { name, options } = command;
  const isWhole = (option: Option) => Number(option.kind === 'text' && option.whole === true);
  const ordered = Object.entries(options).sort(([, a], [, b]) => isWhole(a) - isWhole(b));
  const words = ordered.flatMap(([each, option]) => {
    const value = given[each] ?? '';
    return value === '' ? [] : [wordFor(each, option, value, options, given)];
  });
  return [`/${name}`, ...words].join(' ');
}

function wordFor(name: string, option: Option, value: string, options: Options, given: Given): string {
  const hasWhole = wholeOptionOf(options) !== undefined;
  const named = `${name}:${value.includes(' ') ? quoted(value) : value}`;
  switch (option.kind) {
    case 'flag':
      if (/^(?:false|no|off)$/i.test(value)) return `${name}:no`;
      return hasWhole ? `${name}:yes` : name;
    case 'text':
      return textWord(name, value, options, given);
    case 'story':
      return hasWhole && value.includes(' ') ? named : value;
    case 'choice':
      return hasWhole || hasChoices(options) ? named : value;
    case 'topic':
    case 'day':
    case 'hour':
    case 'zone':
    case 'role':
    case 'channel':
    case 'count':
      return named;
  }
}

/** Whether a bare word may be a choice of one option or of another. */
function hasChoices(options: Options): boolean {
  return Object.values(options).filter(({ kind }) => kind === 'choice').length > 1;
}

/** Quotation marks inside become apostrophes, since nothing could escape them. */
function quoted(value: string): string {
  return `"${value.replaceAll(/["“”]/g, '’')}"`;
}

/** Bare where nothing in it could be read as something else; else named and quoted. */
function textWord(name: string, value: string, options: Options, given: Given): string {
  const named = `${name}:${quoted(value)}`;
  const whole = wholeOptionOf(options);
  if (whole === name) return isBare(value, options, given) ? value : named;
  if (whole !== undefined && /^[\w/-]+$/.test(value)) return `${name}:${value}`;
  const isAlone = Object.values(options).every(({ kind }) => kind === 'text' || kind === 'count');
  return isAlone && !/[#:"“”]/.test(value) ? value : named;
}

/** Whether a line behind a story's name is read back as it is: no word of it may be an option or a platform's suffix, nor all of it a flag. */
function isBare(value: string, options: Options, given: Given): boolean {
  const hasStory = Object.entries(options).some(([name, { kind }]) => kind === 'story' && given[name] !== undefined);
  if (options[value.toLowerCase()]?.kind === 'flag') return false;
  return hasStory && value === value.replace(/\s+/g, ' ').trim() && !/#|[a-z]:/i.test(value);
}
