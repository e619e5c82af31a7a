/** An answer as it is sent: to whom, under which title, and with the command that gives it again. */
import { isRude, type NextQuestion, questionKey, type StoryAnswer } from '../../ask/index.ts';
import { composeAnswer } from '../../briefing/index.ts';
import { capitalized } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import { type MessageAnswer, toChannel, toReader } from '../invocation.ts';

export interface Answered {
  readonly story: Story;
  readonly answer: StoryAnswer;
  /** As it was asked. */
  readonly question?: string;
  /** What gives the same answer again, as long as it may be. */
  readonly command: string;
  readonly found?: boolean;
  readonly hidden: boolean;
  readonly page: number;
}

/** A page's number and more go behind it, and all of it into Discord's 100 characters. */
const longestCommand = 90;
const longestTitle = 150;

/** What is found is the channel's, unless it is wanted in private; that nothing is found concerns the reader alone. */
export function sayAnswer({ story, answer, question, command, found = false, hidden, page }: Answered): MessageAnswer {
  const [first] = answer.statements;
  // A question that is too long for a button is given by what answers it.
  const isShort = command.length <= longestCommand;
  const again = isShort ? command : `/ask ${story.id}${first ? ` about:${first.id}` : ''}`;
  const title = question !== undefined && maySay(question) ? titled(question) : undefined;
  const next = answer.next.filter((each) => !isSame(each, question));
  const message = composeAnswer(
    story,
    { ...answer, next },
    {
      command: again,
      found,
      ...(title !== undefined && { question: title }),
    },
  );
  const to = hidden || !answer.isAnswered ? toReader : toChannel;
  return { ...to({ ...message, page }, page > 1), personal: !answer.isAnswered && !isShort };
}

/** Whether it was just asked. */
function isSame(next: NextQuestion, question = ''): boolean {
  return next.kind === 'editor' && questionKey(next.asks) === questionKey(question);
}

/** Nothing that could ping, link or offend. */
function maySay(question: string): boolean {
  return (
    question.length <= longestTitle &&
    !isRude(question) &&
    !/https?:|www\.|[@<>]|[\p{L}\p{N}]\.[\p{L}]/iu.test(question)
  );
}

/** `When?` for `when`. */
function titled(question: string): string {
  const first = capitalized(question);
  return /^\p{L}+$/u.test(first) ? `${first}?` : first;
}
