/** A line that begins with no command: whether it asks for a story's briefing, or is a question. */
import { isRude, noQuestion, wordsOf } from '../ask/index.ts';
import { nearest } from '../story/index.ts';
import type { Command, Known } from './command.ts';
import { recall } from './conversation.ts';
import { listedCommands } from './find-command.ts';
import type { Invocation } from './invocation.ts';
import { listedOptions } from './option.ts';
import { readOptions, storyOf } from './typed/read-options.ts';

/** The command that is meant; undefined where none can be told. @param line without a slash in front */
export async function meantBy(line: string, call: Invocation, known: Known): Promise<Command | undefined> {
  const { commands, stories } = known;
  const [briefing, ask] = ['briefing', 'ask'].map((wanted) => commands.find(({ name }) => name === wanted));
  const reads = (command: Command) => 'values' in readOptions(command, { ...call, text: line }, stories);
  if (briefing && ask && beginsWithOption(line, briefing))
    return !reads(briefing) && beginsWithOption(line, ask) && reads(ask) ? ask : briefing;
  const isOfStory = stories.nameAtStart(line.split(/\s+/)) > 0 || storyOf(call.about, stories) !== undefined;
  const isCommand = call.line?.startsWith('/') === true || call.pressed === true;
  if (isOfStory && briefing && (isCommand || readsAs(briefing, line, call, known))) return briefing;
  if (isCommand) return undefined;
  return isOfStory || (await mayBeQuestion(line, call, known)) ? ask : undefined;
}

/** `as-of:2022-09-08 albania-iran`: an option may come first. */
function beginsWithOption(line: string, command: Command): boolean {
  const name = /^([a-z-]+):\S/i.exec(line)?.[1]?.toLowerCase();
  return listedOptions(command).some(([each]) => each === name);
}

/** Whether the words behind a story's name are options of a briefing, or a slip in one. */
function readsAs(briefing: Command, line: string, call: Invocation, { stories }: Known): boolean {
  if ('values' in readOptions(briefing, { ...call, text: line }, stories)) return true;
  const words = line.split(/\s+/);
  const rest = words.slice(stories.nameAtStart(words));
  const isNamed = rest.some((word) =>
    listedOptions(briefing).some(([name]) => word.toLowerCase().startsWith(`${name}:`)),
  );
  return isNamed || (rest.length === 1 && !line.endsWith('?') && isNearChoice(briefing, rest[0] ?? ''));
}

function isNearChoice(command: Command, word: string): boolean {
  const choices = listedOptions(command).flatMap(([, option]) =>
    option.kind === 'choice' ? Object.keys(option.choices) : [],
  );
  return nearest(word, choices, 1).length > 0;
}

const question = /\?\W*$/;

async function mayBeQuestion(line: string, call: Invocation, known: Known): Promise<boolean> {
  const [first = '', ...rest] = line.split(/\s+/);
  if (noQuestion(line) || isRude(line)) return true; // one polite sentence
  if (question.test(line) && rest.length > 0) return true;
  if (/^[a-z-]+:/i.test(first) || isNearCommand(first, known)) return false;
  return rest.length > 0 || question.test(line) || (await recall({ ...known, call })) !== undefined;
}

/** A word that grammar needs is no slip. */
function isNearCommand(word: string, { commands }: Known): boolean {
  const listed = listedCommands(commands).map(({ name }) => name);
  return wordsOf(word).some(({ isStop }) => !isStop) && nearest(word, listed, 1).length > 0;
}
