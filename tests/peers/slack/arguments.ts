/** The arguments of a call, from a form or JSON, and the token that came with them. */
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './refusal.ts';
import { missing } from './views.ts';
import type { Node } from './workspace.ts';

/** Arguments that a form carries as JSON. */
const structured = ['blocks', 'attachments', 'metadata', 'view', 'files', 'unfurls'];

function structure(key: string, value: string): unknown {
  if (!structured.includes(key)) return value;
  try {
    return JSON.parse(value);
  } catch {
    if (key === 'blocks') throw new Refusal('invalid_blocks_format');
    if (key === 'metadata') throw new Refusal('invalid_metadata_format');
    throw new Refusal('invalid_arguments', missing(key));
  }
}

function readJson(body: string): Node {
  try {
    return JSON.parse(body) as Node;
  } catch {
    throw new Refusal('invalid_json');
  }
}

export function readArguments(type: string, body: string, query: URLSearchParams): Node {
  if (type.startsWith('application/json')) return readJson(body);
  const entries = [...query, ...new URLSearchParams(body)];
  return Object.fromEntries(entries.map(([key, value]) => [key, structure(key, value)]));
}

/** The token, of the header or a form. JSON may not carry it. */
export function tokenOf(headers: IncomingHttpHeaders, args: Node): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  const json = headers['content-type']?.startsWith('application/json');
  return json || typeof args['token'] !== 'string' ? undefined : args['token'];
}

/** A text argument that must be there. */
export function required(args: Node, key: string): string {
  const value = args[key];
  if (typeof value !== 'string' || value === '') throw new Refusal('invalid_arguments', missing(key));
  return value;
}

export function optional(args: Node, key: string): string | undefined {
  const value = args[key];
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

/** A yes or no, however it is written; nothing where it is not given. */
export function flagOf(args: Node, key: string): boolean | undefined {
  const value = args[key];
  if (value === undefined || value === null) return undefined;
  return value === true || value === 'true' || value === '1' || value === 1;
}
