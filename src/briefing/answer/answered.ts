/** What a story answers: its statements under the short answer, with all sides of what is contested. */
import type { Point, StoryAnswer } from '../../ask/index.ts';
import { type Block, counted, heading, line, note, strong } from '../../message/index.ts';
import { givenUpLast, type OpenQuestion, type Statement, type Story } from '../../story/index.ts';
import { byDay } from '../wording.ts';
import { listedAs, sentence, shown } from './blocks.ts';
import { sayPoint } from './short-answer.ts';

/** Statements of one answer besides the first; the section shows the others. */
const mostSides = 5;

/** The short answer, then the statements, those on a contested matter with the other sides, and what is near. */
export function answered(
  story: Story,
  { statements, contested, point, nearest, isSpeakersFirst }: StoryAnswer,
): Block[] {
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
export function isSaid(statement: Statement, point: Point | undefined): boolean {
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
