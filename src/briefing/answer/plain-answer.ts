/** An answer as one text. */
import type { StoryAnswer } from '../../ask/index.ts';
import { type Block, type Line, line, plainBlock, plainLine } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import { isSaid } from './answered.ts';
import { sentence } from './blocks.ts';
import { partBlocks } from './part.ts';
import { notTold } from './refused.ts';
import { sayFirst } from './short-answer.ts';

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
