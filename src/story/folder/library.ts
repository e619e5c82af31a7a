/** All stories of a folder, loaded, found by name, and kept current as editors save. */

import type { Problem } from '../problem.ts';
import type { Story } from '../story.ts';
import { Entries, type LibraryChange } from './entries.ts';
import { FolderReader } from './folder-reader.ts';

/** The stories of one folder, with what readers ask beside each. A file that does not load keeps its last good version in service. */
export class StoryLibrary {
  readonly folder: string;
  readonly #entries = new Entries();
  readonly #reader: FolderReader;

  private constructor(folder: string, isAskedRead: boolean) {
    this.folder = folder;
    this.#reader = new FolderReader(folder, this.#entries, isAskedRead);
  }

  /**
   * Loads every `*.yaml` of a folder, and names each `*.yml` and `*.yaml.txt`.
   * @param asked whether what readers ask is read, too: only answers need it, and it may be twenty times as long as the story
   * @throws {Error} with a sentence for the operator where the folder cannot be read
   */
  static async open(folder: string, { asked = true }: { readonly asked?: boolean } = {}): Promise<StoryLibrary> {
    const library = new StoryLibrary(folder, asked);
    await library.#reader.readAll();
    return library;
  }

  /** The stories in service, by name. */
  get stories(): readonly Story[] {
    return this.#entries.names.stories;
  }

  /** What is wrong with the files that do not load, and with what readers ask beside stories, in the order of their names. */
  get problems(): readonly Problem[] {
    return this.#entries.problems;
  }

  /** The story of this id or other name. */
  find(name: string): Story | undefined {
    return this.#entries.names.find(name);
  }

  /** The file of the story that has this id, where it is there and no version of it has loaded. */
  brokenFile(id: string): string | undefined {
    return this.#entries.brokenFile(id);
  }

  /** The stories that best complete or match what was typed, best first. */
  search(typed: string, most: number): Story[] {
    return this.#entries.names.search(typed, most);
  }

  /** The length of the longest beginning of `words` that is exactly a story’s id or other name; 0 where none is. */
  nameAtStart(words: readonly string[]): number {
    return this.#entries.names.nameAtStart(words);
  }

  /** Calls back after each change, until the function that it returns is called. */
  onChange(listener: (change: LibraryChange) => void): () => void {
    return this.#entries.onChange(listener);
  }

  /** Follows the folder: saved files are read again, removed ones go; also after the folder itself was exchanged. */
  watch() {
    this.#reader.watch();
  }

  /** Stops following the folder. */
  close() {
    this.#reader.close();
  }
}
