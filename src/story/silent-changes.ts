/** Sentences that changed while they were in service, with no correction that says so. */
import { basename } from 'node:path';
import type { StoryLibrary } from './library.ts';
import { fold } from './names.ts';
import { type Story, statementsOf } from './story.ts';

/** A statement that says something else than it did. */
export interface SilentChange {
  readonly file: string;
  readonly statement: string;
  /** What it said before. */
  readonly was: string;
}

/** What is compared of a statement that was in service. */
interface Earlier {
  readonly was: string;
  /** How often its sentence had been corrected. */
  readonly corrections: number;
}

/**
 * Follows the stories in service. It knows what they said since it began to follow them, and no more: what an editor changes
 * while no bot runs goes unnoticed. Marks, case and spaces may change; a word that was mended is told, since a program
 * cannot know it from one that was turned round.
 */
export class SilentChanges {
  readonly #stories: Pick<StoryLibrary, 'find'>;
  readonly #last = new Map<string, Story>();
  /** By file and statement: until a correction says it, or the old words are back. */
  readonly #open = new Map<string, ReadonlyMap<string, Earlier>>();
  readonly #stopListening: () => void;

  constructor(stories: Pick<StoryLibrary, 'stories' | 'find' | 'onChange'>) {
    this.#stories = stories;
    for (const story of stories.stories) this.#last.set(fileOf(story), story);
    this.#stopListening = stories.onChange(({ file, kind }) => {
      if (kind === 'loaded') this.#compare(file);
      if (kind === 'removed') this.#forget(file);
    });
  }

  /** Those that stand, by file. @param file of one alone */
  of(file?: string): readonly SilentChange[] {
    return [...this.#open]
      .filter(([each]) => file === undefined || each === file)
      .flatMap(([each, changes]) => [...changes].map(([statement, { was }]) => ({ file: each, statement, was })));
  }

  /** Follows them no more. */
  stop() {
    this.#stopListening();
  }

  #compare(file: string) {
    const id = basename(file, '.yaml');
    const now = this.#stories.find(id);
    if (now?.id !== id) return;
    const before = this.#last.get(file);
    this.#last.set(file, now);
    const changes = before ? changesOf(before, now, this.#open.get(file)) : new Map<string, Earlier>();
    if (changes.size > 0) this.#open.set(file, changes);
    else this.#open.delete(file);
  }

  #forget(file: string) {
    this.#last.delete(file);
    this.#open.delete(file);
  }
}

/** `old-bridge.yaml: the sentence of ‘closing’ changed without a correction; it was: The town closed it at noon.` */
export function sayChange({ file, statement, was }: SilentChange): string {
  return `${file}: the sentence of ‘${statement}’ changed without a correction; it was: ${was}`;
}

function fileOf({ id }: Story): string {
  return `${id}.yaml`;
}

/** The statements whose words changed without a correction. @param open those that had changed before */
function changesOf(before: Story, now: Story, open: ReadonlyMap<string, Earlier> = new Map()): Map<string, Earlier> {
  const then = new Map(statementsOf(before).map(({ id, what }) => [id, what]));
  const changed = statementsOf(now).flatMap(({ id, what }): [string, Earlier][] => {
    const said = then.get(id);
    const earlier = open.get(id) ?? (said === undefined ? undefined : { was: said, corrections: timesOf(before, id) });
    if (!earlier || fold(earlier.was) === fold(what)) return [];
    return timesOf(now, id) > earlier.corrections ? [] : [[id, earlier]];
  });
  return new Map(changed);
}

/** How often a statement's sentence was corrected. */
function timesOf({ corrections }: Story, id: string): number {
  return corrections.filter(({ statement, field }) => statement === id && field === 'what').length;
}
