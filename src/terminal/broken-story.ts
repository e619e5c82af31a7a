/** A story whose file does not load, for whoever can mend it. */
import type { StoryLibrary } from '../story/index.ts';

/** The sentence about the file of the story that was named, where that file is why it is not there. */
export function brokenStory(name: string, stories: StoryLibrary): string | undefined {
  const file = stories.brokenFile(name);
  return file === undefined ? undefined : `The story file ‘${file}’ does not load: ‘dateline check’ tells why.`;
}
