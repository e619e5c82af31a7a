/** An invocation becomes an answer: find the command, read its options, run it. */
import type { StoryLibrary } from '../story/index.ts';
import type { Command } from './command.ts';
import type { Answer, Invocation } from './invocation.ts';
import { mistake, unknownCommand } from './mistakes.ts';
import { readOptions } from './read-options.ts';

/** More than anybody types; Discord's own limit for a message is 2,000. */
const longestText = 2000;

/** Answers an invocation. What can be typed wrong is answered; only a fault of the program throws. */
export async function answer(call: Invocation, commands: readonly Command[], stories: StoryLibrary): Promise<Answer> {
  const typed = [call.command, call.text ?? '', ...Object.values(call.options ?? {})].reduce(
    (sum, text) => sum + text.length,
    0,
  );
  if (typed > longestText) {
    const sentence = `That is ${typed} characters; at most ${longestText} can be read.`;
    return mistake('Too long', sentence, [{ label: 'What can I type?', command: '/help' }]);
  }
  if (call.command === '') {
    return mistake('Nothing typed', 'Type a command, such as /briefing.', [
      { label: 'What can I type?', command: '/help', primary: true },
      { label: 'All stories', command: '/stories' },
    ]);
  }
  const command = commands.find(({ name }) => name === call.command);
  if (!command) return withoutCommand(call, commands, stories);
  const read = readOptions(command, call, stories);
  if ('mistake' in read) return read.mistake;
  const given = await command.run(read.values as Parameters<Command['run']>[0], { stories, commands, call });
  return call.pressed === true ? { ...given, to: 'reader' } : given;
}

/** A line that begins with a story's name and no command asks for its briefing. */
async function withoutCommand(call: Invocation, commands: readonly Command[], stories: StoryLibrary): Promise<Answer> {
  const words = [call.command, ...(call.text ?? '').split(/\s+/)].filter((word) => word !== '');
  if (stories.nameAtStart(words) === 0)
    return unknownCommand(call.command, commands, (name) => `/${name} ${call.text ?? ''}`.trim());
  return answer({ ...call, command: 'briefing', text: words.join(' ') }, commands, stories);
}
