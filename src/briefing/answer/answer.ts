/** The answer to a question, or that the story does not answer it, as a message. */
import type { StoryAnswer } from '../../ask/index.ts';
import { type Block, type Button, type Message, note } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import { nextButton, reportButton } from '../buttons.ts';
import { headline } from '../wording.ts';
import { answered } from './answered.ts';
import { partBlocks, sayPart } from './part.ts';
import { noneTells, notAnswered, notTold } from './refused.ts';
import { sayFirst } from './short-answer.ts';

/** How the question came. */
export interface Questioned {
  /** As it was asked, where it may be shown. */
  readonly question?: string;
  /** The command that asks it again. */
  readonly command: string;
  /** The story was found, not named. */
  readonly found?: boolean;
}

/** Composes what is said to a question. */
export function composeAnswer(
  story: Story,
  answer: StoryAnswer,
  { question, command, found = false }: Questioned,
): Message {
  const { isAnswered, part } = answer;
  const body = part
    ? partBlocks(story, part, answer)
    : isAnswered
      ? answered(story, answer)
      : notAnswered(story, answer, found);
  const assumed = answer.about ? [note(`About: ${headline(answer.about)}`)] : [];
  return {
    kind: 'answer',
    title: question ?? story.name,
    summary: !isAnswered && found ? noneTells(answer) : summarize(story, answer),
    command,
    page: 1,
    blocks: [...origin(story, isAnswered, found, question), ...assumed, ...body],
    buttons: buttonsFor(story, answer),
  };
}

/** Which story it is, where neither the title nor the answer tells. */
function origin({ name }: Story, isAnswered: boolean, found: boolean, question: string | undefined): Block[] {
  if (found) return isAnswered ? [note(`From the story ${name}`)] : [];
  return question === undefined ? [] : [note(name)];
}

function summarize(story: Story, answer: StoryAnswer): string {
  const { statements, point, part } = answer;
  const [first] = statements;
  if (part) return `${story.name}: ${sayPart(part)}`;
  if (!first) return `${story.name}: ${notTold(answer)}`;
  return [point ? `${sayFirst(story, point)}.` : '', first.what].join(' ').trim();
}

function buttonsFor(story: Story, { next, statements }: StoryAnswer): Button[] {
  // Of a refusal the story as a whole: what the reader misses is not the statement that is nearest.
  const [about] = statements;
  return [
    ...next.map((each) => nextButton(story, each)),
    { label: 'Full briefing', command: `/briefing ${story.id}` },
    reportButton(story, about),
  ];
}
