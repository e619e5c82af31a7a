/** The news of the one story of a digest: as much of it in words as a phone screen or two can hold, the rest counted. */
import { type Block, type Button, capitalized, note, plainBlock } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import { reportButton } from '../buttons.ts';
import { newsBlocks } from '../news/blocks.ts';
import { correctionBlocks } from '../news/corrections.ts';
import { type Detail, everything } from '../news/detail.ts';
import type { StoryNews } from '../news/news.ts';
import { type NewsParts, type Period, partsOf } from '../news/parts.ts';
import { sayRest } from '../news/rest.ts';
import { sayReports } from '../standing.ts';
import { type DigestView, showCommand } from './view.ts';

/** About one and a half phone screens, with what stands around the news. */
const screen = 1350;

/** From much to little: the first that keeps to the screen is taken. */
const full: Detail = { ...everything, developments: 12, background: 0 };
const headlines: Detail = { ...full, sentences: false };
const bothSides: Detail = { ...headlines, allPositions: false };
const short: Detail = { ...bothSides, sayings: 0, developments: 8, questions: 3, coming: 4 };
const details = [
  full,
  headlines,
  bothSides,
  short,
  { ...short, questions: 2 },
  { ...short, developments: 6, questions: 1 },
];

/** What is told of the background: all of it where that takes no more room than to count it; some where nothing else is new. */
function choicesFor(parts: NewsParts): Detail[] {
  const { earlier, background, coming, calledOff, overdue, developments, asked, reactions, sayings } = parts;
  if (earlier.length + background.length <= 2) return [{ ...full, background: 2 }, ...details];
  const others = [coming, calledOff, overdue, developments, asked, reactions, sayings].some(({ length }) => length > 0);
  return others
    ? details
    : [
        { ...full, background: 6 },
        { ...full, background: 2 },
      ];
}

/** What a digest says, and what one can do with it. */
export interface Body {
  /** Before all else. */
  readonly corrections: readonly Block[];
  readonly body: readonly Block[];
  readonly buttons: readonly Button[];
}

/** Composes it. */
export function oneStory({ key, whole }: DigestView, news: StoryNews, period: Period): Body {
  const { story } = news;
  const parts = partsOf(news, period);
  const corrections = correctionBlocks(story, parts);
  const tellAll = whole === true || news.entered.length === 0;
  const choices = tellAll ? [everything] : choicesFor(parts);
  const body = firstThatFits(choices, (detail) => newsBlocks({ story, parts, period, detail }));
  const rest = sayRest(news, parts, [...corrections, ...body]);
  const more = rest === undefined ? [] : [note(`Also first reported: ${rest}.`)];
  const all = rest === undefined ? [] : [{ label: 'All that is new', command: showCommand(key, story.id) }];
  const state = story.state === undefined ? '' : `${story.state} · `;
  const reports = `${sayReports(story)}${story.sources.length > 1 ? ' of the full briefing' : ''}`;
  const [catchUp, ...others] = storyButtons(story);
  return {
    corrections,
    body: [...body, ...more, note(capitalized(`${state}${reports}`))],
    buttons: [...(catchUp ? [catchUp] : []), ...all, ...others],
  };
}

function firstThatFits(choices: readonly Detail[], tell: (detail: Detail) => Block[]): Block[] {
  let body: Block[] = [];
  for (const detail of choices) {
    body = tell(detail);
    if (lengthOf(body) <= screen) break;
  }
  return body;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + plainBlock(block).length, 0);
}

/** What one can do with a story. */
export function storyButtons(story: Story): Button[] {
  return [
    { label: 'Catch me up', command: `/catchup ${story.id}`, primary: true },
    { label: 'Ask', command: `/ask ${story.id}` },
    { label: 'Full briefing', command: `/briefing ${story.id}` },
    reportButton(story),
  ];
}
