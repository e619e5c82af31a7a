/** A platform's own page of the bot, such as Slack's App Home: the stories, those with the latest news first. */
import { newest, standing } from '../briefing/index.ts';
import { type Block, line, type Message } from '../message/index.ts';
import { compareDays, lastDevelopment } from '../story/index.ts';
import { allStories, whatToType } from './buttons.ts';
import { defineCommand } from './command.ts';
import { toReader } from './invocation.ts';

/** More are found by `/stories`. */
const mostShown = 20;

export const home = defineCommand({
  name: 'home',
  description: 'The stories, and what is new in them',
  example: () => '/home',
  seenBy: () => 'reader',
  unlisted: true,
  options: { page: { kind: 'count', description: 'Which page' } },
  run({ page = 1 }, { stories }) {
    const latest = stories.stories
      .map((story) => ({ story, last: lastDevelopment(story) }))
      .sort((a, b) => compareDays(b.last, a.last));
    const items = latest.slice(0, mostShown).map(
      ({ story }): Block => ({
        kind: 'item',
        name: story.name,
        content: [...line(`${standing(story)} · `), ...newest(story)],
        opens: `/briefing ${story.id}`,
      }),
    );
    const none: Block = { kind: 'paragraph', content: line('There is no story yet.') };
    const message: Message = {
      kind: 'list',
      title: 'What is new in the stories',
      summary: 'The stories, those with the latest news first.',
      command: '/home',
      page,
      blocks: items.length > 0 ? items : [none],
      buttons: [allStories, { label: 'New to me', command: '/catchup' }, whatToType],
    };
    return toReader(message, true);
  },
});
