/** `/help`: what one can type. */
import { type Block, type Button, line, type Message } from '../message/index.ts';
import type { Story } from '../story/index.ts';
import { type Command, defineCommand, listedOptions, subcommandsOf, wholeOptionOf } from './command.ts';
import { toReader } from './invocation.ts';
import { unknownCommand } from './mistakes.ts';

export const help = defineCommand({
  name: 'help',
  description: 'What you can type here',
  example: () => '/help briefing',
  seenBy: () => 'reader',
  options: {
    command: { kind: 'text', description: 'One command, with all its options' },
    page: { kind: 'count', description: 'Which page' },
  },
  run({ command: typed, page }, { commands, stories, call: { prefix = '/' } }) {
    const name = typed?.replace(/^\//, '').toLowerCase();
    const listed = commands.filter(({ unlisted }) => unlisted !== true);
    const wanted = listed.find((command) => command.name === name);
    const group = name === undefined ? [] : subcommandsOf(name, listed);
    if (name !== undefined && !wanted && group.length === 0)
      return unknownCommand(name, commands, (best) => `/help ${best}`);
    const [first] = stories.stories;
    const message = wanted
      ? about(wanted, first, prefix, page)
      : overview(group.length > 0 ? group : listed, first, prefix, page);
    return toReader(message, page !== undefined);
  },
});

function overview(commands: readonly Command[], story: Story | undefined, prefix: string, page = 1): Message {
  const blocks = commands.flatMap((command): Block[] => [
    { kind: 'entry', label: line(prefix + command.name), content: line(command.description) },
    { kind: 'detail', content: line(`For example: ${exampleOf(command, story, prefix)}`) },
  ]);
  const open: Button[] =
    story === undefined ? [] : [{ label: 'Show me a briefing', command: `/briefing ${story.id}`, primary: true }];
  return {
    kind: 'help',
    title: 'What you can type',
    summary: `You can type ${commands.map(({ name }) => prefix + name).join(', ')}.`,
    command: '/help',
    page,
    blocks,
    buttons: [...open, { label: 'All stories', command: '/stories' }],
  };
}

/** As it is typed where the reader is. */
function exampleOf({ example }: Command, story: Story | undefined, prefix = '/'): string {
  return example(story?.id ?? 'STORY', story?.readersAsk[0]?.asks).replace(/^\//, prefix);
}

function about(command: Command, story: Story | undefined, prefix: string, page = 1): Message {
  // Within a sentence a bare “private” is a word of it.
  const isSentence = wholeOptionOf(command.options) !== undefined;
  const options = listedOptions(command).flatMap(([name, option]): Block[] => [
    { kind: 'entry', label: line(name), content: line(option.description) },
    ...(option.kind === 'choice'
      ? [{ kind: 'detail' as const, content: line(`One of ${Object.keys(option.choices).join(', ')}`) }]
      : []),
    ...(option.kind === 'flag' && isSentence
      ? [{ kind: 'detail' as const, content: line(`Typed as ${name}:yes`) }]
      : []),
  ]);
  return {
    kind: 'help',
    title: `/${command.name}`,
    summary: command.description,
    command: `/help ${command.name}`,
    page,
    blocks: [
      { kind: 'paragraph', content: line(`${command.description}. For example: ${exampleOf(command, story, prefix)}`) },
      ...options,
    ],
    buttons: [{ label: 'All commands', command: '/help' }],
  };
}
