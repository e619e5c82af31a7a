/** The terminal's own commands, of which readers know nothing: each prints, and returns the exit code. */

import { existsSync } from 'node:fs';
import { Answers } from './ask/index.ts';
import { answeredBy, waiting } from './bot/inbox-keeper.ts';
import { commands, type InboxItem } from './commands/index.ts';
import { loadConfig } from './config/index.ts';
import { counted } from './message/index.ts';
import { OperatorProblem } from './operator/index.ts';
import { manifest } from './platforms/slack/index.ts';
import { backUpStorage, readStorage, restoreStorage } from './storage/index.ts';
import { askedJsonSchema, StoryLibrary, storyJsonSchema } from './story/index.ts';
import {
  answerLine,
  answerLines,
  checkStories,
  draftWordings,
  formatOf,
  listInbox,
  type OptionsTyped,
  print,
  UsageProblem,
} from './terminal/index.ts';

type Task = () => number | Promise<number>;

/** A command as it was typed. */
interface Typed {
  readonly name: string;
  readonly words: readonly string[];
  readonly values: OptionsTyped;
  /** That of the stories. */
  readonly folder: () => string;
}

/** What each of these commands does with what was typed. `ask` is one of them where it answers as JSON. */
export function ownTasks({ name, words, values, folder }: Typed): Readonly<Record<string, Task>> {
  const alone = (task: Task) => () => {
    if (words.length > 0) throw new UsageProblem(`‘${name}’ takes no more words, and got ‘${words.join(' ')}’.`);
    return task();
  };
  const asJson = values.json === true || values.batch === true;
  return {
    inbox: () => printInbox(folder(), words.join(' '), formatOf(values.format, ['text', 'json', 'yaml'])),
    check: alone(() => check(folder(), values.sources)),
    backup: () => backUp(fileOf(name, words)),
    restore: () => restore(fileOf(name, words)),
    schema: () => print(JSON.stringify(schemaOf(words.join(' ')), null, 2)),
    health: alone(askHealth),
    ...(asJson && { ask: () => answerAsJson(words, folder(), values.batch === true) }),
    manifest: alone(() => printManifest(values.http, values['no-short-names'] !== true)),
  };
}

async function answerAsJson(words: readonly string[], folder: string, batch: boolean): Promise<number> {
  if (batch && words.length > 0)
    throw new UsageProblem(`‘ask --batch’ reads its questions, and got ‘${words.join(' ')}’.`);
  const stories = await StoryLibrary.open(folder);
  return batch ? answerLines(process.stdin, stories) : answerLine(words, stories);
}

async function check(folder: string, sources: string | undefined): Promise<number> {
  if (sources !== undefined && !existsSync(sources))
    throw new OperatorProblem(`The sources’ folder ‘${sources}’ does not exist.`);
  const { lines, right } = checkStories(await StoryLibrary.open(folder), Date.now(), sources);
  print(lines.join('\n'));
  return right ? 0 : 1;
}

async function printInbox(folder: string, name: string, format: 'text' | 'json' | 'yaml'): Promise<number> {
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

/** @param of nothing for story files, `asked` for those of what readers ask */
function schemaOf(of: string): object {
  if (of !== '' && of !== 'asked') throw new UsageProblem(`‘schema’ takes no more words, or ‘asked’, and got ‘${of}’.`);
  return of === 'asked' ? askedJsonSchema() : storyJsonSchema();
}

function fileOf(name: string, [file, ...more]: readonly string[]): string {
  if (!file || more.length > 0) throw new UsageProblem(`‘${name}’ takes one file.`);
  return file;
}

function backUp(file: string): number {
  const bytes = backUpStorage(loadConfig(), file);
  return print(`All that is kept is copied to ‘${file}’: ${Math.ceil(bytes / 1000)} kB.`);
}

function restore(file: string): number {
  const config = loadConfig();
  const before = restoreStorage(config, file, new Date());
  const beside = before === undefined ? '' : ` What was there is kept as ‘${before}’.`;
  return print(`‘${file}’ is brought back.${beside}\n${sayRepeated(config.digests.catchUpMs)}`);
}

/** What the bot will post again, of which a copy does not know that it was posted. */
function sayRepeated(catchUpMs: number): string {
  const news = 'those that tell when something happens';
  if (catchUpMs === 0) return `Of the digests that came since it was made, ${news} may come again.`;
  const timed = `those of the last ${counted(catchUpMs / 3_600_000, 'hour')}, unless the bot is first started with DIGEST_CATCH_UP_HOURS=0`;
  return `Of the digests that came since it was made, some may come again: ${timed}, and ${news}.`;
}

async function askHealth(): Promise<number> {
  // Only here: the page takes a tenth of a second to load.
  const { pageAddress } = await import('./platforms/web/index.ts');
  const address = `${pageAddress(loadConfig())}healthz`;
  const alive = await fetch(address, { signal: AbortSignal.timeout(4000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  print(alive ? 'It lives.' : `No bot answers at ${address}.`);
  return alive ? 0 : 1;
}

function printManifest(url: string | undefined, shortNames: boolean): number {
  if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://')))
    throw new UsageProblem(`‘${url}’ is no address that Slack can reach: it begins with https://.`);
  process.stdout.write(manifest(commands, { shortNames, ...(url !== undefined && { url }) }));
  return 0;
}
