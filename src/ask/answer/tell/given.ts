/** What an editor gave as the answer to a question: told where it is listed in these words, or where all else speaks for it, too. */
import { mostAlike, nearlyTheseWords } from '../rank/editors-questions.ts';
import { isDoneToAnother } from '../rank/off-target.ts';
import type { Reading } from '../rank/reading.ts';
import type { Signed } from '../rank/signs.ts';
import type { StoryIndex } from '../story/story-index.ts';

/**
 * What an editor gave for this or nearly the same question, unless that is done to another one: ids of statements.
 * @param sure what surely answers, whatever an editor gave; undefined where nothing does
 */
export function givenFor(index: StoryIndex, reading: Reading, sure: Signed | undefined): readonly string[] | undefined {
  const { given } = reading;
  if (!given || !(isGivenByWord(reading) || given.some((id) => id === sure?.statement.id))) return undefined;
  const isOfAnother = (id: string) => {
    const statement = index.byId.get(id);
    return statement !== undefined && isDoneToAnother(index, statement, reading);
  };
  return given.every(isOfAnother) ? undefined : given;
}

/** “Is the riot over?” has all that tells anything of “was there ever a riot?”, and asks for something else. */
function isGivenByWord({ alike, isGivenBehind }: Reading): boolean {
  return isGivenBehind || (mostAlike(alike)?.overlap ?? 0) >= nearlyTheseWords;
}
