/** Stories whose files do not load, or are not there, for whoever can mend that. */
import { askedEnd, type StoryLibrary } from '../story/index.ts';

/** The sentence about the file of the story that was named, where that file is why it is not there. */
export function brokenStory(name: string, stories: StoryLibrary): string | undefined {
  const file = stories.brokenFile(name);
  return file === undefined ? undefined : `The story file ‘${file}’ does not load: ‘dateline check’ tells why.`;
}

/** The sentence about a folder of which no story is in service; undefined where one is. */
export function noStoryIn({ stories, problems, folder }: StoryLibrary): string | undefined {
  if (stories.length > 0) return undefined;
  const isEmpty = problems.every(({ file }) => file.endsWith(askedEnd));
  return isEmpty ? `There is no story in ${folder}.` : `No story in ${folder} loads: ‘dateline check’ tells why.`;
}
