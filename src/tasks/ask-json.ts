/** `dateline ask --json` and `ask --batch`: answers for programs. */
import { StoryLibrary } from '../story/index.ts';
import { answerLine, answerLines } from '../terminal/ask-json.ts';
import { UsageProblem } from '../terminal/index.ts';
import { folderOf, type Typed } from './typed.ts';

export async function askJson(typed: Typed): Promise<number> {
  const { words, values } = typed;
  const folder = folderOf(typed);
  if (values.batch === true && words.length > 0)
    throw new UsageProblem(`‘ask --batch’ reads its questions, and got ‘${words.join(' ')}’.`);
  const stories = await StoryLibrary.open(folder);
  return values.batch === true ? answerLines(process.stdin, stories) : answerLine(words, stories);
}
