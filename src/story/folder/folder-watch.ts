/** Follows a folder of stories: which of its files may have changed, told once a save has come to rest. */
import { type FSWatcher, watch } from 'node:fs';
import { folderId, isLookedAt } from './story-file.ts';

/** Whom a watch asks, and whom it tells. */
interface Following {
  /** The files that are links: what one leads to may change without a word from the system. */
  links(): readonly string[];
  /** @param files those that may have changed; nothing where it may be any */
  changed(files: readonly string[] | undefined): Promise<void>;
}

/** Stands for all files where the system does not say which one changed. */
const everyFile = '*';

/** A save is told of once the folder has been quiet for this long, so that a file half written is not read. */
const settleMs = 40;
/** However restless the folder is, a save is not put off for longer. */
const patienceMs = 150;
/** The system does not tell of a folder that was deleted and made again: it is looked for this often. */
const patrolMs = 1000;

/** A folder that is followed, also after it was exchanged. */
export class FolderWatch {
  readonly #folder: string;
  readonly #following: Following;
  readonly #pending = new Set<string>();
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  #patrol: NodeJS.Timeout | undefined;
  #watched: string | undefined;
  /** When the first of the pending changes was noticed. */
  #noticed = 0;

  constructor(folder: string, following: Following) {
    this.#folder = folder;
    this.#following = following;
  }

  start() {
    this.#watcher?.close();
    try {
      this.#watcher = watch(this.#folder, (_event, name) => this.notice(name));
      this.#watcher.on('error', () => this.notice(null));
      this.#watched = folderId(this.#folder);
    } catch {
      this.#watched = undefined; // the folder is away: the patrol finds it once it is back
    }
    clearInterval(this.#patrol);
    this.#patrol = setInterval(() => {
      for (const file of this.#following.links()) this.notice(file);
      if (folderId(this.#folder) === this.#watched) return;
      this.start();
      this.notice(null);
    }, patrolMs).unref();
  }

  stop() {
    this.#watcher?.close();
    clearTimeout(this.#timer);
    clearInterval(this.#patrol);
  }

  /** Tells of a file soon, whether the folder is followed or not. @param name null where it may be any */
  notice(name: string | null) {
    // Another program's files; a name with two dots is a whole folder exchanged behind a link.
    const isFile = name !== null && isLookedAt(name);
    if (name !== null && !isFile && !name.startsWith('..')) return;
    if (this.#pending.size === 0) this.#noticed = performance.now();
    this.#pending.add(isFile ? name : everyFile);
    if (performance.now() - this.#noticed > patienceMs) return; // the timer that runs is not put off any more
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(), settleMs);
  }

  async #tell() {
    const files = [...this.#pending];
    this.#pending.clear();
    await this.#following.changed(files.includes(everyFile) ? undefined : files);
  }
}
