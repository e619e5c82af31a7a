/** `/help`: what one can type. */
import { type Block, type Button, line, type Message } from '../message/index.ts';
import type { Story } from '../story/index.ts';
import { allStories } from './buttons.ts';
import { type Command, defineCommand } from './command.ts';
import { exemplarOf } from './example.ts';
import { listedCommands, subcommandsOf } from './find-command.ts';
import { toReader } from './invocation.ts';
import { unknownCommand } from './not-run.ts';
import { listedOptions, wholeOptionOf } from './option.ts';

export const help = defineCommand({
  name: 'help',
  description: 'What you can type here',
  example: () => '/help briefing',
  seenBy: () => 'reader',
  options: {
    command: { kind: 'text', of: 'commands', description: 'One command, with all its options' },
    page: { kind: 'count', description: 'Which page' },
  },
  run({ command: typed, page }, { commands, stories, call: { prefix = '/' } }) {
    const name = typed?.replace(/^\//, '').toLowerCase();
    const listed = listedCommands(commands);
    const wanted = listed.find((command) => command.name === name);
    const group = name === undefined ? [] : subcommandsOf(name, listed);
    if (name !== undefined && !wanted && group.length === 0)
      return unknownCommand(name, commands, (best) => `/help ${best}`);
    const [first] = stories.stories;
    const view = { story: first, prefix, page: page ?? 1 };
    const message = wanted
      ? about(wanted, view)
      : name === undefined
        ? overview(listed, view)
        : groupOf(name, group, view);
    return toReader(message, page !== undefined);
  },
});

interface View {
  /** One to give examples of. */
  readonly story: Story | undefined;
  /** What stands before a command where the reader is. */
  readonly prefix: string;
  readonly page: number;
}

/** All commands; those that belong to one word are told by the first of them. */
function overview(commands: readonly Command[], view: View): Message {
  const { story, prefix } = view;
  const words = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))];
  const blocks = words.flatMap((word): Block[] => {
    const [first, ...others] = groupMembers(word, commands);
    const names = others.map(({ name }) => name.slice(word.length + 1));
    const more = `Also ${prefix}${word} ${names.join(', ')}: see ${prefix}help ${word}`;
    return [
      ...(first ? briefly(first, view) : []),
      ...(others.length > 0 ? [{ kind: 'detail' as const, content: line(more) }] : []),
    ];
  });
  const open: Button[] =
    story === undefined ? [] : [{ label: 'Show me a briefing', command: `/briefing ${story.id}`, primary: true }];
  const groups = words.filter((word) => groupMembers(word, commands).length > 1);
  return {
    kind: 'help',
    title: 'What you can type',
    summary: `You can type ${words.map((word) => prefix + word).join(', ')}.`,
    command: '/help',
    page: view.page,
    blocks,
    buttons: [
      ...open,
      allStories,
      ...groups.map((word) => ({ label: `More about ${prefix}${word}`, command: `/help ${word}` })),
    ],
  };
}

function groupMembers(word: string, commands: readonly Command[]): Command[] {
  return commands.filter(({ name }) => name === word || name.startsWith(`${word} `));
}

function briefly(command: Command, { story, prefix }: View): Block[] {
  return [
    { kind: 'entry', label: line(prefix + command.name), content: line(command.description) },
    { kind: 'detail', content: line(`For example: ${exampleOf(command, story, prefix)}`) },
  ];
}

/** The subcommands of a word. */
function groupOf(word: string, commands: readonly Command[], view: View): Message {
  return {
    kind: 'help',
    title: `/${word}`,
    summary: `You can type ${commands.map(({ name }) => view.prefix + name).join(', ')}.`,
    command: `/help ${word}`,
    page: view.page,
    blocks: commands.flatMap((command) => briefly(command, view)),
    buttons: [
      ...commands.map(({ name }) => ({ label: `/${name}`, command: `/help ${name}` })),
      { label: 'All commands', command: '/help' },
    ],
  };
}

/** As it is typed where the reader is. */
function exampleOf({ example }: Command, story: Story | undefined, prefix = '/'): string {
  return example(exemplarOf(story)).replace(/^\//, prefix);
}

function about(command: Command, { story, prefix, page }: View): Message {
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
