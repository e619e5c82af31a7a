/** Memory whose faults cost no answer: what cannot be kept or recalled is logged, and left out. */
import type { Memory } from '../commands/index.ts';

/** The same fault is logged once in so long. */
const quietMs = 60_000;

/** Where faults are told. */
interface Log {
  error(details: object, message: string): void;
}

/**
 * The memory as readers and the page need it. What somebody is told was done fails as before: a report, an item that is closed, looks that
 * are forgotten. So does all about digests, also where it is only read: an empty list of them would be untrue. And so does the entering of
 * what a story tells, which no answer waits for.
 * @param now milliseconds from any moment, never going back
 */
export function forgiving(
  { conversations, inbox, readers, subscriptions, entries, ledger }: Memory,
  log: Log,
  now: () => number = () => performance.now(),
): Memory {
  const logged = new Map<string, number>();
  const orElse = async <T>(otherwise: T, what: string, act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      const last = logged.get(what);
      if (last === undefined || now() - last >= quietMs) {
        logged.set(what, now());
        log.error({ error: error instanceof Error ? error.stack : String(error) }, what);
      }
      return otherwise;
    }
  };
  return {
    conversations: {
      recall: (conversation, at) =>
        orElse(undefined, 'a conversation was not recalled', () => conversations.recall(conversation, at)),
      remember: (conversation, talk) =>
        orElse(undefined, 'a conversation was not kept', () => conversations.remember(conversation, talk)),
      forget: (conversation) => conversations.forget(conversation),
    },
    inbox: {
      ask: (question) => orElse(undefined, 'a question was not kept', () => inbox.ask(question)),
      open: (story) => orElse([], 'the inbox was not read', () => inbox.open(story)),
      report: (mistake) => inbox.report(mistake),
      close: (ids, day) => inbox.close(ids, day),
      onChange: (listener) => inbox.onChange(listener),
    },
    readers: {
      look: (reader, look) => orElse(undefined, 'a look was not kept', () => readers.look(reader, look)),
      looks: (reader) => orElse([], 'looks were not read', () => readers.looks(reader)),
      forget: (reader) => readers.forget(reader),
    },
    entries: {
      enter: (story, keys, at) => entries.enter(story, keys, at),
      since: (story, number) => orElse([], 'entries were not read', () => entries.since(story, number)),
      last: (story) => orElse(0, 'entries were not read', () => entries.last(story)),
    },
    subscriptions,
    ledger,
  };
}
