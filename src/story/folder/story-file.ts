/** Files of stories on disk: which version lies there, and what is in it. */
import { statSync } from 'node:fs';
import { lstat, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { tooLarge } from '../format/file-text.ts';
import { type Parsed, parseStory } from '../parse/parse.ts';
import { wholeFile } from '../problem.ts';

/** Whether a file may hold a story, or what readers ask of one, or was meant to. */
export function isLookedAt(name: string): boolean {
  return /\.ya?ml(?:\.txt)?$/i.test(name) && !name.startsWith('.');
}

/** The name under which such a file would be read; its own where it is. Some editors put `.txt` behind any name. */
export function nameToRead(file: string): string {
  return file.replace(/\.ya?ml(?:\.txt)?$/i, '.yaml');
}

/** What tells a folder from another of its name; undefined where there is none, or it cannot be looked at. */
export function folderId(path: string): string | undefined {
  try {
    const { dev, ino, birthtimeMs } = statSync(path);
    // A folder made anew may get the number of the one before.
    return `${dev} ${ino} ${birthtimeMs}`;
  } catch {
    return undefined;
  }
}

/** One version of a file. */
export interface Version {
  readonly version: string;
  readonly size: number;
  readonly isLink: boolean;
  readonly problem?: string;
}

/** What tells one version of a file from the next; undefined where there is no file. */
export async function versionOf(path: string): Promise<Version | undefined> {
  try {
    const stats = await stat(path);
    const isLink = (await lstat(path)).isSymbolicLink();
    const { size, mtimeMs, ino, ctimeMs } = stats;
    const version = { version: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, size, isLink };
    // A pipe would be waited for without end.
    return stats.isFile() ? version : { ...version, problem: 'this is no file' };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? undefined
      : { version: String(code), size: 0, isLink: false, problem: `the file cannot be read (${code})` };
  }
}

/** Reads and parses a story file; what keeps it from being read is a problem of the file. */
export async function readStory(path: string, size: number): Promise<Parsed> {
  const file = basename(path);
  const large = tooLarge(size);
  if (large !== undefined) return { problems: [wholeFile(file, large)] };
  try {
    return parseStory(file, await readFile(path));
  } catch (error) {
    return { problems: [wholeFile(file, readingFault(error))] };
  }
}

/** What was in the way of reading a file: a fault of ours in one file is no outage of the others. */
export function readingFault(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `the file cannot be read (${code ?? `a fault of the program: ${message}`})`;
}

/** Why a folder cannot be read, in a sentence for the operator. */
export function folderProblem(folder: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `The stories’ folder ‘${folder}’ does not exist; STORIES names it.`;
  if (code === 'ENOTDIR') return `‘${folder}’ is a file, not a folder; STORIES names the stories’ folder.`;
  return `The stories’ folder ‘${folder}’ cannot be read (${code}).`;
}
