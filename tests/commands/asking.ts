/** Somebody who asks, where nothing was asked before, and what waits in the inbox then. */
import { Answers } from '../../src/ask/index.ts';
import { type Answer, answer, commands, type Invocation } from '../../src/commands/index.ts';
import { openTransientStorage, type Storage } from '../../src/storage/index.ts';
import type { StoryLibrary } from '../../src/story/index.ts';
import { pressed, typed } from './typing.ts';

/** A channel in which others read, too. */
export const channel = { platform: 'test', space: 's', channel: 'c', shared: true };

export interface Asker {
  readonly memory: Storage;
  /** @param rest what the invocation is besides */
  say(line: string, rest?: Partial<Invocation>): Promise<Answer>;
  press(command: string, rest?: Partial<Invocation>): Promise<Answer>;
  /** The words of the questions that wait. */
  waiting(): Promise<readonly string[]>;
}

/** A bot that remembers nothing yet, in a channel. @param answers a double, where it matters what stories answer */
export async function newAsker(stories: StoryLibrary, answers = new Answers()): Promise<Asker> {
  const memory = await openTransientStorage();
  const known = { commands, stories, memory, answers };
  return {
    memory,
    say: (line, rest = {}) => answer(typed(line, { where: channel, ...rest }), known),
    press: (command, rest = {}) => answer(pressed(command, { where: channel, ...rest }), known),
    waiting: async () => (await memory.inbox.open()).map(({ words }) => words),
  };
}
