/** Who says what: open questions with each side, reactions to events, and what actors said besides. */
import { type Block, heading, line } from '../../message/index.ts';
import { type Fact, isSaying, type Position, type Story } from '../../story/index.ts';
import { yearOf } from '../standing.ts';
import { byDay, correctionsOf, sayPosition, sayShort } from '../wording.ts';

/** The section’s blocks. */
export function whoSaysWhat(story: Story): Block[] {
  const reactions = story.events.flatMap((event): Block[] => {
    if (event.positions.length === 0) return [];
    const title: Block = { kind: 'question', asks: sayShort(story, event) };
    return [title, ...byDay(event.positions).flatMap((position) => positionBlocks(story, position))];
  });
  const sayings = story.facts.filter(isSaying).flatMap((fact) => positionBlocks(story, fact));
  return [
    ...openMatters(story),
    ...(reactions.length > 0 ? [heading('Reactions'), ...reactions] : []),
    ...(sayings.length > 0 ? [heading('Also said'), ...sayings] : []),
  ];
}

/** The open questions, each with what all sides say. */
export function openMatters(story: Story): Block[] {
  return story.openQuestions.flatMap(({ asks, positions }): Block[] => [
    { kind: 'question', asks: line(asks) },
    ...byDay(positions).flatMap((position) => positionBlocks(story, position)),
  ]);
}

function positionBlocks(story: Story, position: Position | Fact): Block[] {
  const content = sayPosition(story, position, yearOf(story));
  return [{ kind: 'position', content, statements: [position.id] }, ...correctionsOf(story, position)];
}
