/** That a story does not answer a question, or no story does, and the nearest thing that it does say. */
import type { StoryAnswer } from '../../ask/index.ts';
import { type Block, heading, strong } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import { shown } from './blocks.ts';

/** The sentence that a story does not answer; where it may, it is not said that it does not. */
export function notTold({ isUnsure }: StoryAnswer): string {
  return isUnsure ? 'I found no sure answer in this story.' : 'The story does not say.';
}

/** The same where no story was named. */
export function noneTells({ isUnsure }: StoryAnswer): string {
  return isUnsure ? 'I found no sure answer in any story.' : 'No story says that.';
}

/** Never a guess: what is nearest is named as such. */
export function notAnswered(story: Story, answer: StoryAnswer, found: boolean): Block[] {
  const [first, second] = answer.nearest;
  // A side of a contested matter has the other one behind it.
  const together = first?.kind === 'position' && second?.kind === 'position' && second.on === first.on ? [second] : [];
  const nearest = found ? `The nearest thing, in the story ${story.name}` : 'The nearest thing that it does say';
  return [
    { kind: 'paragraph', content: [strong(found ? noneTells(answer) : notTold(answer))] },
    ...(first ? [heading(nearest), ...[first, ...together].flatMap((each) => shown(story, each))] : []),
  ];
}
