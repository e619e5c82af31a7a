/** The files of what readers ask, beside the stories of a folder: each is read once, until it changes. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AskedFile } from '../format/asked-schema.ts';
import { tooLarge } from '../format/file-text.ts';
import { askedEnd, type ParsedAsked, parseAsked, withAsked } from '../parse/parse-asked.ts';
import { type Problem, wholeFile } from '../problem.ts';
import type { Story } from '../story.ts';
import { readingFault, type Version, versionOf } from './story-file.ts';

/** What lies beside a story. */
export interface Beside {
  /** Empty where nothing does. */
  readonly version: string;
  readonly isLink: boolean;
  /** It is not there just now: what it held still counts. */
  readonly isAway?: true;
  readonly parsed?: ParsedAsked;
  /** The last that could be read. */
  readonly lists?: AskedFile | undefined;
}

const nothing: Beside = { version: '', isLink: false };

/** `old-bridge.yaml` for `old-bridge.asked.yaml`, and for itself. */
export function storyFileOf(file: string): string {
  return file.endsWith(askedEnd) ? `${file.slice(0, -askedEnd.length)}.yaml` : file;
}

/** `old-bridge.asked.yaml` for `old-bridge.yaml`. */
export function askedFileOf(storyFile: string): string {
  return storyFile.replace(/\.yaml$/, askedEnd);
}

/** What readers ask of the stories of one folder. */
export class AskedFiles {
  readonly #folder: string;
  readonly #isRead: boolean;
  readonly #read = new Map<string, Beside>();

  /** @param isRead whether what they hold is wanted; it is not looked at where it is not */
  constructor(folder: string, isRead = true) {
    this.#folder = folder;
    this.#isRead = isRead;
  }

  /** What lies beside a story file now. Where nothing of the file can be read any more, what it held still counts. */
  async beside(storyFile: string): Promise<Beside> {
    const file = askedFileOf(storyFile);
    const now = await versionOf(join(this.#folder, file));
    const last = this.#read.get(file) ?? nothing;
    if (!now && last.lists) return { ...last, isAway: true };
    if (!now) return nothing;
    if (now.version === last.version) return last;
    if (!this.#isRead) return { version: now.version, isLink: now.isLink };
    const parsed = await this.#parse(file, now);
    const { version, isLink } = now;
    const read: Beside = { version, isLink, parsed, lists: parsed.lists ?? last.lists };
    this.#read.set(file, read);
    return read;
  }

  /** What a file held counts no more. */
  forget(file: string) {
    this.#read.delete(file);
  }

  /** A story with what lies beside it, and what is wrong with that. */
  join(story: Story, { parsed, lists }: Beside): { readonly story: Story; readonly problems: readonly Problem[] } {
    if (!parsed) return { story, problems: [] };
    const joined = withAsked(story, { ...parsed, ...(lists && { lists }) }, () => {
      try {
        return readFileSync(join(this.#folder, parsed.file), 'utf8');
      } catch {
        return ''; // then the complaints stand at its beginning
      }
    });
    // What once was in the file is complained of no more.
    return parsed.lists ? joined : { ...joined, problems: parsed.problems };
  }

  async #parse(file: string, { size, problem }: Version): Promise<ParsedAsked> {
    const refused = problem ?? tooLarge(size);
    if (refused !== undefined) return { file, problems: [wholeFile(file, refused)] };
    try {
      return parseAsked(file, await readFile(join(this.#folder, file)));
    } catch (error) {
      return { file, problems: [wholeFile(file, readingFault(error))] };
    }
  }
}
