/** `dateline backup` and `restore`. */
import { loadConfig } from '../config/index.ts';
import { counted } from '../message/index.ts';
import { backUpStorage, restoreStorage } from '../storage/index.ts';
import { print, UsageProblem } from '../terminal/index.ts';
import type { Typed } from './typed.ts';

export function backup(typed: Typed): number {
  const file = fileOf(typed);
  const bytes = backUpStorage(loadConfig(), file);
  return print(`All that is kept is copied to ‘${file}’: ${Math.ceil(bytes / 1000)} kB.`);
}

export function restore(typed: Typed): number {
  const file = fileOf(typed);
  const config = loadConfig();
  const before = restoreStorage(config, file, new Date());
  const beside = before === undefined ? '' : ` What was there is kept as ‘${before}’.`;
  return print(`‘${file}’ is brought back.${beside}\n${sayRepeated(config.digests.catchUpMs)}`);
}

function fileOf({ name, words: [file, ...more] }: Typed): string {
  if (!file || more.length > 0) throw new UsageProblem(`‘${name}’ takes one file.`);
  return file;
}

/** What the bot will post again, of which a copy does not know that it was posted. */
function sayRepeated(catchUpMs: number): string {
  const news = 'those that tell when something happens';
  if (catchUpMs === 0) return `Of the digests that came since it was made, ${news} may come again.`;
  const timed = `those of the last ${counted(catchUpMs / 3_600_000, 'hour')}, unless the bot is first started with DIGEST_CATCH_UP_HOURS=0`;
  return `Of the digests that came since it was made, some may come again: ${timed}, and ${news}.`;
}
