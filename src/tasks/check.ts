/** `dateline check`. */
import { existsSync } from 'node:fs';
import { OperatorProblem } from '../operator/index.ts';
import { StoryLibrary } from '../story/index.ts';
import { checkStories } from '../terminal/check-stories.ts';
import { print } from '../terminal/index.ts';
import { folderOf, refuseWords, type Typed } from './typed.ts';

export async function check(typed: Typed): Promise<number> {
  refuseWords(typed);
  const folder = folderOf(typed);
  const { sources } = typed.values;
  if (sources !== undefined && !existsSync(sources))
    throw new OperatorProblem(`The sources’ folder ‘${sources}’ does not exist.`);
  const { lines, right } = checkStories(await StoryLibrary.open(folder), Date.now(), sources);
  print(lines.join('\n'));
  return right ? 0 : 1;
}
