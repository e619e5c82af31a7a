/** What a digest says where nothing is new: one line, or a look back. */
import { type Block, capitalized, heading, line, listed, note } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import type { Period } from '../news/parts.ts';
import { sayLastDevelopment, standing } from '../standing.ts';
import { say } from '../wording.ts';
import { isWeek } from './heading.ts';

/** More stories than this are counted. */
const mostNamed = 5;

/** `Nothing new this week in Albania–Iran.` */
export function saySilence(stories: readonly Story[], period?: Period): string {
  const names = stories.map(({ name }) => name);
  const where = names.length > mostNamed ? `${names.length} stories` : listed(names);
  const when = period && isWeek(period) ? ' this week' : '';
  return where === '' ? `Nothing new${when}.` : `Nothing new${when} in ${where}.`;
}

/** The line, and when something happened last; of a look back also what happened in short, and where each story stands. */
export function quietBlocks(
  stories: readonly Story[],
  period: Period,
  quiet: 'line' | 'look-back' | undefined,
): Block[] {
  const silence: Block = { kind: 'paragraph', content: line(saySilence(stories, period)) };
  if (quiet === 'look-back') return [silence, ...stories.flatMap((story) => lookBack(story, stories.length === 1))];
  const sentences = [
    ...sayLast(stories),
    ...(quiet === 'line' ? ['The next digest comes when something is new.'] : []),
  ];
  return sentences.length === 0 ? [silence] : [silence, note(sentences.join(' '))];
}

function sayLast(stories: readonly Story[]): string[] {
  const [only] = stories;
  if (!only || stories.length > mostNamed) return [];
  const isOne = stories.length === 1;
  const days = stories.map((story) => `${isOne ? '' : `${story.name} `}${sayLastDevelopment(story)}`);
  return [`Last ${isOne ? 'development' : 'developments'}: ${days.join('; ')}.`];
}

function lookBack(story: Story, isOne: boolean): Block[] {
  const inShort = story.inShort.filter(({ withdrawn }) => withdrawn === undefined);
  const stands: Block = { kind: 'detail', content: line(capitalized(standing(story))) };
  const blocks: Block[] = [
    heading(isOne ? 'In short' : story.name),
    ...inShort.map(
      (statement): Block => ({ kind: 'paragraph', content: say(story, statement), statements: [statement.id] }),
    ),
    stands,
  ];
  return isOne ? blocks : blocks.map((block) => ({ ...block, story: story.id }));
}
