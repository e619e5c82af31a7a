/** Which story a question is put to where none is named, and what that story answers. */
import { type Answers, partAsked, type StoryAnswer } from '../../ask/index.ts';
import type { Story, StoryLibrary } from '../../story/index.ts';
import { lightFor, type Said } from './put-again.ts';

/** A story's answer. */
export interface Told {
  readonly story: Story;
  readonly answer: StoryAnswer;
  /** The story was found, not named or looked at before. */
  readonly found: boolean;
  /** No story has any of its words. */
  readonly strange?: true;
  /** The statements in whose light the question was read. */
  readonly last: readonly string[];
}

/** What a question is put to. */
export interface Asking {
  readonly stories: StoryLibrary;
  readonly answers: Answers;
  /** The story that was named, or that is talked about. */
  readonly named?: Story | undefined;
  /** The last answer in this conversation. */
  readonly talk?: Said | undefined;
}

/** Another story is taken only where it answers, and so much more surely than the one that is talked about. */
const clearly = 0.15;
/** Stories that lie no farther apart fit about equally well. */
const about = 0.08;

/** Every story has sources and people: of so many one is chosen. */
const mostOffered = 5;

/** The answers, best first: one, or those of stories that fit about equally well; none where there is no story at all. */
export function tell(question: string, asking: Asking): Told[] {
  const { stories, answers, named, talk } = asking;
  const all = stories.stories;
  const talkedOf = talk && stories.find(talk.story);
  const story = named ?? talkedOf ?? (all.length === 1 ? all[0] : undefined);
  if (!story) return amongAll(question, asking);
  const last = talk && talkedOf === story ? lightFor(question, talk) : [];
  const told: Told = { story, answer: answers.ask(story, question, last), found: false, last };
  if (named || isAnswered(told) || isOfThis(told) || all.length === 1) return [told];
  const [other] = amongAll(question, asking);
  const isClear =
    other &&
    other.story !== story &&
    isAnswered(other) &&
    other.answer.confidence >= Math.max(0.5, told.answer.confidence + clearly);
  return [isClear ? other : told];
}

/** Whether a question is surely to the story that is talked about: it leans on what that told, or the editor lists it there as not told. */
function isOfThis({ answer }: Told): boolean {
  return answer.isFollowUp || answer.isNotTold;
}

function amongAll(question: string, { stories, answers }: Asking): Told[] {
  if (partAsked(question)) return stories.stories.slice(0, mostOffered).map((story) => told(story, question, answers));
  const [best, ...others] = answers.askAll(stories.stories, question);
  if (!best) return noneOf(question, stories, answers);
  const equal = isAnswered(best) ? others.filter((each) => isAnswered(each) && best.fit - each.fit <= about) : [];
  return [best, ...equal].map(({ story, answer }) => ({ story, answer, found: true, last: [] }));
}

/** No story has any of its words: the first tells so. */
function noneOf(question: string, { stories: [story] }: StoryLibrary, answers: Answers): Told[] {
  return story ? [{ ...told(story, question, answers), strange: true }] : [];
}

function told(story: Story, question: string, answers: Answers): Told {
  return { story, answer: answers.ask(story, question), found: true, last: [] };
}

/** Whether the story says something to it. */
export function isAnswered({ answer }: Pick<Told, 'answer'>): boolean {
  return answer.isAnswered;
}
