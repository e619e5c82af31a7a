/**
 * YAML as plain text, maps and lists, with nothing lost on the way.
 *
 * Every scalar stays the text that was typed (`no`, `2014` and `1e3` included), white space folded to single spaces.
 * What YAML would cut, split or turn into something else without a word is refused here.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Path, Place } from '../problem.ts';
import { holdsUnseen } from '../unseen.ts';
import { describeError, errorOffset, tooDeep } from './yaml-error.ts';
import { upToLost } from './yaml-lost.ts';
import { offsetsIn } from './yaml-place.ts';

export type Plain = string | Plain[] | { [key: string]: Plain };

/** What was read. `value` is missing where the text is not YAML at all; `placeOf` finds a path's value, or its last key. */
export interface ReadYaml {
  readonly value?: Plain;
  readonly problems: readonly (Place & { message: string })[];
  placeOf(path: Path, part?: 'key'): Place;
}

const deepest = 12;
/** As much of a broken line as is looked at: a file of one line stays readable in linear time. */
const longestLine = 1000;
// What no sentence of a story needs: control characters, and the overrides that make a text read other than it is.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Reads YAML text. Never throws: what is wrong is in `problems`, all of it, in the order of the lines. */
export function readYaml(typed: string): ReadYaml {
  const text = withLineEnds(typed);
  const lines = new LineCounter();
  const start = { line: 1, column: 1 };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false, // checked below, in linear time
      prettyErrors: false,
      lineCounter: lines,
      logLevel: 'error', // `silent` would pass over a second document
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ ...start, message: tooDeep }], placeOf: () => start };
  }
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const found = new Map<number, string>();
  const problem = (offset: number, message: string) => {
    if (!found.has(offset)) found.set(offset, message);
  };
  const lineAt = (line: number) => {
    const from = lines.lineStarts[line - 1];
    return from === undefined ? '' : (text.slice(from, from + longestLine).split(/\r?\n/, 1)[0] ?? '');
  };
  for (const { code, message, pos } of upToLost(document.errors, text)) {
    const offset = errorOffset(message, pos[0], text);
    const { line, column } = at(offset);
    const broken = { line: lineAt(line), above: lineAt(line - 1), below: lineAt(line + 1), column };
    problem(offset, describeError(code, message, broken));
  }
  const isBroken = found.size > 0;
  const value = isBroken || !document.contents ? undefined : plain(document.contents, { text, problem, depth: 0 });
  const problems = [...found].sort(([a], [b]) => a - b).map(([offset, message]) => ({ ...at(offset), message }));
  const offsetOf = offsetsIn(document.contents);
  const placeOf = (path: Path, part?: 'key') => at(offsetOf(path, part));
  return { ...(value !== undefined && { value: detached(value) }), problems, placeOf };
}

/** Lines that all end in a carriage return, as on early computers, end as YAML knows it. */
function withLineEnds(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

/** A copy whose texts are no slices of the file's: one of those would keep the whole file in memory. */
function detached(value: Plain): Plain {
  return JSON.parse(JSON.stringify(value));
}

interface Reading {
  readonly text: string;
  readonly problem: (offset: number, message: string) => void;
  readonly depth: number;
}

function plain(node: Node, reading: Reading): Plain {
  const start = node.range?.[0] ?? 0;
  if (reading.depth > deepest) {
    reading.problem(start, tooDeep);
    return '';
  }
  if (isAlias(node)) {
    reading.problem(start, `‘*${node.source}’ is read by YAML as an alias; put the text in quotation marks`);
    return '';
  }
  refuseMarkers(node, start, reading);
  const deeper = { ...reading, depth: reading.depth + 1 };
  if (isMap<Node, Node | null>(node)) return plainMap(node.items, node.flow === true, deeper);
  if (isSeq<Node>(node)) return node.items.map((item) => plain(item, deeper));
  if (isScalar(node)) return plainText(node, reading);
  return '';
}

function plainMap(pairs: Pair<Node, Node | null>[], flow: boolean, reading: Reading): Plain {
  const map: Record<string, Plain> = Object.create(null);
  for (const [index, { key, value }] of pairs.entries()) {
    const start = key.range?.[0] ?? 0;
    refuseMarkers(key, start, reading);
    const name = isScalar(key) ? plainText(key, reading) : undefined;
    const isSplit = flow && (!value || isMissing(value, reading.text));
    const wrong = wrongKey(name, isSplit && index, map);
    if (wrong !== undefined) reading.problem(start, wrong);
    else if (name !== undefined) map[name] = value ? plain(value, reading) : '';
  }
  return map;
}

/** @param split where a pair of a flow map has no colon: how many stand before it */
function wrongKey(name: string | undefined, split: number | false, map: object): string | undefined {
  if (name === undefined) return 'a key must be a text; if the value is a text, put it in quotation marks';
  if (split === 0) return `‘${name}’ is read by YAML as a key without a value; put the whole text in quotation marks`;
  if (split) return `YAML split the text at the comma before ‘${name}’; put the whole text in quotation marks`;
  if (name === '__proto__') return '‘__proto__’ cannot be a key; choose another name';
  return Object.hasOwn(map, name) ? `‘${name}’ stands twice in this place; rename or remove one of them` : undefined;
}

/** In `{ name: A, b }` the pair `b` has no colon at all. */
function isMissing(value: Node, text: string): boolean {
  const [start = 0, end = 0] = value.range ?? [];
  return isScalar(value) && value.type === 'PLAIN' && start === end && !text.slice(0, start).trimEnd().endsWith(':');
}

function plainText(node: Node & { value: unknown; type?: string | undefined }, reading: Reading): string {
  const [start = 0, end = 0] = node.range ?? [];
  const value = String(node.value ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (node.type === 'PLAIN') refuseCut(value, end, reading);
  const odd = forbidden.exec(String(node.value ?? ''))?.[0]; // before white space is folded: some of these are white space
  if (odd !== undefined) reading.problem(start, `the text ${holdsUnseen(odd)}`);
  else if (!value.isWellFormed())
    reading.problem(start, 'the text holds half a character (a lone surrogate); remove it');
  return value;
}

function refuseCut(value: string, end: number, { text, problem }: Reading) {
  const comment = /^[ \t]*#.*/.exec(text.slice(end, end + 200).split(/\r?\n/, 1)[0] ?? '');
  if (!comment) return;
  const where = value === '' ? 'there is no text before the ‘#’' : `the text ends at ‘${value.split(' ').at(-1)}’`;
  const advice = 'YAML drops what follows; put a comment on a line of its own, or the sentence in quotation marks';
  problem(end, `${where}: ${advice}`);
}

function refuseMarkers(node: Node, start: number, { problem }: Reading) {
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  const sign = anchor ? `&${anchor}` : tag?.replace('tag:yaml.org,2002:', '!!');
  if (sign) problem(start, `‘${sign}’ is read by YAML as a mark, not as text; put the text in quotation marks`);
}
