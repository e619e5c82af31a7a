/** All stories of a folder, loaded, found by name, and kept current as editors save. */
import { EventEmitter } from 'node:events';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FolderWatch } from './folder-watch.ts';
import { NameIndex } from './name-index.ts';
import { fold } from './names.ts';
import type { Parsed } from './parse.ts';
import type { Problem } from './problem.ts';
import type { Story } from './story.ts';
import { folderProblem, readStory, type Version, versionOf, wholeFile } from './story-file.ts';

/** What the library tells of: one file at a time. */
export interface LibraryChange {
  readonly file: string;
  readonly kind: 'loaded' | 'broken' | 'removed';
}

interface Entry {
  readonly story?: Story;
  readonly problems: readonly Problem[];
  /** Size and times of what was read; the file is read again when they differ. */
  readonly version: string;
  /** What it leads to may change without a word from the system. */
  readonly isLink: boolean;
}

/** Editors that save by renaming leave a file missing for a moment; it is gone only when it stays so. */
const removalMs = 400;
/** The stories of one folder. A file that does not load keeps its last good version in service. */
export class StoryLibrary {
  readonly folder: string;
  readonly #entries = new Map<string, Entry>();
  readonly #names = new NameIndex();
  readonly #changes = new EventEmitter<{ change: [LibraryChange] }>();
  readonly #saves: FolderWatch;
  #removals = new Map<string, NodeJS.Timeout>();

  private constructor(folder: string) {
    this.folder = folder;
    this.#saves = new FolderWatch(folder, {
      links: () => [...this.#entries].flatMap(([file, { isLink }]) => (isLink ? [file] : [])),
      changed: (files) => this.#refresh(files),
    });
    this.#changes.setMaxListeners(0); // one for each page that is open
  }

  /** Loads every `*.yaml` of a folder. @throws {Error} with a sentence for the operator where the folder cannot be read. */
  static async open(folder: string): Promise<StoryLibrary> {
    const library = new StoryLibrary(folder);
    for (const file of await library.#files()) await library.#load(file);
    return library;
  }

  /** The stories in service, by name. */
  get stories(): readonly Story[] {
    return this.#names.stories;
  }

  /** What is wrong with the files that do not load, in the order of their names. */
  get problems(): readonly Problem[] {
    return [...this.#entries.values()]
      .flatMap(({ problems }) => problems)
      .sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  }

  /** The story of this id or other name. */
  find(name: string): Story | undefined {
    return this.#names.find(name);
  }

  /** The file of the story that has this id, where it is there and no version of it has loaded. */
  brokenFile(id: string): string | undefined {
    const wanted = fold(id);
    const broken = [...this.#entries].filter(([, { story }]) => story === undefined);
    return wanted === '' ? undefined : broken.find(([file]) => fold(basename(file, '.yaml')) === wanted)?.[0];
  }

  /** The stories that best complete or match what was typed, best first. */
  search(typed: string, most: number): Story[] {
    return this.#names.search(typed, most);
  }

  /** The length of the longest beginning of `words` that is exactly a story’s id or other name; 0 where none is. */
  nameAtStart(words: readonly string[]): number {
    return this.#names.nameAtStart(words);
  }

  /** Calls back after each change, until the function that it returns is called. */
  onChange(listener: (change: LibraryChange) => void): () => void {
    this.#changes.on('change', listener);
    return () => this.#changes.off('change', listener);
  }

  /** Follows the folder: saved files are read again, removed ones go; also after the folder itself was exchanged. */
  watch() {
    this.#saves.start();
  }

  /** Stops following the folder. */
  close() {
    this.#saves.stop();
    for (const timer of this.#removals.values()) clearTimeout(timer);
  }

  /** @param files those that may have changed; nothing where it may be any */
  async #refresh(files: readonly string[] | undefined) {
    const present = files ? [] : await this.#files().catch(() => []);
    for (const file of files ?? new Set([...present, ...this.#entries.keys()])) await this.#load(file);
  }

  async #files(): Promise<string[]> {
    try {
      const names = await readdir(this.folder);
      return names.filter((name) => name.endsWith('.yaml') && !name.startsWith('.')).sort();
    } catch (error) {
      throw new Error(folderProblem(this.folder, error), { cause: error });
    }
  }

  async #load(file: string) {
    if (file.startsWith('.')) return;
    const path = join(this.folder, file);
    const before = await versionOf(path);
    if (before === undefined) {
      this.#removeLater(file);
      return;
    }
    clearTimeout(this.#removals.get(file));
    this.#removals.delete(file);
    if (this.#entries.get(file)?.version === before.version) return;
    const parsed =
      before.problem === undefined
        ? await readStory(path, before.size)
        : { problems: [wholeFile(file, before.problem)] };
    if ((await versionOf(path))?.version !== before.version) {
      this.#saves.notice(file); // it changed while it was read
      return;
    }
    this.#enter(file, parsed, before);
  }

  #enter(file: string, parsed: Parsed, { version, isLink }: Version) {
    const last = this.#entries.get(file)?.story;
    if ('story' in parsed) {
      this.#entries.set(file, { story: parsed.story, problems: [], version, isLink });
      this.#names.put(parsed.story);
    } else {
      this.#entries.set(file, { ...(last && { story: last }), problems: parsed.problems, version, isLink });
    }
    this.#changes.emit('change', { file, kind: 'story' in parsed ? 'loaded' : 'broken' });
  }

  #removeLater(file: string) {
    if (!this.#entries.has(file) || this.#removals.has(file)) return;
    const timer = setTimeout(async () => {
      this.#removals.delete(file);
      if ((await versionOf(join(this.folder, file))) !== undefined) return;
      this.#entries.delete(file);
      this.#names.remove(basename(file, '.yaml'));
      this.#changes.emit('change', { file, kind: 'removed' });
    }, removalMs);
    this.#removals.set(file, timer);
  }
}
