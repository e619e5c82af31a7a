/** Reads the files of a folder of stories, once and as they change, each story with what readers ask beside it. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorProblem } from '../../operator/index.ts';
import type { Parsed } from '../parse/parse.ts';
import { wholeFile } from '../problem.ts';
import { Absences } from './absences.ts';
import { AskedFiles, askedFileOf, type Beside, storyFileOf } from './asked-files.ts';
import type { Entries, ReadFile } from './entries.ts';
import { FolderWatch } from './folder-watch.ts';
import { folderProblem, isLookedAt, nameToRead, readStory, type Version, versionOf } from './story-file.ts';

/** Keeps the entries as the files are. */
export class FolderReader {
  readonly #folder: string;
  readonly #entries: Entries;
  readonly #saves: FolderWatch;
  readonly #asked: AskedFiles;
  readonly #absences = new Absences();

  constructor(folder: string, entries: Entries, isAskedRead: boolean) {
    this.#folder = folder;
    this.#entries = entries;
    this.#asked = new AskedFiles(folder, isAskedRead);
    this.#saves = new FolderWatch(folder, {
      links: () => entries.links,
      changed: (files) => this.#refresh(files),
    });
  }

  /** Reads all files. @throws {Error} with a sentence for the operator where the folder cannot be read. */
  async readAll() {
    for (const file of await this.#files()) await this.#load(file);
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
    // Where the folder is away, each file of it is waited for.
    const present = files ? [] : await this.#files().catch(() => []);
    for (const file of files ?? new Set([...present, ...this.#entries.files])) await this.#load(file);
  }

  async #files(): Promise<string[]> {
    try {
      const names = await readdir(this.#folder);
      return names.filter(isLookedAt).sort();
    } catch (error) {
      throw new OperatorProblem(folderProblem(this.#folder, error), { cause: error });
    }
  }

  async #load(saved: string) {
    if (saved.startsWith('.')) return;
    if (nameToRead(saved) !== saved) return this.#enterMisnamed(saved);
    const file = storyFileOf(saved);
    const path = join(this.#folder, file);
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
    if (this.#entries.isRead(file, version)) return;
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
    const as = { version, isLink: read.isLink || beside.isLink };
    this.#entries.forget(askedFileOf(file)); // it is no stray any more
    if ('story' in parsed) {
      const { story, problems } = this.#asked.join(parsed.story, beside);
      this.#entries.load(file, story, problems, as);
    } else this.#entries.refuse(file, parsed.problems, as);
  }

  /** What readers ask of a story that is not there. */
  #enterStray(file: string, read: Beside) {
    if (read.version === '' || read.isAway) {
      this.#asked.forget(file);
      this.#entries.remove(file);
    } else this.#refuse(file, `there is no story ‘${storyFileOf(file)}’ beside it`, read);
  }

  /** A file that an editor takes for a story's, and that would never be served. */
  async #enterMisnamed(file: string) {
    const read = await versionOf(join(this.#folder, file));
    if (read) this.#refuse(file, `it is not read: rename it to ‘${nameToRead(file)}’`, read);
    else this.#entries.remove(file);
  }

  /** Notes why a file holds no story, once. */
  #refuse(file: string, why: string, read: ReadFile) {
    if (!this.#entries.isRead(file, read.version)) this.#entries.refuse(file, [wholeFile(file, why)], read);
  }

  /** @param file that of a story, or of what readers ask of one */
  #awaitBack(file: string) {
    this.#absences.wait(file, async () => {
      if ((await versionOf(join(this.#folder, file))) !== undefined) return;
      if (storyFileOf(file) === file) this.#entries.remove(file);
      else this.#asked.forget(file);
      await this.#load(file); // what is left of the story
    });
  }
}
