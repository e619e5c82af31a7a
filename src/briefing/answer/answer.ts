/** The answer to a question, or that the story does not answer it, as a message. */
import type { Point, StoryAnswer } from '../../ask/index.ts';
import {
  type Block,
  type Button,
  counted,
  heading,
  type Line,
  line,
  type Message,
  note,
  plainBlock,
  plainLine,
  strong,
} from '../../message/index.ts';
import { givenUpLast, type OpenQuestion, type Statement, type Story } from '../../story/index.ts';
import { nextButton, reportButton } from '../buttons.ts';
import { byDay, headline } from '../wording.ts';
import { listedAs, sentence, shown } from './blocks.ts';
import { partBlocks, sayPart } from './part.ts';
import { sayPoint } from './short-answer.ts';

/** How the question came. */
export interface Questioned {
  /** As it was asked, where it may be shown. */
  readonly question?: string;
  /** The command that asks it again. */
  readonly command: string;
  /** The story was found, not named. */
  readonly found?: boolean;
}

/** Statements of one answer besides the first; the section shows the others. */
const mostSides = 5;

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

/** The sentence that a story does not answer; where it may, it is not said that it does not. */
function notTold({ isUnsure }: StoryAnswer): string {
  return isUnsure ? 'I found no sure answer in this story.' : 'The story does not say.';
}

/** The same where no story was named. */
function noneTells({ isUnsure }: StoryAnswer): string {
  return isUnsure ? 'I found no sure answer in any story.' : 'No story says that.';
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

/** The short answer where no heading tells what it is about. */
function sayFirst(story: Story, point: Point): string {
  return point.kind === 'sides' ? `${point.question.asks} ${sayPoint(story, point)}` : sayPoint(story, point);
}

function answered(story: Story, { statements, contested, point, nearest, isSpeakersFirst }: StoryAnswer): Block[] {
  const short: Block[] = point
    ? [
        {
          kind: 'paragraph',
          content: point.kind === 'sides' ? line(sayPoint(story, point)) : [strong(sayPoint(story, point))],
          statements: statements.slice(0, 1).map(({ id }) => id),
        },
      ]
    : [];
  const plain = statements.filter((each) => !isSide(each, contested));
  const sides = statements.filter((each) => isSide(each, contested));
  const more = sides.length - mostSides;
  const first = sides.slice(0, mostSides);
  // Whoever was asked for comes first, with the other side; else what was said first of what still holds.
  const isOrdered = isSpeakersFirst || point?.kind === 'actors' || !contested;
  const inOrder = isOrdered ? first : givenUpLast(byDay(first), contested);
  return [
    ...(point?.kind === 'sides' ? [] : short),
    ...plain.flatMap((statement) => shown(story, statement, isSaid(statement, point))),
    ...(contested && sides.length > 0 ? sidesOf(story, contested, inOrder, point?.kind === 'sides' ? short : []) : []),
    ...(more > 0 ? [note(`${counted(more, 'more position')} under Who says what.`)] : []),
    ...(nearest.length > 0
      ? [heading('Also in the story'), ...nearest.map((each) => listedAs(sentence(story, each)))]
      : []),
  ];
}

/** Whether the short answer is the statement's day, which is not said twice. */
function isSaid(statement: Statement, point: Point | undefined): boolean {
  return (
    point?.kind === 'day' &&
    statement.kind === 'event' &&
    statement.when === point.when &&
    statement.status === 'happened'
  );
}

function isSide(statement: Statement, contested: OpenQuestion | undefined): boolean {
  return statement.kind === 'position' && statement.on === contested?.id;
}

/** @param verdict where each side stands: on the question of the story, which need not be the reader's */
function sidesOf(
  story: Story,
  { asks }: OpenQuestion,
  sides: readonly Statement[],
  verdict: readonly Block[],
): Block[] {
  return [{ kind: 'question', asks: line(asks) }, ...verdict, ...sides.flatMap((each) => shown(story, each))];
}

/** Never a guess: what is nearest is named as such. */
function notAnswered(story: Story, answer: StoryAnswer, found: boolean): Block[] {
  const [first, second] = answer.nearest;
  // A side of a contested matter has the other one behind it.
  const together = first?.kind === 'position' && second?.kind === 'position' && second.on === first.on ? [second] : [];
  const nearest = found ? `The nearest thing, in the story ${story.name}` : 'The nearest thing that it does say';
  return [
    { kind: 'paragraph', content: [strong(found ? noneTells(answer) : notTold(answer))] },
    ...(first ? [heading(nearest), ...[first, ...together].flatMap((each) => shown(story, each))] : []),
  ];
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

/** The answer as one text: the short answer, then each statement with its mark and, where it is not said yet, its day. */
export function plainAnswer(story: Story, answer: StoryAnswer): string {
  if (answer.part)
    return partBlocks(story, answer.part, answer)
      .map((block) => plainBlock(block))
      .join('\n');
  if (!answer.isAnswered) return notTold(answer);
  const lines: Line[] = [
    ...(answer.point ? [line(sayFirst(story, answer.point))] : []),
    ...answer.statements.map((each) => linesOf(sentence(story, each), isSaid(each, answer.point))),
  ];
  return lines.map((each) => plainLine(each)).join('\n');
}

function linesOf(block: Block, withoutDay: boolean): Line {
  if (block.kind === 'entry') return withoutDay ? block.content : [...block.label, ...line(': '), ...block.content];
  return block.kind === 'paragraph' || block.kind === 'position' ? block.content : [];
}
