/** What the bot says when it is added somewhere: the three things to type. */
import { type Block, line, type Message, note } from '../message/index.ts';
import { allStories } from './buttons.ts';
import { defineCommand } from './command.ts';
import { exemplarOf } from './example.ts';
import { toReader } from './invocation.ts';

export const welcome = defineCommand({
  name: 'welcome',
  description: 'The three things to type, for whoever added the bot',
  example: () => '/welcome',
  seenBy: () => 'reader',
  unlisted: true,
  options: {},
  run(_, { stories, call: { prefix = '/' } }) {
    const [first] = stories.stories;
    const { story, question = 'QUESTION' } = exemplarOf(first);
    const things: [string, string][] = [
      [`${prefix}briefing ${story}`, 'what a story is about, who says what, and where it stands'],
      [`${prefix}ask ${question}`, 'an answer from the stories, with its source, or that they do not say'],
      [`${prefix}stories`, 'all stories; pick one to open it'],
    ];
    const message: Message = {
      kind: 'help',
      title: 'Dateline is here',
      summary: `Dateline is here. Type ${things.map(([typed]) => typed).join(', ')}.`,
      command: '/help',
      page: 1,
      blocks: [
        {
          kind: 'paragraph',
          content: line('It tells running stories from their files, each sentence with its source.'),
        },
        ...things.map(([typed, gives]): Block => ({ kind: 'entry', label: line(typed), content: line(gives) })),
        note(`It posts to a channel only what somebody there has asked for. ${prefix}help tells everything else.`),
      ],
      buttons: [
        ...(first ? [{ label: 'Show me a briefing', command: `/briefing ${first.id}`, primary: true }] : []),
        allStories,
      ],
    };
    return toReader(message);
  },
});
