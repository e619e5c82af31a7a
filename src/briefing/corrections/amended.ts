/** A message that was sent, with what was corrected since: a notice at its head, and the blocks that were wrong amended. */
import { type Block, heading, line, type Message, note } from '../../message/index.ts';
import { compareDays, type Day, statementsOf } from '../../story/index.ts';
import { sayDay } from '../dates.ts';
import { correctionBlocks } from '../news/corrections.ts';
import { type Amendment, amendBlock, isOf } from './amended-blocks.ts';

/**
 * Amends a message of any kind by all that was corrected since it was composed: always the message as it was first, so
 * that it does not matter in how many steps corrections came. Corrections of what it does not say are passed over.
 * @param since what was done before the corrections came: of a message that nobody has seen, `written` alone
 */
export function amendMessage(
  message: Message,
  amendments: readonly Amendment[],
  since: 'posted' | 'written' = 'posted',
): Message {
  const ours = amendments.map((each) => onlySaid(message.blocks, each)).filter(isAny);
  if (ours.length === 0) return message;
  const { spare: _used, ...rest } = message;
  const notices = noticeBlocks(
    ours,
    message.blocks.some(({ story }) => story !== undefined),
  );
  const hasPicture = message.blocks.some(({ kind }) => kind === 'picture');
  const picture: Block[] = hasPicture ? [note('The picture is from before this.')] : [];
  const blocks = message.blocks.map((block) => ours.reduce(amendBlock, block));
  return {
    ...rest,
    summary: `${message.title}. ${sayChange(ours)}`,
    blocks: [heading(`Corrected since this was ${since}`), ...notices, ...picture, ...blocks],
  };
}

/** Corrections and withdrawals as blocks, by day. @param named each with the name of its story */
export function noticeBlocks(amendments: readonly Amendment[], named: boolean): Block[] {
  return amendments.flatMap(({ story, corrections, withdrawn }) => {
    const gone = statementsOf(story).filter(({ id }) => withdrawn.includes(id));
    const blocks = correctionBlocks(story, { corrections, withdrawn: gone });
    return blocks.map((block) => ({
      ...(named ? withName(block, story.name) : block),
      ...(named && { story: story.id }),
    }));
  });
}

function withName(block: Block, name: string): Block {
  if (block.kind === 'correction') return { ...block, label: `${name}: ${block.label}` };
  return block.kind === 'entry' ? { ...block, label: [...line(`${name}: `), ...block.label] } : block;
}

/** `Corrected on Fri 13 Mar 2026.` */
export function sayChange(amendments: readonly Amendment[]): string {
  const corrected = amendments.flatMap(({ corrections }) => corrections.map(({ when }) => when));
  if (corrected.length > 0) return `Corrected on ${sayDay(lastOf(corrected))}.`;
  const days = amendments.flatMap(({ story, withdrawn }) =>
    statementsOf(story).flatMap((each) => (withdrawn.includes(each.id) ? (each.withdrawn ?? []) : [])),
  );
  return `Withdrawn in part on ${sayDay(lastOf(days))}.`;
}

function lastOf(days: readonly Day[]): Day {
  return days.toSorted(compareDays).at(-1) ?? '';
}

function onlySaid(blocks: readonly Block[], { story, corrections, withdrawn }: Amendment): Amendment {
  const said = new Set(blocks.flatMap((block) => (isOf(block, story) ? (block.statements ?? []) : [])));
  return {
    story,
    corrections: corrections.filter(({ statement }) => said.has(statement)),
    withdrawn: withdrawn.filter((id) => said.has(id)),
  };
}

function isAny({ corrections, withdrawn }: Amendment): boolean {
  return corrections.length + withdrawn.length > 0;
}
