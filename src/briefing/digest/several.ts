/** The news of several stories in one digest: of each its corrections, its two newest developments, and how much more there is. */
import { type Block, heading, line, note } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import { newsBlocks } from '../news/blocks.ts';
import { correctionBlocks } from '../news/corrections.ts';
import type { Detail } from '../news/detail.ts';
import type { StoryNews } from '../news/news.ts';
import { type NewsParts, type Period, partsOf } from '../news/parts.ts';
import { sayRest } from '../news/rest.ts';
import { saySilence } from './quiet.ts';

/** With more stories, a list to choose from takes the place of a button for each. */
export const mostButtons = 8;

/** What `[2 ¶3]` means, which no line on the story’s reports tells here. */
const marks = 'Reports are numbered under Sources of each story’s briefing.';

/** What is told of one of several stories. */
const brief: Detail = {
  sentences: false,
  allPositions: false,
  sayings: 0,
  developments: 2,
  questions: 0,
  coming: 1,
  background: 0,
};

/** Of a story in which nothing happened: what somebody said, or else what else is new. */
const briefPositions: Detail = { ...brief, questions: 1 };
const briefRest: Detail = { ...brief, sayings: 2, background: 2 };

/** The blocks, each with its story. @param silent the stories in which nothing is new @param opens the command that tells all that is new in a story */
export function severalBlocks(
  news: readonly StoryNews[],
  silent: readonly Story[],
  period: Period,
  opens: (story: string) => string,
): Block[] {
  const isList = news.length > mostButtons;
  const parts = news.flatMap((each) => storyBlocks(each, period, isList ? opens(each.story.id) : undefined));
  const notes = [
    ...(silent.length > 0 ? [saySilence(silent, period)] : []),
    ...(news.some(({ story }) => story.sources.length > 1) ? [marks] : []),
  ];
  return notes.length === 0 ? parts : [...parts, note(notes.join(' '))];
}

/** The stories with a correction before the others. */
export function correctedFirst(news: readonly StoryNews[]): StoryNews[] {
  const isCorrected = ({ corrections, withdrawn }: StoryNews) => corrections.length + withdrawn.length > 0;
  return [...news.filter(isCorrected), ...news.filter((each) => !isCorrected(each))];
}

function detailFor({ developments, overdue, asked, reactions }: NewsParts, corrections: readonly Block[]): Detail {
  if (developments.length + overdue.length + corrections.length > 0) return brief;
  return asked.length + reactions.length > 0 ? briefPositions : briefRest;
}

function storyBlocks(news: StoryNews, period: Period, opens: string | undefined): Block[] {
  const { story } = news;
  const parts = partsOf(news, period);
  const corrections = correctionBlocks(story, parts);
  const detail = detailFor(parts, corrections);
  const body = newsBlocks({ story, parts, period, detail }).filter(({ kind }) => kind !== 'heading');
  const rest = sayRest(news, parts, [...corrections, ...body]);
  const more: Block[] = rest === undefined ? [] : [{ kind: 'detail', content: line(`Also new: ${rest}.`) }];
  const head: Block =
    opens === undefined ? heading(story.name) : { kind: 'item', name: story.name, content: [], opens };
  return [head, ...corrections, ...body, ...more].map((block) => ({ ...block, story: story.id }));
}
