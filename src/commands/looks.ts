/** What a reader has looked at: in its light `/catchup` tells what is new. */
import type { Story } from '../story/index.ts';
import type { Context } from './command.ts';
import type { Invocation } from './invocation.ts';

/** A reader as what is remembered of them is named. */
export function readerOf({ where: { platform }, reader }: Pick<Invocation, 'where' | 'reader'>): string {
  return `${platform} ${reader}`;
}

/** Notes that a reader was shown a story as it stands now. */
export async function noteLook({ call, memory, stories }: Context, story: Story): Promise<void> {
  if (call.again === true) return;
  const entry = await memory.entries.last(story.id);
  // It was saved anew meanwhile: the last entry may be one that the reader was not shown.
  if (stories.find(story.id) !== story) return;
  await memory.readers.look(readerOf(call), { story: story.id, entry, at: call.at });
}
