/** Types at the real commands, over the real story files. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Answers } from '../../src/ask/index.ts';
import {
  type Answer,
  answer,
  bareSurroundings,
  commands,
  type Invocation,
  type MessageAnswer,
  splitCommand,
} from '../../src/commands/index.ts';
import { type Button, plainBlock, plainMessage } from '../../src/message/index.ts';
import { openTransientStorage, type Storage } from '../../src/storage/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';

/** What a bot answers from besides its stories. */
export interface Kept {
  readonly memory: Storage;
  readonly answers: Answers;
}

/** Where nothing is remembered yet. */
export async function nothingKept(): Promise<Kept> {
  return { memory: await openTransientStorage(), answers: new Answers() };
}

const root = join(import.meta.dirname, '..', '..');

/** The day on which the tests type, unless they say otherwise: a Friday, later than every report. */
export const friday = Date.parse('2026-04-10T10:00:00Z');

let opened: Promise<StoryLibrary> | undefined;

/** The story about Albania and the two invented ones, in one library: read once for all that only ask it. */
export function openStories(): Promise<StoryLibrary> {
  opened ??= readStories();
  return opened;
}

function readStories(): Promise<StoryLibrary> {
  return readFrom(['briefings', 'tests/stories']);
}

/** Those of a folder that has none. */
export function openNoStories(): Promise<StoryLibrary> {
  return readFrom([]);
}

async function readFrom(folders: readonly string[]): Promise<StoryLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  for (const from of folders) await cp(join(root, from), folder, { recursive: true });
  const library = await StoryLibrary.open(folder);
  await rm(folder, { recursive: true });
  return library;
}

/** An invocation by a typed line, somewhere that nobody else reads. */
export function typed(line: string, rest: Partial<Invocation> = {}): Invocation {
  return {
    ...splitCommand(line),
    reader: 'r',
    rights: async () => [],
    where: { platform: 'test' },
    around: bareSurroundings(undefined),
    at: friday,
    ...rest,
  };
}

/** The same by a button whose command it is. */
export function pressed(command: string, rest: Partial<Invocation> = {}): Invocation {
  return typed(command, { pressed: true, ...rest });
}

/** An answer that is a message. @throws where it is none */
export function messageOf(answered: Answer): MessageAnswer {
  if (answered.kind !== 'message') throw new Error(`no message, but ${answered.kind}`);
  return answered;
}

/** A reader at the keyboard. */
export interface Reader {
  /** Types a line, as on the page and on Slack. */
  say(line: string): Promise<MessageAnswer>;
  /** Presses a button, whose command is such a line. */
  press(command: string): Promise<MessageAnswer>;
  /** Fills in options that the platform tells apart, as on Discord. */
  fill(command: string, options: Record<string, string>): Promise<MessageAnswer>;
}

/** A reader to whom every answer is a message, and of whom nothing is known yet. @param always what each invocation is besides */
export function readerOf(stories: StoryLibrary, always: Partial<Invocation> = {}, known = commands): Reader {
  const kept = nothingKept();
  const ask = async (call: Invocation) => messageOf(await answer(call, { commands: known, stories, ...(await kept) }));
  return {
    say: (line) => ask(typed(line, always)),
    press: (command) => ask(pressed(command, always)),
    fill: (command, options) => ask(typed('', { ...always, command, options })),
  };
}

/** The message's title and blocks, without its buttons. */
export function textOf({ message }: MessageAnswer): string {
  return plainMessage({ ...message, buttons: [] });
}

/** What a mistake says is wrong. */
export function sentenceOf({ message }: MessageAnswer): string {
  return message.blocks.map((block) => plainBlock(block)).join('\n');
}

/** The button that does what was probably meant. */
export function meant({ message }: MessageAnswer): Button {
  const button = message.buttons.find(({ primary }) => primary === true) ?? message.buttons[0];
  if (!button) throw new Error(`no button under ‘${message.summary}’`);
  return button;
}
