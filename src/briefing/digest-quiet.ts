/** What a digest says where nothing is new: one line, or a look back. */
import { type Block, line } from '../message/index.ts';
import type { Story } from '../story/index.ts';
import { isWeek } from './digest-heading.ts';
import type { Period } from './news-parts.ts';
import { standing } from './standing.ts';
import { capitalized, heading, listed, say } from './wording.ts';

/** More stories than this are counted. */
const mostNamed = 5;

/** `Nothing new this week in Albania–Iran.` */
export function saySilence(stories: readonly Story[], period?: Period): string {
  const names = stories.map(({ name }) => name);
  const where = names.length > mostNamed ? `${names.length} stories` : listed(names);
  const when = period && isWeek(period) ? ' this week' : '';
  return where === '' ? `Nothing new${when}.` : `Nothing new${when} in ${where}.`;
}

/** The line, and where each story stands; of a look back also what happened in short. */
export function quietBlocks(stories: readonly Story[], period: Period, quiet: 'line' | 'look-back'): Block[] {
  const silence: Block = { kind: 'paragraph', content: line(saySilence(stories, period)) };
  const isOne = stories.length === 1;
  const parts = stories.slice(0, quiet === 'line' ? mostNamed : undefined).flatMap((story): Block[] => {
    const stands: Block = {
      kind: 'note',
      content: line(`${isOne ? '' : `${story.name}: `}${isOne ? capitalized(standing(story)) : standing(story)}.`),
    };
    const blocks = quiet === 'line' ? [stands] : lookBack(story, isOne);
    return isOne ? blocks : blocks.map((block) => ({ ...block, story: story.id }));
  });
  const promise: Block[] =
    quiet === 'line' ? [{ kind: 'note', content: line('The next digest comes when something is new.') }] : [];
  return [silence, ...parts, ...promise];
}

function lookBack(story: Story, isOne: boolean): Block[] {
  const inShort = story.inShort.filter(({ withdrawn }) => withdrawn === undefined);
  const stands: Block = { kind: 'detail', content: line(`${capitalized(standing(story))}.`) };
  return [
    heading(isOne ? 'In short' : story.name),
    ...inShort.map(
      (statement): Block => ({ kind: 'paragraph', content: say(story, statement), statements: [statement.id] }),
    ),
    stands,
  ];
}
