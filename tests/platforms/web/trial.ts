/** A command for trying out what a page does with one: it needs an option of every kind, and says what it was given. */
import { defineCommand } from '../../../src/commands/command.ts';
import type { Command, Invocation } from '../../../src/commands/index.ts';
import { toReader } from '../../../src/commands/invocation.ts';
import { line, type Message } from '../../../src/message/index.ts';

/** A message that says this. */
export function messageOf(title: string, text: string): Message {
  return {
    kind: 'help',
    title,
    summary: text,
    command: '/trial',
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(text) }],
    buttons: [{ label: 'All stories', command: '/stories' }],
  };
}

/** `/trial`. @param record told of each call that has all that it needs */
export function trialCommand(record: (values: object, call: Invocation) => void = () => {}): Command {
  return defineCommand({
    name: 'trial',
    description: 'Tries out every kind of option',
    example: ({ story }) => `/trial ${story}`,
    seenBy: () => 'reader',
    options: {
      story: { kind: 'story', description: 'Which story', required: true },
      every: {
        kind: 'choice',
        description: 'How often',
        choices: { day: 'Every day', week: 'Every week' },
        required: true,
      },
      'as-of': { kind: 'day', description: 'What was reported by that day', required: true },
      most: { kind: 'count', description: 'At most so many', required: true },
      loud: { kind: 'flag', description: 'Whether it pings', required: true },
      quiet: { kind: 'flag', description: 'Not asked for' },
    },
    run({ story, ...others }, { call }) {
      record({ story: story.id, ...others }, call);
      return toReader(messageOf('Tried', `Tried ${story.id}.`));
    },
  });
}

/** `/wait`, answered when it is released. @param begin told that it has been asked */
export function waitCommand(released: Promise<void>, begin: () => void = () => {}): Command {
  return defineCommand({
    name: 'wait',
    description: 'Takes its time',
    example: () => '/wait',
    seenBy: () => 'reader',
    options: {},
    async run() {
      begin();
      await released;
      return toReader(messageOf('Waited', 'That took its time.'));
    },
  });
}
