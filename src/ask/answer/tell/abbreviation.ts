/** “What does MEK stand for?”: the first statement that gives the name in full with its letters in brackets. */
import type { Statement } from '../../../story/index.ts';
import type { StoryIndex } from '../story/story-index.ts';

const standForm =
  /^\W*(?:so |and )?what (?:does|do|did) (\p{L}[\p{L}\p{N}&-]*) (?:stand for|mean|standing for)[\s?.!]*$/iu;

/** Undefined where that is not asked, or no statement does. */
export function abbreviatedBy({ statements }: StoryIndex, question: string): Statement | undefined {
  const letters = standForm.exec(question)?.[1]?.toLowerCase();
  if (!letters) return undefined;
  return statements.find(({ what }) => what.toLowerCase().includes(`(${letters})`));
}
