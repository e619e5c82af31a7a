/** `dateline inbox`. */
import { Answers } from '../ask/index.ts';
import { answeredBy, waiting } from '../bot/inbox-keeper.ts';
import type { InboxItem } from '../commands/index.ts';
import { loadConfig } from '../config/index.ts';
import { OperatorProblem } from '../operator/index.ts';
import { readStorage } from '../storage/index.ts';
import { StoryLibrary } from '../story/index.ts';
import { draftWordings } from '../terminal/draft-wordings.ts';
import { formatOf, print } from '../terminal/index.ts';
import { listInbox } from '../terminal/list-inbox.ts';
import { folderOf, type Typed } from './typed.ts';

export async function inbox(typed: Typed): Promise<number> {
  const folder = folderOf(typed);
  const name = typed.words.join(' ');
  const format = formatOf(typed.values.format, ['text', 'json', 'yaml']);
  const stories = await StoryLibrary.open(folder);
  // Of a story that is gone, questions may wait all the same.
  const story = name === '' ? undefined : (stories.find(name)?.id ?? name);
  const answers = new Answers();
  const items = waiting(await readInbox(story), stories, answeredBy(answers));
  if (items.length === 0 && story !== undefined && !stories.find(story) && !stories.brokenFile(story))
    throw new OperatorProblem(`There is no story ‘${story}’, and nothing waits for one.`);
  if (format === 'json') return print(JSON.stringify(items, null, 2));
  const lines = format === 'yaml' ? draftWordings(items, stories, answers) : listInbox(items, stories);
  return print(lines.join('\n'));
}

/** Lets go of the database whatever happens: a connection that stays open would keep the program from ending. */
async function readInbox(story: string | undefined): Promise<readonly InboxItem[]> {
  const storage = await readStorage(loadConfig());
  try {
    return await storage.inbox.open(story);
  } finally {
    await storage.close();
  }
}
