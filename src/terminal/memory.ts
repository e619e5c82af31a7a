/** What is remembered behind the terminal: of one command, while it runs. A database for that alone took longer than most answers. */
import type { Memory } from '../commands/index.ts';
import { type Entries, type Entry, type EntryKey, type EntryNumber, entryKeys } from '../digest/index.ts';
import type { StoryLibrary } from '../story/index.ts';

/** Nothing was asked, looked at, reported or subscribed to before, and nothing is kept. @param now when all stories were seen first: milliseconds since 1970 */
export function memoryOfOne({ stories }: StoryLibrary, now: number): Memory {
  return {
    conversations: { recall: async () => undefined, remember: async () => undefined, forget: async () => false },
    inbox: {
      ask: async () => undefined,
      report: async () => undefined,
      open: async () => [],
      close: async () => undefined,
      onChange: () => () => undefined,
    },
    readers: { look: async () => undefined, looks: async () => [], forget: async () => 0 },
    subscriptions: {
      add: refuse,
      of: async () => [],
      find: async () => undefined,
      pause: refuse,
      resume: refuse,
      remove: refuse,
      drop: async () => undefined,
      removed: async () => undefined,
      restore: async () => undefined,
      lastZone: async () => undefined,
    },
    entries: entriesOf(stories, now),
    ledger: { byKey: async () => undefined },
  };
}

async function refuse(): Promise<never> {
  throw new Error('The terminal has no digests.');
}

/** All that the stories hold, entered at once; counted only where a digest is told. */
function entriesOf(stories: StoryLibrary['stories'], at: number): Entries {
  let known: ReadonlyMap<string, readonly Entry[]> | undefined;
  const of = (story: string) => {
    known ??= entriesByStory(stories, at);
    return known.get(story) ?? [];
  };
  return {
    enter: async () => [],
    since: async (story, number) => of(story).filter((entry) => entry.number > number),
    last: async (story) => of(story).at(-1)?.number ?? 0,
  };
}

function entriesByStory(stories: StoryLibrary['stories'], at: number): ReadonlyMap<string, readonly Entry[]> {
  let last: EntryNumber = 0;
  const numbered = (key: EntryKey): Entry => {
    last += 1;
    return { number: last, key, at };
  };
  return new Map(stories.map((story) => [story.id, [...new Set(entryKeys(story))].map(numbered)]));
}
