/** Issues of the schema as sentences for an editor, at the places that caused them. */
import type { z } from 'zod';
import { didYouMean } from '../names.ts';
import type { Complain, Path } from '../problem.ts';
import { unseenIn } from '../unseen.ts';
import { askedFile } from './asked-schema.ts';
import type { Plain } from './read-yaml.ts';
import { storyFile } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** By place of a file, the keys that it knows there. */
type Keys = Readonly<Record<string, readonly string[]>>;

interface Explaining {
  /** The file's content, as it was read. */
  readonly root: Plain;
  readonly keys: Keys;
  readonly complain: Complain;
}

/** Complains of each issue of a story file, or of those within it. @param root the file's content, as it was read */
export function explain(issues: readonly Issue[], root: Plain, complain: Complain) {
  explainAll(issues, { root, keys: keysOfStory, complain });
}

/** The same of the file of what readers ask. */
export function explainAsked(issues: readonly Issue[], root: Plain, complain: Complain) {
  explainAll(issues, { root, keys: { '': keysOf(askedFile) }, complain });
}

function explainAll(issues: readonly Issue[], explaining: Explaining) {
  const noLists = new Set(issues.filter(isNoList).map(({ path }) => path.join('\0')));
  for (const issue of issues) {
    // Zod measures a text against the bounds of the list that it should have been.
    const isSize = issue.code === 'too_small' || issue.code === 'too_big';
    if (!isSize || !noLists.has(issue.path.join('\0'))) explainOne(issue, explaining);
  }
}

function isNoList(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'array';
}

function explainOne(issue: Issue, explaining: Explaining) {
  const { path } = issue;
  const { root, keys, complain } = explaining;
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) complain([...path, key], unknownKey(key, path, keys), 'key');
    return;
  }
  const value = path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], root);
  const branch = issue.code === 'invalid_union' ? branchFor(value, issue.errors) : undefined;
  if (branch) for (const inner of branch) explainOne({ ...inner, path: [...path, ...inner.path] }, explaining);
  else complain(path, `${subjectOf(path)} ${sentence(issue, value)}`, issue.code === 'invalid_key' ? 'key' : undefined);
}

function subjectOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `item ${last + 1}` : `‘${String(last)}’`;
}

function sentence(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_key')
    return unseenIn(String(issue.path.at(-1))) ?? issue.issues[0]?.message ?? 'is no id';
  const unseen = typeof value === 'string' && wrongWords.has(issue.code) ? unseenIn(value) : undefined;
  if (unseen !== undefined) return unseen;
  if (value === undefined) return 'is missing';
  if (issue.code !== 'invalid_type') return issue.message;
  if (typeof value === 'object' && value !== null) return wrongKind(value, issue.expected);
  if (issue.expected === 'array') return 'wants a list, as [one, two]';
  if (issue.expected !== 'object' && issue.expected !== 'record') return issue.message;
  return value === ''
    ? 'wants keys of its own, and has none'
    : `wants keys of its own, not the text ‘${String(value).slice(0, 60)}’`;
}

/** Issues of a text that is none of those that fit. */
const wrongWords: ReadonlySet<Issue['code']> = new Set(['invalid_value', 'invalid_format', 'custom']);

function wrongKind(value: object, expected: string): string {
  if (Array.isArray(value)) return `wants ${expected === 'string' ? 'one text' : 'keys of its own'}, not a list`;
  const [key = ''] = Object.keys(value);
  return `was split by YAML at the colon after ‘${key}’; put the sentence in quotation marks`;
}

/** Of a union of a single thing and a list, the branch that the editor meant. */
function branchFor(value: unknown, errors: readonly Issue[][]): readonly Issue[] | undefined {
  if (typeof value !== 'string' && !Array.isArray(value)) return undefined;
  const isOther = ({ code, path }: Issue) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_union');
  return errors.find((branch) => !branch.some(isOther));
}

function unknownKey(key: string, path: Path, keys: Keys): string {
  if (/\s/.test(key)) return `YAML split the text at ‘${key}’ and made it a key; put the sentence in quotation marks`;
  const unseen = unseenIn(key);
  if (unseen !== undefined) return `‘${key}’ ${unseen}`;
  const place = path.includes('positions') ? 'positions' : String(path[0] ?? '');
  return `there is no key ‘${key}’ here${didYouMean(key, keys[place] ?? [])}`;
}

const keysOf = (schema: { shape: object }) => Object.keys(schema.shape);
const { shape } = storyFile;
const keysOfStory: Keys = {
  '': keysOf(storyFile),
  sources: keysOf(shape.sources.valueType),
  actors: keysOf(shape.actors.unwrap().valueType),
  events: keysOf(shape.events.unwrap().valueType),
  who_says_what: keysOf(shape.who_says_what.unwrap().valueType),
  facts: keysOf(shape.facts.unwrap().valueType),
  corrections: keysOf(shape.corrections.unwrap().element),
  positions: keysOf(shape.who_says_what.unwrap().valueType.shape.positions.element),
};
