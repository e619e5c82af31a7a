/** What stands behind `dateline` on the command line: words and options. */
import { parseArgs } from 'node:util';
import { isListed, UsageProblem } from './usage.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  section: text,
  'as-of': text,
  week: text,
  format: text,
  sources: text,
  stories: text,
  http: text,
  json: flag,
  batch: flag,
  'no-short-names': flag,
  help: { ...flag, short: 'h' },
  version: flag,
} as const;

/** The options, as they were typed. */
export type OptionsTyped = ReturnType<typeof parseTyped>['values'];

/** Tells words and options apart. @throws {UsageProblem} for an option that there is not, or one without its value */
export function parseTyped(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageProblem(`${(error as Error).message.split('. ')[0]}.`);
  }
}

/** The command that is typed, whatever else is wrong. */
export function concerned(args: readonly string[]): string | undefined {
  const { positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false });
  const [first = '', second = ''] = positionals;
  return [`${first} ${second}`, first].find(isListed);
}

/** Of the options those that readers' commands know. */
export function readersOptions(values: OptionsTyped): Record<string, string> {
  const typed = (['section', 'as-of', 'week'] as const).map((name) => [name, values[name]] as const);
  return Object.fromEntries(
    typed.filter((entry): entry is readonly [(typeof entry)[0], string] => entry[1] !== undefined),
  );
}

/** The format that was typed, among those that the command knows. */
export function formatOf<F extends string>(typed = 'text', known: readonly F[]): F {
  const format = known.find((each) => each === typed);
  if (!format) throw new UsageProblem(`‘${typed}’ is no format: ${known.join(', ')}.`);
  return format;
}
