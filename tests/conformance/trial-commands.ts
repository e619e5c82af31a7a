/** Commands that only the tests have: one for each thing that a platform has to be able to do. */
import { defineCommand } from '../../src/commands/command.ts';
import { type Command, commands } from '../../src/commands/index.ts';
import { toChannel, toReader } from '../../src/commands/invocation.ts';
import { type Block, line, type Message } from '../../src/message/index.ts';

/** What a handler waits for, and what a test lets go. */
export class Gate {
  #open = Promise.withResolvers<void>();
  #reached = Promise.withResolvers<void>();

  /** Resolves when a handler has come to the gate. */
  get reached(): Promise<void> {
    return this.#reached.promise;
  }

  open() {
    this.#open.resolve();
  }

  /** For the next handler. */
  close() {
    this.#open = Promise.withResolvers<void>();
    this.#reached = Promise.withResolvers<void>();
  }

  async pass() {
    this.#reached.resolve();
    await this.#open.promise;
  }
}

function message(title: string, text: string, command: string, more: Partial<Message> = {}): Message {
  const blocks: Block[] = [{ kind: 'paragraph', content: line(text) }];
  return { kind: 'list', title, summary: text, command, page: 1, blocks, buttons: [], ...more };
}

/** The smallest PNG: one pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/** A picture with text before and behind it. */
export const pictured: readonly Block[] = [
  { kind: 'paragraph', content: line('before') },
  { kind: 'picture', png: onePixel, alt: 'A timeline of <two> *events*' },
  { kind: 'paragraph', content: line('behind') },
];

