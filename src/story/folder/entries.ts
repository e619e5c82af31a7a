/** What is known of each file of a folder: the story that is in service, what is wrong with the file, and which version was read. */
import { EventEmitter } from 'node:events';
import { basename } from 'node:path';
import { fold } from '../names.ts';
import type { Problem } from '../problem.ts';
import type { Story } from '../story.ts';
import { NameIndex } from './name-index.ts';
import { nameToRead } from './story-file.ts';

/** What the library tells of: one file at a time. */
export interface LibraryChange {
  readonly file: string;
  readonly kind: 'loaded' | 'broken' | 'removed';
  /** What is wrong with it, or with what readers ask beside it. */
  readonly problems: readonly Problem[];
}

/** What was read of a file. */
export interface ReadFile {
  /** Size and times of what was read; the file is read again when they differ. */
  readonly version: string;
  /** What it leads to may change without a word from the system. */
  readonly isLink: boolean;
}

interface Entry extends ReadFile {
  readonly story?: Story;
  readonly problems: readonly Problem[];
}

/** The files of one folder. A story whose file does not load any more stays in service. */
export class Entries {
  readonly names = new NameIndex();
  readonly #entries = new Map<string, Entry>();
  readonly #changes = new EventEmitter<{ change: [LibraryChange] }>();

  constructor() {
    this.#changes.setMaxListeners(0); // one for each page that is open
  }

  get files(): readonly string[] {
    return [...this.#entries.keys()];
  }

  get links(): readonly string[] {
    return [...this.#entries].flatMap(([file, { isLink }]) => (isLink ? [file] : []));
  }

  /** In the order of their files' names. */
  get problems(): readonly Problem[] {
    return [...this.#entries.values()]
      .flatMap(({ problems }) => problems)
      .sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  }

  has(file: string): boolean {
    return this.#entries.has(file);
  }

  /** Whether this version was read last. */
  isRead(file: string, version: string): boolean {
    return this.#entries.get(file)?.version === version;
  }

  /** The file of the story that has this id, where no version of it has loaded. */
  brokenFile(id: string): string | undefined {
    const wanted = fold(id);
    if (wanted === '') return undefined;
    const broken = [...this.#entries].filter(([, { story }]) => story === undefined);
    return broken.find(([file]) => fold(basename(nameToRead(file), '.yaml')) === wanted)?.[0];
  }

  onChange(listener: (change: LibraryChange) => void): () => void {
    this.#changes.on('change', listener);
    return () => this.#changes.off('change', listener);
  }

  /** Takes a story into service. */
  load(file: string, story: Story, problems: readonly Problem[], { version, isLink }: ReadFile) {
    this.#entries.set(file, { story, problems, version, isLink });
    this.names.put(story);
    this.#changes.emit('change', { file, kind: 'loaded', problems });
  }

  /** Notes why a file does not load. */
  refuse(file: string, problems: readonly Problem[], { version, isLink }: ReadFile) {
    const last = this.#entries.get(file)?.story;
    this.#entries.set(file, { ...(last && { story: last }), problems, version, isLink });
    this.#changes.emit('change', { file, kind: 'broken', problems });
  }

  /** Takes a file, and the story in it, out; nothing happens where it is not there. */
  remove(file: string) {
    if (!this.forget(file)) return;
    this.names.remove(basename(file, '.yaml'));
    this.#changes.emit('change', { file, kind: 'removed', problems: [] });
  }

  /** Takes a file that holds no story out, of which nobody needs to know. @returns whether it was there */
  forget(file: string): boolean {
    return this.#entries.delete(file);
  }
}
