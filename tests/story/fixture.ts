/** A small story file, and edits of it that break one rule each. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { parseAsked, parseStory, problemLine, type Story, statementsOf, withAsked } from '../../src/story/index.ts';

// The same cases in every run: what fails once fails again.
fc.configureGlobal({ seed: 20_240_502 });

export const root = join(import.meta.dirname, '..', '..');

/** A whole story in few lines. What the tests' places count is here: the title is line 1, `what` of the event line 15. */
export const bridge = `title: A bridge closes
name: Bridge
language: en
time_zone: Europe/Oslo
state: developing
in_short: [closing]
sources:
  report:
    published: 2024-05-02
actors:
  mayor: { name: Ada Lind, role: mayor }
events:
  closing:
    when: 2024-05-01
    what: The bridge closed.
    evidence: 1 The bridge closed today
who_says_what:
  safe:
    asks: Is the bridge safe?
    positions:
      - actor: mayor
        stance: asserts
        what: Mayor Ada Lind said so.
        evidence: 2 the mayor said so
facts:
  age:
    what: The bridge is old.
    evidence: 3 the bridge is old
readers_ask:
  Is it safe?: safe
`;

/** The story with each pair's first text, which stands there once, replaced by its second. */
export function edited(...pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`‘${from}’ does not stand there once`);
    return text.replace(from, () => to);
  }, bridge);
}

/** The story with something else as the event's sentence, typed as it stands in the file. */
export function saying(what: string): string {
  return edited(['what: The bridge closed.', `what: ${what}`]);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What is wrong with a file, a line each; nothing where it loads. */
export function problemsOf(text: string | Uint8Array, file = 'bridge.yaml'): string[] {
  const parsed = parseStory(file, typeof text === 'string' ? bytesOf(text) : text);
  return 'story' in parsed ? [] : parsed.problems.map(problemLine);
}

/** The story in a file that loads. */
export function load(text: string | Uint8Array, file = 'bridge.yaml'): Story {
  const parsed = parseStory(file, typeof text === 'string' ? bytesOf(text) : text);
  if ('story' in parsed) return parsed.story;
  throw new Error(parsed.problems.map(problemLine).join('\n'));
}

/** A story of the repository, with what readers ask beside it. */
export function loadFile(...path: readonly string[]): Story {
  const file = join(root, ...path);
  const story = load(readFileSync(file), path.at(-1));
  const beside = file.replace(/\.yaml$/, '.asked.yaml');
  if (!existsSync(beside)) return story;
  const bytes = readFileSync(beside);
  return withAsked(story, parseAsked(basename(beside), bytes), () => bytes.toString()).story;
}

/** The words of a statement, as the program has them. */
export function whatOf(story: Story, id: string): string | undefined {
  return statementsOf(story).find((statement) => statement.id === id)?.what;
}
