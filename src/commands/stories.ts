/** `/stories`: all stories, or those that match; pick one to open it. */
import { standing } from '../briefing/index.ts';
import { type Block, line, type Message, note } from '../message/index.ts';
import { fold, type Story } from '../story/index.ts';
import { allStories } from './buttons.ts';
import { defineCommand } from './command.ts';
import { toReader } from './invocation.ts';
import { clip, mistake } from './mistake.ts';

/** More than this many are found by typing more of the name. */
const mostFound = 200;

export const stories = defineCommand({
  name: 'stories',
  description: 'All stories: name, state and last development',
  also: { search: '', find: '' },
  example: ({ story }) => `/stories ${story.split('-')[0]}`,
  seenBy: () => 'reader',
  options: {
    query: { kind: 'text', description: 'A part of a name, title or topic' },
    page: { kind: 'count', description: 'Which page' },
  },
  run({ query, page }, { stories: library }) {
    const found = query === undefined ? library.stories : fold(query) === '' ? [] : library.search(query, mostFound);
    if (found.length === 0 && query !== undefined) {
      return mistake('No story found', `No story’s name, title or topic matches ‘${clip(query)}’.`, [allStories]);
    }
    return toReader(
      listStories(found, query === undefined ? '/stories' : `/stories ${query}`, page),
      page !== undefined,
    );
  },
});

/**
 * A list of stories, each of which can be opened.
 * @param command what gives the list again
 * @param opens what opens a story
 */
export function listStories(
  list: readonly Story[],
  command: string,
  page = 1,
  opens: (story: Story) => string = ({ id }) => `/briefing ${id}`,
): Message {
  const empty: Block = {
    kind: 'paragraph',
    content: line('There is no story yet. An editor adds one as a file in the stories’ folder.'),
  };
  const items = list.slice(0, mostFound).map(
    (story): Block => ({
      kind: 'item',
      name: story.name,
      content: line(`${standing(story)} · ${story.title}`),
      opens: opens(story),
    }),
  );
  const more =
    list.length > mostFound
      ? ` The first ${mostFound} are shown: type a part of a name behind /stories to find others.`
      : '';
  const count = note(`${list.length === 1 ? 'One story' : `${list.length} stories`}.${more}`);
  return {
    kind: 'list',
    title: 'Stories',
    summary: list.length === 1 ? 'One story.' : `${list.length} stories.`,
    command: command.length > 90 ? '/stories' : command,
    page,
    blocks: items.length > 0 ? [count, ...items] : [empty],
    buttons: [],
  };
}
