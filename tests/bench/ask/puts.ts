/** Questions as they are put to stories: those that are marked, and those that editors listed. */
import { StoryIndex } from '../../../src/ask/answer/story/story-index.ts';
import type { Story } from '../../../src/story/index.ts';
import type { Marked } from '../../ask/judge.ts';

/** A question as it is put to a story. */
export interface Put {
  readonly story: string;
  readonly question: string;
  readonly gold: readonly string[];
  /** What was shown before. */
  readonly before: readonly string[];
  /** What is put in one conversation. */
  readonly talk: string;
  /** It leans on what was shown. */
  readonly leans: boolean;
  readonly isMistyped: boolean;
}

/**
 * A follow-up is put behind the right answer to the question before it; of the others every second, too, which has nothing to
 * do with it.
 */
export function putAs(questions: readonly Marked[]): Put[] {
  const last = new Map<string, readonly string[]>();
  return questions.map(({ story, id, question, gold, conversation, tags = [] }, at) => {
    const key = `${story} ${conversation ?? ''}`;
    const before = conversation || at % 2 === 0 ? (last.get(key) ?? []) : [];
    if (gold.length > 0) last.set(key, gold);
    const [leans, isMistyped] = [tags.includes('follow-up'), tags.includes('mistyped')];
    return { story, question, gold, before, talk: conversation ?? id, leans, isMistyped };
  });
}

/** What a story's editor listed. */
export function listsOf(story: Story): Put[] {
  const index = new StoryIndex({ ...story, alsoAsked: [], notTold: [], thenAsked: [] });
  const untold = story.notTold.map((asks) => ({ asks, answers: [] }));
  const alone = [...story.alsoAsked, ...untold].map((each) => ({ ...each, behind: undefined }));
  return [...alone, ...story.thenAsked].map(({ asks, answers, behind }, n) => ({
    story: story.id,
    question: asks,
    gold: answers.flatMap((id) => index.withPositions(id)),
    before: behind === undefined ? [] : index.withPositions(behind),
    talk: `listed ${n}`,
    leans: behind !== undefined,
    isMistyped: false,
  }));
}
