/** Types at the real commands, over the real story files. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, answer, commands, type Invocation, splitCommand } from '../../src/commands/index.ts';
import { type Button, plainBlock, plainMessage } from '../../src/message/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';

const root = join(import.meta.dirname, '..', '..');

/** The day on which the tests type, unless they say otherwise: a Friday, later than every report. */
export const friday = Date.parse('2026-04-10T10:00:00Z');

/** The story about Albania and the two invented ones, in one library. */
export async function openStories(): Promise<StoryLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  for (const from of ['briefings', 'tests/stories']) {
    await cp(join(root, from), folder, { recursive: true });
  }
  const library = await StoryLibrary.open(folder);
  await rm(folder, { recursive: true });
  return library;
}

/** A reader at the keyboard. */
export interface Reader {
  /** Types a line, as on the page and on Slack. */
  say(line: string): Promise<Answer>;
  /** Presses a button, whose command is such a line. */
  press(command: string): Promise<Answer>;
  /** Fills in options that the platform tells apart, as on Discord. */
  fill(command: string, options: Record<string, string>): Promise<Answer>;
}

export function readerOf(stories: StoryLibrary, at = friday): Reader {
  const call = (rest: Pick<Invocation, 'command' | 'text' | 'options' | 'pressed'>) =>
    answer({ reader: 'r', where: { platform: 'test' }, locale: 'en', at, ...rest }, commands, stories);
  return {
    say: (line) => call(splitCommand(line)),
    press: (command) => call({ ...splitCommand(command), pressed: true }),
    fill: (command, options) => call({ command, options }),
  };
}

/** The message's title and blocks, without its buttons. */
export function textOf({ message }: Answer): string {
  return plainMessage({ ...message, buttons: [] });
}

/** What a mistake says is wrong. */
export function sentenceOf({ message }: Answer): string {
  return message.blocks.map((block) => plainBlock(block)).join('\n');
}

/** The button that does what was probably meant. */
export function meant({ message }: Answer): Button {
  const button = message.buttons.find(({ primary }) => primary === true) ?? message.buttons[0];
  if (!button) throw new Error(`no button under ‘${message.summary}’`);
  return button;
}
