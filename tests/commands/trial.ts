/** Commands on trial: what none of the real ones has yet, such as rights, required options and subcommands. */
import { defineCommand } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/index.ts';
import { toChannel, toReader } from '../../src/commands/invocation.ts';
import { line, type Message } from '../../src/message/index.ts';

function message(command: string, said: string): Message {
  const blocks: Message['blocks'] = [{ kind: 'paragraph', content: line(said) }];
  return { kind: 'help', title: 'On trial', summary: said, command, page: 1, blocks, buttons: [] };
}

/** Needs a right, and a story. */
const followAdd = defineCommand({
  name: 'follow add',
  description: 'Post what is new in a story here',
  example: ({ story }) => `/follow add ${story}`,
  needs: 'manage-channel',
  seenBy: ({ private: hidden }) => (hidden === true ? 'reader' : 'channel'),
  options: {
    private: { kind: 'flag', description: 'Show it only to me' },
    story: { kind: 'story', description: 'Which story', required: true },
  },
  run: ({ story, private: hidden }) =>
    (hidden === true ? toReader : toChannel)(message(`/follow add ${story.id}`, `Followed: ${story.name}.`)),
});

/** Anybody's, and private. */
const followList = defineCommand({
  name: 'follow list',
  description: 'Which stories are followed here',
  example: () => '/follow list',
  seenBy: () => 'reader',
  options: { page: { kind: 'count', description: 'Which page' } },
  run: () => toReader(message('/follow list', 'No story is followed here.')),
});

/** One of each kind of option, two of them required. It answers with what it was given. */
export const fault = defineCommand({
  name: 'fault',
  description: 'Report a fault in a story',
  example: ({ story }) => `/fault ${story} it is wrong`,
  seenBy: () => 'reader',
  options: {
    story: { kind: 'story', description: 'Which story', required: true },
    part: { kind: 'choice', description: 'Where', choices: { timeline: 'Timeline', 'who-says-what': 'Who says what' } },
    day: { kind: 'day', description: 'Since when' },
    urgent: { kind: 'flag', description: 'At once' },
    times: { kind: 'count', description: 'How often' },
    what: { kind: 'text', description: 'What is wrong', required: true },
  },
  run: ({ story, ...others }) => toReader(message('/fault', JSON.stringify({ story: story.id, ...others }))),
});

const broken = defineCommand({
  name: 'broken',
  description: 'Fails',
  example: () => '/broken',
  seenBy: () => 'channel',
  options: { how: { kind: 'text', description: 'How' } },
  run({ how }) {
    if (how === 'later') return Promise.reject(new Error('a secret of the handler, later'));
    if (how === 'oddly') throw 'a secret of the handler, oddly';
    throw new Error('a secret of the handler');
  },
});

/** The real commands and those on trial. */
export const withTrials = [...commands, followAdd, followList, fault, broken];
