/** All stories of a folder, loaded, found by name, and kept current as editors save. */
import { EventEmitter } from 'node:events';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Absences } from './absences.ts';
import { AskedFiles, askedFileOf, type Beside, storyFileOf } from './asked-files.ts';
import { FolderWatch } from './folder-watch.ts';
import { NameIndex } from './name-index.ts';
import { fold } from './names.ts';
import type { Parsed } from './parse.ts';
import { type Problem, wholeFile } from './problem.ts';
import type { Story } from './story.ts';
import { folderProblem, readStory, type Version, versionOf } from './story-file.ts';

/** What the library tells of: one file at a time. */
export interface LibraryChange {
  readonly file: string;
  readonly kind: 'loaded' | 'broken' | 'removed';
  /** What is wrong with it, or with what readers ask beside it. */
  readonly problems: readonly Problem[];
}

interface Entry {
  readonly story?: Story;
  readonly problems: readonly Problem[];
  /** Size and times of what was read; the file is read again when they differ. */
  readonly version: string;
  /** What it leads to may change without a word from the system. */
  readonly isLink: boolean;
}

function isMisnamed(file: string): boolean {
  return file.endsWith('.yml');
}

/** The stories of one folder, with what readers ask beside each. A file that does not load keeps its last good version in service. */
export class StoryLibrary {
  readonly folder: string;
  readonly #entries = new Map<string, Entry>();
  readonly #names = new NameIndex();
  readonly #changes = new EventEmitter<{ change: [LibraryChange] }>();
  readonly #saves: FolderWatch;
  readonly #asked: AskedFiles;
  readonly #absences = new Absences();

  private constructor(folder: string) {
    this.folder = folder;
    this.#asked = new AskedFiles(folder);
    this.#saves = new FolderWatch(folder, {
      links: () => [...this.#entries].flatMap(([file, { isLink }]) => (isLink ? [file] : [])),
      changed: (files) => this.#refresh(files),
    });
    this.#changes.setMaxListeners(0); // one for each page that is open
  }

  /** Loads every `*.yaml` of a folder, and names each `*.yml`. @throws {Error} with a sentence for the operator where the folder cannot be read. */
  static async open(folder: string): Promise<StoryLibrary> {
    const library = new StoryLibrary(folder);
    for (const file of await library.#files()) await library.#load(file);
    return library;
  }

  /** The stories in service, by name. */
  get stories(): readonly Story[] {
    return this.#names.stories;
  }

  /** What is wrong with the files that do not load, and with what readers ask beside stories, in the order of their names. */
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
    return wanted === ''
      ? undefined
      : broken.find(([file]) => fold(basename(file).replace(/\.ya?ml$/, '')) === wanted)?.[0];
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
    this.#absences.stop();
  }

  /** @param files those that may have changed; nothing where it may be any */
  async #refresh(files: readonly string[] | undefined) {
    const present = files ? [] : await this.#files().catch(() => []);
    for (const file of files ?? new Set([...present, ...this.#entries.keys()])) await this.#load(file);
  }

  async #files(): Promise<string[]> {
    try {
      const names = await readdir(this.folder);
      return names.filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.')).sort();
    } catch (error) {
      throw new Error(folderProblem(this.folder, error), { cause: error });
    }
  }

  async #load(saved: string) {
    if (saved.startsWith('.')) return;
    if (isMisnamed(saved)) return this.#enterMisnamed(saved);
    const file = storyFileOf(saved);
    const path = join(this.folder, file);
    const before = await versionOf(path);
    const beside = await this.#asked.beside(file);
    if (before === undefined) {
      if (this.#entries.has(file)) this.#awaitBack(file);
      else this.#enterStray(askedFileOf(file), beside);
      return;
    }
    if (beside.isAway) this.#awaitBack(askedFileOf(file));
    this.#absences.seen(file);
    const version = `${before.version} ${beside.version}`;
    if (this.#entries.get(file)?.version === version) return;
    const parsed =
      before.problem === undefined
        ? await readStory(path, before.size)
        : { problems: [wholeFile(file, before.problem)] };
    const after = await this.#asked.beside(file);
    if ((await versionOf(path))?.version !== before.version || after.version !== beside.version) {
      this.#saves.notice(file); // it changed while it was read
      return;
    }
    this.#enter(file, parsed, { ...before, version }, beside);
  }

  #enter(file: string, parsed: Parsed, { version, ...read }: Version, beside: Beside) {
    const isLink = read.isLink || beside.isLink;
    this.#entries.delete(askedFileOf(file)); // it is no stray any more
    if ('story' in parsed) {
      const { story, problems } = this.#asked.join(parsed.story, beside);
      this.#entries.set(file, { story, problems, version, isLink });
      this.#names.put(story);
      this.#changes.emit('change', { file, kind: 'loaded', problems });
      return;
    }
    const { problems } = parsed;
    const last = this.#entries.get(file)?.story;
    this.#entries.set(file, { ...(last && { story: last }), problems, version, isLink });
    this.#changes.emit('change', { file, kind: 'broken', problems });
  }

  /** What readers ask of a story that is not there. */
  #enterStray(file: string, { version, isLink, isAway }: Beside) {
    if (version === '' || isAway) {
      this.#asked.forget(file);
      if (this.#entries.delete(file)) this.#changes.emit('change', { file, kind: 'removed', problems: [] });
      return;
    }
    if (this.#entries.get(file)?.version === version) return;
    const problems = [wholeFile(file, `there is no story ‘${storyFileOf(file)}’ beside it`)];
    this.#entries.set(file, { problems, version, isLink });
    this.#changes.emit('change', { file, kind: 'broken', problems });
  }

  /** A file that an editor takes for a story's, and that would never be served. */
  async #enterMisnamed(file: string) {
    const read = await versionOf(join(this.folder, file));
    if (!read) {
      if (this.#entries.has(file)) this.#remove(file);
      return;
    }
    if (this.#entries.get(file)?.version === read.version) return;
    const problems = [wholeFile(file, `it is not read: rename it to ‘${basename(file, '.yml')}.yaml’`)];
    this.#entries.set(file, { problems, version: read.version, isLink: read.isLink });
    this.#changes.emit('change', { file, kind: 'broken', problems });
  }

  /** @param file that of a story, or of what readers ask of one */
  #awaitBack(file: string) {
    this.#absences.wait(file, async () => {
      if ((await versionOf(join(this.folder, file))) !== undefined) return;
      if (storyFileOf(file) === file) this.#remove(file);
      else this.#asked.forget(file);
      await this.#load(file); // what is left of the story
    });
  }

  #remove(file: string) {
    this.#entries.delete(file);
    this.#names.remove(basename(file, '.yaml'));
    this.#changes.emit('change', { file, kind: 'removed', problems: [] });
  }
}
