/** Sentences, dates and places that changed while they were in service, with no correction that says so. */
import { basename } from 'node:path';
import { fold } from '../names.ts';
import { type Correction, type Statement, type Story, statementsOf } from '../story.ts';
import { whenTyped } from '../when.ts';
import type { StoryLibrary } from './library.ts';

/** A statement that says something else than it did. */
export interface SilentChange {
  readonly file: string;
  readonly statement: string;
  readonly field: Field;
  /** What it said before. */
  readonly was: string;
}

type Field = Correction['field'];

/** What is compared of a statement that was in service. */
interface Said {
  readonly statement: string;
  readonly field: Field;
  readonly was: string;
}

interface Earlier extends Said {
  /** How often that had been corrected. */
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
  /** By file, and by statement and field: until a correction says it, or the old words are back. */
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

  /** Those that stand, by file. @param wanted of one alone */
  of(wanted?: string): readonly SilentChange[] {
    return [...this.#open]
      .filter(([each]) => wanted === undefined || each === wanted)
      .flatMap(([file, changes]) =>
        [...changes.values()].map(({ statement, field, was }) => ({ file, statement, field, was })),
      );
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

const nouns: { readonly [F in Field]: string } = { what: 'sentence', when: 'date', where: 'place' };

/** `old-bridge.yaml: the sentence of ‘closing’ changed without a correction; it was: The town closed it at noon.` */
export function sayChange({ file, statement, field, was }: SilentChange): string {
  return `${file}: the ${nouns[field]} of ‘${statement}’ changed without a correction; it was: ${was}`;
}

function fileOf({ id }: Story): string {
  return `${id}.yaml`;
}

/** What changed without a correction. @param open what had changed before */
function changesOf(before: Story, now: Story, open: ReadonlyMap<string, Earlier> = new Map()): Map<string, Earlier> {
  const then = saidIn(before);
  const changed = [...saidIn(now)].flatMap(([key, said]): [string, Earlier][] => {
    const last = then.get(key);
    const earlier = open.get(key) ?? (last && { ...last, corrections: timesOf(before, last) });
    if (!earlier || isSame(earlier, said)) return [];
    return timesOf(now, said) > earlier.corrections ? [] : [[key, earlier]];
  });
  return new Map(changed);
}

/** What each statement says in each field that can be corrected; nothing where it says nothing there. */
function saidIn(story: Story): Map<string, Said> {
  const said = statementsOf(story).flatMap((each) => {
    const fields = { what: each.what, when: each.when && whenTyped(each.when), where: whereOf(each) };
    return (Object.keys(nouns) as Field[]).flatMap((field): [string, Said][] => {
      const was = fields[field];
      return was === undefined ? [] : [[`${each.id} ${field}`, { statement: each.id, field, was }]];
    });
  });
  return new Map(said);
}

function whereOf(statement: Statement): string | undefined {
  return statement.kind === 'event' ? statement.where : undefined;
}

/** Every sign of a date counts. */
function isSame({ was }: Said, { field, was: is }: Said): boolean {
  return field === 'when' ? was === is : fold(was) === fold(is);
}

/** How often that was corrected. */
function timesOf({ corrections }: Story, { statement, field }: Said): number {
  return corrections.filter((each) => each.statement === statement && each.field === field).length;
}
