/** What Slack refuses in texts, lists and urls: the parts that every block is made of. */
import type { Problem } from './refusal.ts';
import type { Node } from './workspace.ts';

/** Where a payload is to be shown, and where its problems go. */
export interface Check {
  readonly surface: 'message' | 'modal' | 'home';
  readonly problems: Problem[];
  /** Whether an uploaded file has been processed, so that an image may show it. */
  readonly fileReady: (id: string) => boolean;
}

export function flag(check: Check, path: string, message: string): void {
  check.problems.push({ path, message });
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only these keys, as Slack's own schemas are closed. */
export function keys(check: Check, node: Node, path: string, allowed: string): void {
  const known = allowed.split(' ');
  for (const key of Object.keys(node)) {
    if (!known.includes(key)) flag(check, path, `invalid additional property: ${key}`);
  }
}

interface Length {
  readonly max: number;
  readonly min?: number;
  readonly required?: boolean;
}

/** A string of a bounded length. */
export function string(check: Check, node: Node, key: string, path: string, { max, min = 0, required }: Length): void {
  const value = node[key];
  if (value === undefined) {
    if (required) flag(check, path, `missing required field: ${key}`);
    return;
  }
  const at = `${path}/${key}`;
  if (typeof value !== 'string') {
    flag(check, at, 'must be a string');
    return;
  }
  if (value.length > max) flag(check, at, `must be less than ${max + 1} characters`);
  if (value.length < min) flag(check, at, `must be more than ${min - 1} characters`);
}

interface TextRule {
  readonly max: number;
  readonly required?: boolean;
  /** Whether markup is allowed here; nearly everywhere Slack takes plain text alone. */
  readonly mrkdwn?: boolean;
}

/** A text object under a key. */
export function text(check: Check, node: Node, key: string, path: string, rule: TextRule): void {
  const value = node[key];
  if (value === undefined) {
    if (rule.required) flag(check, path, `missing required field: ${key}`);
    return;
  }
  textObject(check, value, `${path}/${key}`, rule);
}

/** A text object by itself: of a section's fields or a context's elements. */
export function textObject(check: Check, value: unknown, path: string, { max, mrkdwn }: TextRule): void {
  if (!isNode(value)) {
    flag(check, path, 'must provide an object');
    return;
  }
  const type = value['type'];
  if (type !== 'plain_text' && !(mrkdwn && type === 'mrkdwn')) {
    const allowed = mrkdwn ? 'plain_text, mrkdwn' : 'plain_text';
    flag(check, `${path}/type`, `must be a valid enum value: ${allowed}`);
    return;
  }
  keys(check, value, path, type === 'mrkdwn' ? 'type text verbatim' : 'type text emoji');
  string(check, value, 'text', path, { max, min: 1, required: true });
}

/** A list's objects with their paths; its length is checked. */
export function list(
  check: Check,
  node: Node,
  key: string,
  path: string,
  { min, max }: { min: number; max: number },
): (readonly [Node, string])[] {
  const value = node[key];
  const at = `${path}/${key}`;
  if (!Array.isArray(value)) {
    flag(check, path, `missing required field: ${key}`);
    return [];
  }
  if (value.length > max) flag(check, at, `no more than ${max} items allowed`);
  if (value.length < min) flag(check, at, `no fewer than ${min} items allowed`);
  return value.flatMap((item: unknown, index) => {
    if (isNode(item)) return [[item, `${at}/${index}`] as const];
    flag(check, `${at}/${index}`, 'must provide an object');
    return [];
  });
}

/** An address, whole, that opens in a browser. */
export function url(check: Check, node: Node, key: string, path: string, required = false): void {
  string(check, node, key, path, { max: 3000, min: 1, required });
  const value = node[key];
  if (typeof value === 'string' && value !== '' && !/^(https?|mailto|slack):./i.test(value)) {
    flag(check, `${path}/${key}`, 'invalid url');
  }
}

/** One of a few words. */
export function oneOf(check: Check, node: Node, key: string, path: string, words: readonly unknown[]): void {
  if (node[key] !== undefined && !words.includes(node[key])) {
    flag(check, `${path}/${key}`, `must be a valid enum value: ${words.join(', ')}`);
  }
}
