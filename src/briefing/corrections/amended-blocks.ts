/** A block of a message that was sent, with the words that were wrong struck through. */
import { type Block, type Inline, type Line, line, plainLine } from '../../message/index.ts';
import { type Correction, type Statement, type Story, statementsOf } from '../../story/index.ts';
import type { StoryNews } from '../news/news.ts';
import { bracketed, sayChanged } from '../remarks.ts';
import { sayCorrection } from '../wording.ts';

/** What was corrected and withdrawn of a story since a message was composed. */
export type Amendment = Pick<StoryNews, 'story' | 'corrections' | 'withdrawn'>;

/** What is wrong about a statement that a message says. */
interface Wrong {
  readonly story: Story;
  readonly statement: Statement;
  readonly corrections: readonly Correction[];
  readonly isWithdrawn: boolean;
}

/** A block of a message of one story names none. */
export function isOf(block: Block, { id }: Story): boolean {
  return block.story === undefined || block.story === id;
}

/** A block with all of an amendment that is about what it says. */
export function amendBlock(block: Block, { story, corrections, withdrawn }: Amendment): Block {
  if (!isOf(block, story)) return block;
  const wrong = statementsOf(story).flatMap((statement): Wrong[] => {
    if (!block.statements?.includes(statement.id)) return [];
    const own = corrections.filter((each) => each.statement === statement.id);
    const isWithdrawn = withdrawn.includes(statement.id);
    return own.length > 0 || isWithdrawn ? [{ story, statement, corrections: own, isWithdrawn }] : [];
  });
  return wrong.reduce(amended, block);
}

function amended(block: Block, wrong: Wrong): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
    case 'detail':
    case 'position':
    case 'item':
      return { ...block, content: amendedLine(block.content, wrong) };
    case 'entry':
      return {
        ...block,
        label: isDayWrong(wrong) ? struckWhere(block.label, isDay) : block.label,
        content: amendedLine(block.content, wrong),
      };
    case 'question':
      return { ...block, asks: amendedLine(block.asks, wrong) };
    case 'quote':
      return quoteAmended(block, wrong);
    case 'correction':
      return isReplaced(block, wrong) ? { ...block, now: struckWhere(block.now, isWords) } : block;
    default:
      return block;
  }
}

/** Whether what a correction gave as right was wrong in its turn. */
function isReplaced(
  { now }: Pick<Extract<Block, { kind: 'correction' }>, 'now'>,
  { story, corrections, isWithdrawn }: Wrong,
): boolean {
  const [first] = now;
  const wrong = corrections.map((each) => plainLine(sayCorrection(story, each).was));
  return isWithdrawn || (first !== undefined && wrong.includes(plainLine([first])));
}

/** A quotation is a text of its own, which cannot be struck through. */
function quoteAmended(
  { text, attribution, kind: _, ...common }: Extract<Block, { kind: 'quote' }>,
  wrong: Wrong,
): Block {
  const words = amendedLine(line(`“${text}”`), wrong);
  return { ...common, kind: 'paragraph', content: [...words, ...line(' — '), ...attribution] };
}

function isDayWrong({ corrections }: Wrong): boolean {
  return corrections.some(({ field }) => field === 'when');
}

/** The line with what is wrong in it struck through, and with a remark that says why. */
function amendedLine(content: Line, wrong: Wrong): Line {
  const { statement, corrections, isWithdrawn } = wrong;
  const remarks = sayChanged(isWithdrawn ? statement.withdrawn : undefined, corrections.at(-1)?.when);
  const days = isDayWrong(wrong) ? struckWhere(content, isDay) : content;
  return remarked(areWordsWrong(content, wrong) ? struckWhere(days, isWords) : days, remarks);
}

/** A headline that still is the event's, and a correction's words of the day, were not what was wrong. */
function areWordsWrong(content: Line, { statement, corrections, isWithdrawn }: Wrong): boolean {
  if (isWithdrawn) return true;
  const headline = statement.kind === 'event' ? statement.short : undefined;
  const isHeadline = headline !== undefined && content.some((each) => each.kind === 'text' && each.text === headline);
  return !isHeadline && corrections.some(({ field }) => field === 'what');
}

function isDay({ kind }: Inline): boolean {
  return kind === 'day' || kind === 'instant';
}

/** What says something: no space, no dot between two parts. */
function isWords(inline: Inline): boolean {
  return (
    (inline.kind === 'text' || inline.kind === 'strong' || inline.kind === 'link') &&
    /[\p{L}\p{N}]/u.test(plainLine([inline]))
  );
}

function struckWhere(content: Line, which: (inline: Inline) => boolean): Line {
  return content.map((inline) => (which(inline) ? { kind: 'struck', children: [inline] } : inline));
}

/** Behind the words, before the mark of the source. */
function remarked(content: Line, remarks: readonly string[]): Line {
  const mark = content.findIndex(({ kind }) => kind === 'mark');
  const at = mark < 0 ? content.length : Math.max(0, mark - 1);
  return [...content.slice(0, at), ...bracketed(remarks), ...content.slice(at)];
}
