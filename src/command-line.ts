/** `dateline …` in the terminal: parse arguments, call, print. Exit codes: 0 good, 1 found nothing or something wrong, 2 usage. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastWords } from './last-words.ts';
import type { Typed } from './tasks/typed.ts';
import { concerned, formatOf, parseTyped, print, strayOption, UsageProblem, usage, usageOf } from './terminal/index.ts';

/** Does what was typed, prints it, and returns the exit code. */
type Task = (typed: Typed) => number | Promise<number>;

/** The terminal's own commands, of which readers know nothing. What each needs is loaded only where it is typed: all of it takes a second. */
const own: Readonly<Record<string, () => Promise<Task>>> = {
  inbox: async () => (await import('./tasks/inbox.ts')).inbox,
  check: async () => (await import('./tasks/check.ts')).check,
  backup: async () => (await import('./tasks/copies.ts')).backup,
  restore: async () => (await import('./tasks/copies.ts')).restore,
  schema: async () => (await import('./tasks/schema.ts')).schema,
  health: async () => (await import('./tasks/health.ts')).health,
  manifest: async () => (await import('./tasks/manifest.ts')).printManifest,
};

// Whoever reads may have read enough: `… | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageProblem;
  process.stderr.write(`${isUsage ? error.message : lastWords(error)}\n`);
  if (isUsage) process.stderr.write(usageOf(concerned(process.argv.slice(2))));
  process.exitCode = isUsage || (await isOfSettings(error)) ? 2 : 1;
}

async function isOfSettings(error: unknown): Promise<boolean> {
  const { ConfigProblem } = await import('./config/index.ts');
  return error instanceof ConfigProblem;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseTyped(args);
  const [name, ...words] = positionals;
  if (values.version === true) return print(version());
  if (values.help === true || name === undefined) {
    process.stdout.write(usage);
    return name === undefined && values.help !== true ? 2 : 0;
  }
  const stray = strayOption(concerned(args) ?? name, Object.keys(values));
  if (stray !== undefined) throw new UsageProblem(stray);
  // Of the terminal's own commands `/help` knows nothing.
  if (name === 'help' && Object.hasOwn(own, words.join(' '))) return helpWith(words.join(' '), values.format);
  const task = await load(name, values.json === true || values.batch === true);
  return task({ name, words, values });
}

/** @param asJson whether `ask` answers as JSON */
async function load(name: string, asJson: boolean): Promise<Task> {
  const loadOwn = Object.hasOwn(own, name) ? own[name] : undefined;
  if (loadOwn) return loadOwn();
  if (name === 'ask' && asJson) return (await import('./tasks/ask-json.ts')).askJson;
  return (await import('./tasks/readers.ts')).sayCommand;
}

/** Prints what the usage says of one command. */
function helpWith(name: string, format: string | undefined): number {
  formatOf(format, ['text']);
  const [head = ''] = usage.split('\n', 1);
  const [told = ''] = new RegExp(`^  ${name}\\b.*(?:\\n {3,}.*)*`, 'm').exec(usage) ?? [];
  return print(`${head}\n\n${told}`);
}

function version(): string {
  const file = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}
