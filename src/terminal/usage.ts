/** What can be typed behind `dateline`, and how a slip in it is told. */
import { listed } from '../message/index.ts';

/** What stands before each command in the shell. */
export const program = 'npm run -s dateline --';

/** Each command as it is typed, and what it gives. */
const forms: readonly (readonly [form: string, ...gives: string[]])[] = [
  ['briefing STORY [--section S] [--as-of DAY] [--format F]', 'a briefing, or one of its sections'],
  ['ask [STORY] "QUESTION" [--format F | --json]', 'an answer; as JSON with evidence, confidence and time'],
  [
    'ask --batch',
    'answers to JSON lines { story?, question, conversation? };',
    'one that cannot be read is told in its place, and makes the exit code 1',
  ],
  ['stories [QUERY] [--format F]', 'all stories, or those that match'],
  ['digest preview STORY [--week DAY] [--format F]', 'what a week’s digest would be; without a day, the next'],
  ['help [COMMAND] [--format F]', 'what readers can type'],
  [
    'check [--sources DIR]',
    'what is wrong with the story files; with copies of the',
    'sources (SOURCE-ID.txt): passages, quotations, coverage',
  ],
  [
    'inbox [STORY] [--format text|json|yaml]',
    'what readers asked in vain, and reported as mistakes; as YAML, questions as',
    'lines for STORY.asked.yaml, each under the statement that comes nearest',
  ],
  ['backup FILE', 'a copy of all that is kept, also while the bot runs'],
  ['restore FILE', 'brings a copy back; what was there is kept beside it'],
  ['schema [asked]', 'the JSON Schema of a story file, or of STORY.asked.yaml beside it'],
  [
    'manifest [--http URL] [--no-short-names]',
    'Slack’s app manifest: for Socket Mode, or for HTTP at URL;',
    '/dateline alone, where other apps have the short names',
  ],
  ['health', 'whether the bot that runs with these settings lives'],
];

const width = Math.max(...forms.map(([form]) => form.length));
const explained = forms.flatMap(([form, ...gives]) =>
  gives.map((line, index) => `  ${(index === 0 ? form : '').padEnd(width)}   ${line}`),
);

/** All of it. */
export const usage = `Usage: ${program} COMMAND

${explained.join('\n')}

  --format   text (default), json (the message with its statements), discord or slack (the payloads, a line a page)
  --stories  the folder of the story files (default: the setting STORIES)
  --version  the version of the program
`;

/** A slip in what was typed, told by its sentence and the usage of the command concerned. */
export class UsageProblem extends Error {}

/** The names of all that can be typed; some have several forms. */
export const listedNames: readonly string[] = forms.map(([form]) => nameOf(form));

/** How a command is typed, a line each; where there is no such command, the way to all of them. */
export function usageOf(name: string | undefined): string {
  const own = forms.flatMap(([form]) => (nameOf(form) === name ? [`Usage: ${program} ${form}\n`] : []));
  return own.length > 0 ? own.join('') : `${program} --help lists all commands.\n`;
}

/** Whether it is one of the commands that the usage lists. */
export function isListed(name: string): boolean {
  return listedNames.includes(name);
}

/** The options that every command takes. */
const everywhere: readonly string[] = ['stories', 'help', 'version'];

/**
 * The sentence for the first option that one of the listed commands does not know: it would change nothing, and whoever
 * typed it would take the answer for what they asked for. Undefined where there is none.
 * @param options their names, without `--`
 */
export function strayOption(name: string, options: readonly string[]): string | undefined {
  const stray = options.find((option) => !everywhere.includes(option) && !knowers(option).includes(name));
  if (stray === undefined || !isListed(name)) return undefined;
  return `‘${name}’ knows no --${stray}, which is for ${listed(knowers(stray).map((each) => `‘${each}’`))}.`;
}

/** The commands in whose forms an option stands. */
function knowers(option: string): string[] {
  const typed = new RegExp(`--${option}(?![a-z-])`);
  return [...new Set(forms.flatMap(([form]) => (typed.test(form) ? [nameOf(form)] : [])))];
}

/** The sentence for a command that needs what the terminal has not; undefined for one that the usage lists. */
export function forChats(name: string): string | undefined {
  if (isListed(name)) return undefined;
  const why =
    name === 'catchup' ? 'the terminal does not remember what you have looked at' : 'no digest comes to the terminal';
  return `‘${name}’ is for chats and the page: ${why}.`;
}

/** The words of a form before the first that stands for something else. */
function nameOf(form: string): string {
  return /^[a-z]+(?: [a-z]+)*/.exec(form)?.[0] ?? form;
}
