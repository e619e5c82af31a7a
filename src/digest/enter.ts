/** Notes what enters the stories, as they are loaded. */
import { basename } from 'node:path';
import type { StoryLibrary } from '../story/index.ts';
import { type Entries, entryKeys } from './entries.ts';
import { type EngineLog, stackOf } from './telemetry.ts';

/** What noting entries takes. */
export interface Entering {
  readonly stories: Pick<StoryLibrary, 'stories' | 'find' | 'onChange'>;
  readonly entries: Pick<Entries, 'enter'>;
  readonly log: EngineLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called after something that is new was noted. */
  readonly entered: () => void;
}

/** Stories whose parts are noted as entered: all of them at the start, and each one when it was loaded again. */
export class EntryKeeper {
  readonly #parts: Entering;
  readonly #pending: Set<string>;
  readonly #stopListening: () => void;
  #underWay = Promise.resolve();

  constructor(parts: Entering) {
    this.#parts = parts;
    this.#pending = new Set(parts.stories.stories.map(({ id }) => id));
    // A file that does not load keeps its last good version, and one that is gone has nothing to enter.
    this.#stopListening = parts.stories.onChange(({ file, kind }) => {
      if (kind !== 'loaded') return;
      this.#pending.add(basename(file, '.yaml'));
      void this.settle();
    });
  }

  /** Notes what waits to be, also what failed before, one story after the other. */
  settle(): Promise<void> {
    this.#underWay = this.#underWay.then(() => this.#enterPending());
    return this.#underWay;
  }

  /** Listens no more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopListening();
    await this.#underWay;
  }

  async #enterPending() {
    for (const id of [...this.#pending]) {
      this.#pending.delete(id);
      try {
        await this.#enter(id);
      } catch (error) {
        this.#pending.add(id);
        this.#parts.log.error({ story: id, error: stackOf(error) }, 'what entered a story was not noted');
        return; // the others would fail, too; tried again when it is settled next
      }
    }
  }

  async #enter(id: string) {
    const { stories, entries, log, now, entered } = this.#parts;
    const story = stories.find(id);
    if (story?.id !== id) return; // gone meanwhile
    const fresh = await entries.enter(story, entryKeys(story), now());
    if (fresh.length === 0) return;
    log.info({ story: id, entries: fresh.length }, 'entered a story');
    entered();
  }
}
