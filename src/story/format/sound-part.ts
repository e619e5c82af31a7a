/** The entries of a file that have their shape: they can be checked while the others are still to be mended. */
import type { z } from 'zod';
import type { Plain } from './read-yaml.ts';
import { type StoryFile, storyFile } from './schema.ts';

/** What is left of a file, and the ids of the entries that were left out. */
export interface SoundPart {
  readonly file: StoryFile;
  readonly cut: ReadonlySet<string>;
}

/** Stands in for what is broken at the top of a file, so that the rest of it is a file. */
const filling = { title: 'x', name: 'x', language: 'en', time_zone: 'UTC', state: 'quiet', in_short: ['x'] };

/** Leaves out each entry that an issue lies in; undefined where too little is left to check. */
export function soundPart(root: Plain, issues: readonly z.core.$ZodIssue[]): SoundPart | undefined {
  const left = leaveOutIssues(root, issues);
  const { data } = storyFile.safeParse({ ...filling, ...left?.rest });
  return left && data && Object.keys(data.sources).length > 0
    ? { file: data, cut: new Set(['x', ...left.cut]) }
    : undefined;
}

/** A file's content without the entries that issues lie in, and their ids; undefined where it is no map. */
export function leaveOutIssues(root: Plain, issues: readonly z.core.$ZodIssue[]) {
  if (typeof root !== 'object' || Array.isArray(root)) return undefined;
  const rest: Record<string, Plain> = structuredClone(root);
  const cut = issues.flatMap((issue) => leaveOut(rest, issue));
  return { rest, cut };
}

/** Leaves out what an issue lies in. @returns the ids of what went */
function leaveOut(rest: Record<string, Plain>, issue: z.core.$ZodIssue): string[] {
  const [section, key] = issue.path.map(String);
  if (section === undefined) return ('keys' in issue ? issue.keys : []).flatMap((stray) => leaveOutAll(rest, stray));
  const entries = rest[section];
  if (key !== undefined && isMap(entries)) {
    delete entries[key];
    return [key];
  }
  // All of a list, even for one of it: else those behind it would be told at wrong places.
  return leaveOutAll(rest, section);
}

function leaveOutAll(rest: Record<string, Plain>, section: string): string[] {
  const entries = rest[section];
  delete rest[section];
  return isMap(entries) ? Object.keys(entries) : [];
}

function isMap(value: Plain | undefined): value is { [key: string]: Plain } {
  return typeof value === 'object' && !Array.isArray(value);
}
