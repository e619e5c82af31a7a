/** The statements of an answer as blocks. */
import { type Block, type Line, line } from '../../message/index.ts';
import type { Statement, Story } from '../../story/index.ts';
import { yearOf } from '../standing.ts';
import { correctionsOf, eventLabel, say, sayPosition } from '../wording.ts';

/** A statement in full with its day, unless that was said before it, and what was corrected of it. */
export function shown(story: Story, statement: Statement, withoutDay = false): Block[] {
  const block = sentence(story, statement);
  const bare: Block =
    withoutDay && block.kind === 'entry'
      ? { kind: 'paragraph', content: block.content, statements: [statement.id] }
      : block;
  return [bare, ...correctionsOf(story, statement)];
}

/** A statement in full: an event under its day, a position with it. */
export function sentence(story: Story, statement: Statement): Block {
  const statements = [statement.id];
  if (statement.kind === 'position')
    return { kind: 'position', content: sayPosition(story, statement, yearOf(story)), statements };
  if (statement.kind === 'fact') return { kind: 'paragraph', content: say(story, statement), statements };
  return { kind: 'entry', label: eventLabel(statement), content: say(story, statement), statements };
}

/** As one of several, each by itself. */
export function listedAs(block: Block): Block {
  if (block.kind !== 'entry' && block.kind !== 'paragraph') return block;
  const day: Line = block.kind === 'entry' ? [{ kind: 'strong', children: block.label }, ...line('  ')] : [];
  return {
    kind: 'position',
    content: [...day, ...block.content],
    ...(block.statements && { statements: block.statements }),
  };
}
