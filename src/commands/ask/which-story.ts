/** Which story a question is put to where none is named, and what that story answers. */
import { type Answers, requestedPart, type StoryAnswer } from '../../ask/index.ts';
import type { Story, StoryLibrary } from '../../story/index.ts';
import type { PreviousTalk } from '../conversation.ts';
import { readBehind } from './read-behind.ts';

/** A question's answer, and the story that it was put to. */
export interface RoutedAnswer {
  readonly story: Story;
  readonly answer: StoryAnswer;
  /** The story was found, not named or looked at before. */
  readonly found: boolean;
  /** No story has any of its words. */
  readonly strange?: true;
  /** The ids of the statements behind which the question was read. */
  readonly behind: readonly string[];
}

/** What tells which story a question is put to. */
export interface Route {
  readonly stories: StoryLibrary;
  readonly answers: Answers;
  /** The story that was named, or that is talked about. */
  readonly named?: Story | undefined;
  /** The last answer in this conversation. */
  readonly talk?: PreviousTalk | undefined;
}

/** Another story is taken only where it answers, and so much more surely than the one that is talked about. */
const clearly = 0.15;
/** Stories that lie no farther apart fit about equally well. */
const about = 0.08;

/** Every story has sources and people: of so many one is chosen. */
const mostOffered = 5;

/** The answers, best first: one, or those of stories that fit about equally well; none where there is no story at all. */
export function routeQuestion(question: string, route: Route): RoutedAnswer[] {
  const { stories, answers, named, talk } = route;
  const all = stories.stories;
  const talkedOf = talk && stories.find(talk.story);
  const story = named ?? talkedOf ?? (all.length === 1 ? all[0] : undefined);
  if (!story) return askAll(question, route);
  const behind = talk && talkedOf === story ? readBehind(question, talk) : [];
  const own: RoutedAnswer = { story, answer: answers.ask(story, question, behind), found: false, behind };
  if (named || isAnswered(own) || isOfThis(own) || all.length === 1) return [own];
  const [other] = askAll(question, route);
  const isClear =
    other &&
    other.story !== story &&
    isAnswered(other) &&
    other.answer.confidence >= Math.max(0.5, own.answer.confidence + clearly);
  return [isClear ? other : own];
}

/** Whether a question is surely to the story that is talked about: it leans on what that told, or the editor lists it there as not told. */
function isOfThis({ answer }: RoutedAnswer): boolean {
  return answer.isFollowUp || answer.isNotTold;
}

function askAll(question: string, { stories, answers }: Route): RoutedAnswer[] {
  if (requestedPart(question))
    return stories.stories.slice(0, mostOffered).map((story) => askOne(story, question, answers));
  const [best, ...others] = answers.askAll(stories.stories, question);
  if (!best) return noneOf(question, stories, answers);
  const equal = isAnswered(best) ? others.filter((each) => isAnswered(each) && best.fit - each.fit <= about) : [];
  return [best, ...equal].map(({ story, answer }) => ({ story, answer, found: true, behind: [] }));
}

/** No story has any of its words: the first tells so. */
function noneOf(question: string, { stories: [story] }: StoryLibrary, answers: Answers): RoutedAnswer[] {
  return story ? [{ ...askOne(story, question, answers), strange: true }] : [];
}

function askOne(story: Story, question: string, answers: Answers): RoutedAnswer {
  return { story, answer: answers.ask(story, question), found: true, behind: [] };
}

/** Whether the story says something to it. */
export function isAnswered({ answer }: Pick<RoutedAnswer, 'answer'>): boolean {
  return answer.isAnswered;
}