/** All of the bot's own commands, and those of the trial. */
export function trialCommands(gate: Gate): readonly Command[] {
  const every = defineCommand({
    name: 'every',
    description: 'One option of each kind',
    example: () => '/every',
    seenBy: () => 'channel',
    options: {
      story: { kind: 'story', description: 'A story' },
      choice: {
        kind: 'choice',
        description: 'A choice',
        choices: { red: 'Red', green: 'Green', 'dark-blue': 'Dark blue' },
      },
      topic: { kind: 'topic', description: 'A topic' },
      day: { kind: 'day', description: 'A day' },
      hour: { kind: 'hour', description: 'A time of day' },
      zone: { kind: 'zone', description: 'A time zone' },
      role: { kind: 'role', description: 'A role or group' },
      channel: { kind: 'channel', description: 'A channel' },
      flag: { kind: 'flag', description: 'Yes or no' },
      count: { kind: 'count', description: 'A number' },
      text: { kind: 'text', description: 'Any text' },
    },
    run: ({ story, ...values }) =>
      toChannel(message('Every', `got ${JSON.stringify({ ...values, ...(story && { story: story.id }) })}`, '/every')),
  });
  const around = defineCommand({
    name: 'around',
    description: 'Tells what is around it',
    example: () => '/around',
    seenBy: () => 'channel',
    options: {
      role: { kind: 'role', description: 'A role or group' },
      channel: { kind: 'channel', description: 'A channel' },
    },
    async run({ role = '', channel = '' }, { call: { around: there } }) {
      const found = {
        home: there.home?.id,
        personal: there.home?.personal,
        role: (await there.role(role)).kind,
        all: (await there.role('@everyone')).kind,
        channel: (await there.channel(channel)).kind,
        nowhere: (await there.channel('nowhere at all')).kind,
      };
      return toChannel(message('Around', `found ${JSON.stringify(found)}`, '/around'));
    },
  });
  const slow = (name: string, seenBy: 'channel' | 'reader') =>
    defineCommand({
      name,
      description: 'Answers when it is let',
      example: () => `/${name}`,
      seenBy: () => seenBy,
      options: {},
      async run() {
        await gate.pass();
        return (seenBy === 'channel' ? toChannel : toReader)(message('Slow', 'slow but sure', `/${name}`));
      },
    });
  const broken = (name: string, seenBy: 'channel' | 'reader', waits: boolean) =>
    defineCommand({
      name,
      description: 'Fails',
      example: () => `/${name}`,
      seenBy: () => seenBy,
      options: {},
      async run() {
        if (waits) await gate.pass();
        throw new Error('the secret of the handler');
      },
    });
  const pages = defineCommand({
    name: 'pages',
    description: 'A message of several pages',
    example: () => '/pages',
    seenBy: () => 'reader',
    options: { page: { kind: 'count', description: 'Which page' } },
    run({ page = 1 }, { call }) {
      const blocks = Array.from(
        { length: 120 },
        (_, index): Block => ({
          kind: 'paragraph',
          content: line(`Paragraph ${index + 1}. ${'It says a little of everything. '.repeat(4)}`),
        }),
      );
      return toReader(message('Pages', 'many pages', '/pages', { page, blocks }), call.pressed === true);
    },
  });
  const picture = defineCommand({
    name: 'picture',
    description: 'A picture between two paragraphs',
    example: () => '/picture',
    seenBy: () => 'channel',
    options: {},
    run: () => toChannel(message('Picture', 'before', '/picture', { blocks: pictured })),
  });
  const menu = defineCommand({
    name: 'menu',
    description: 'Something to choose from',
    example: () => '/menu',
    seenBy: () => 'channel',
    options: {},
    run: (_, { stories }) =>
      toChannel(
        message('Menu', 'choose', '/menu', {
          blocks: stories.stories.map(({ id, name }) => ({
            kind: 'item',
            name,
            content: line('a story'),
            opens: `/briefing ${id}`,
          })),
        }),
      ),
  });
  const guarded = defineCommand({
    name: 'desk close',
    description: 'For those who may manage the channel',
    example: () => '/desk close',
    seenBy: () => 'reader',
    needs: 'manage-channel',
    options: {},
    run: () => toReader(message('Desk', 'the desk is closed', '/desk close')),
  });
  const enrol = defineCommand({
    name: 'desk enrol',
    description: 'Asks for what is missing',
    example: () => '/desk enrol',
    seenBy: () => 'reader',
    options: {
      cadence: {
        kind: 'choice',
        description: 'How often',
        choices: { daily: 'Every day', weekly: 'Every week' },
        required: true,
      },
      name: { kind: 'text', description: 'The name to go by', required: true },
      count: { kind: 'count', description: 'How many' },
    },
    run: ({ cadence, name, count = 1 }) =>
      toReader(message('Enrolled', `enrolled ${name}, ${cadence}, ${count}`, '/desk enrol')),
  });
  const appoint = defineCommand({
    name: 'appoint',
    description: 'Asks for what platforms have fields of their own for',
    example: () => '/appoint',
    seenBy: () => 'reader',
    options: {
      role: { kind: 'role', description: 'Who', required: true },
      channel: { kind: 'channel', description: 'Where', required: true },
      at: { kind: 'hour', description: 'When', required: true },
      zone: { kind: 'zone', description: 'By which clock', required: true },
    },
    run: (values) => toReader(message('Appointed', `appointed ${JSON.stringify(values)}`, '/appoint')),
  });
  const opener = defineCommand({
    name: 'opener',
    description: 'A button that opens a form',
    example: () => '/opener',
    seenBy: () => 'channel',
    options: {},
    run: () =>
      toChannel(
        message('Opener', 'press', '/opener', {
          buttons: [
            { label: 'Enrol', command: '/desk enrol count:3' },
            { label: 'Appoint', command: '/appoint' },
            { label: 'Close', command: '/desk close' },
            { label: 'Long gone', command: '/nomore x' },
            { label: 'Gone story', command: '/briefing no-such-story-here timeline' },
            { label: 'Slow', command: '/slow-private' },
          ],
        }),
      ),
  });
  return [
    ...commands,
    every,
    around,
    slow('slow', 'channel'),
    slow('slow-private', 'reader'),
    broken('broken', 'channel', false),
    broken('broken-late', 'channel', true),
    pages,
    picture,
    menu,
    guarded,
    enrol,
    appoint,
    opener,
  ];
}
