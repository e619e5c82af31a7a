/** Questions leave the inbox by themselves once their story answers them. */
import { basename } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import type { Answers } from '../ask/index.ts';
import type { Inbox, InboxItem } from '../commands/index.ts';
import { type Story, type StoryLibrary, utcDay } from '../story/index.ts';

/** Whether a story, as it is now, answers a question in the light of the statement that it leans on, or lists it as not told. */
export type IsAnswered = (story: Story, item: Pick<InboxItem, 'words' | 'statement'>) => boolean;

/** As readers are answered. */
export function answeredBy(answers: Pick<Answers, 'ask'>): IsAnswered {
  return (story, { words, statement }) => {
    const { isAnswered, isNotTold } = answers.ask(story, words, statement === undefined ? [] : [statement]);
    return isAnswered || isNotTold;
  };
}

/** What keeping the inbox takes. */
export interface Keeping {
  readonly stories: StoryLibrary;
  readonly inbox: Pick<Inbox, 'open' | 'close'>;
  readonly isAnswered: IsAnswered;
  readonly log: { [K in 'info' | 'error']: (details: object, message: string) => void };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Closes the questions that are answered now, at once in all stories, and in a story each time it is loaded.
 * @returns ends it, once what is under way is done
 */
export function closeAnswered({ stories, inbox, isAnswered, log, now }: Keeping): () => Promise<void> {
  const close = async (story?: string) => {
    const answered: number[] = [];
    for (const item of await inbox.open(story)) {
      if (isSettled(item, stories, isAnswered)) answered.push(item.id);
      await others(); // there may be a thousand, and readers are answered meanwhile
    }
    if (answered.length === 0) return;
    await inbox.close(answered, utcDay(now()));
    log.info({ questions: answered.length }, 'questions of the inbox are answered now');
  };
  let underWay = Promise.resolve();
  const closeNext = (story?: string) => {
    underWay = underWay
      .then(() => close(story))
      .catch((error: Error) => log.error({ error: error.stack }, 'the inbox was not looked through'));
  };
  closeNext();
  const stop = stories.onChange(({ file, kind }) => {
    if (kind === 'loaded') closeNext(basename(file, '.yaml'));
  });
  return () => {
    stop();
    return underWay;
  };
}

/** The items that still wait, in their order: without the questions that are answered now. */
export function waiting(items: readonly InboxItem[], stories: StoryLibrary, isAnswered: IsAnswered): InboxItem[] {
  return items.filter((item) => !isSettled(item, stories, isAnswered));
}

function isSettled(item: InboxItem, stories: StoryLibrary, isAnswered: IsAnswered): boolean {
  const story = stories.find(item.story);
  return item.kind === 'question' && story !== undefined && isAnswered(story, item);
}
