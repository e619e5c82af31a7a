/** What readers can type, too. */
import { commands, findCommand, listedCommands } from '../commands/index.ts';
import { OperatorProblem } from '../operator/index.ts';
import { type Story, StoryLibrary } from '../story/index.ts';
import { storyFirst } from '../terminal/ask-json.ts';
import { noStoryIn } from '../terminal/broken-story.ts';
import { forChats, formatOf, readersOptions, UsageProblem } from '../terminal/index.ts';
import { noCommand } from '../terminal/no-command.ts';
import { formats, sayInTerminal } from '../terminal/say.ts';
import { folderOf, type Typed } from './typed.ts';

/** Answers what was typed as the bot would, or tells that there is no such command. */
export async function sayCommand(typed: Typed): Promise<number> {
  const { name: command, words, values } = typed;
  const found = findCommand(command, words.join(' '), listedCommands(commands));
  if (!found) throw new UsageProblem(noCommand(command, (await storyAtStart(typed))?.id));
  const elsewhere = forChats(found.command.name);
  if (elsewhere !== undefined) throw new UsageProblem(elsewhere);
  if (found.command.name === 'digest preview' && found.text === '')
    throw new UsageProblem('‘digest preview’ needs a story.');
  const format = formatOf(values.format, formats);
  const library = await StoryLibrary.open(folderOf(typed), { asked: command === 'ask' });
  const namesBroken = words.some((word) => library.brokenFile(word) !== undefined);
  const nothing = command === 'help' || namesBroken ? undefined : noStoryIn(library);
  if (nothing !== undefined) throw new OperatorProblem(nothing);
  const { text, options } = command === 'ask' ? storyFirst(words, library) : { text: words.join(' '), options: {} };
  const call = { command, text, options: { ...readersOptions(values), ...options }, folder: values.stories };
  return sayInTerminal(call, format, library);
}

/** The story that is named where a command belongs; none where the folder cannot be read. */
async function storyAtStart(typed: Typed): Promise<Story | undefined> {
  const words = [typed.name, ...typed.words];
  try {
    const library = await StoryLibrary.open(folderOf(typed), { asked: false });
    return library.find(words.slice(0, library.nameAtStart(words)).join(' '));
  } catch {
    return undefined; // what was typed is wrong whatever is in the folder
  }
}
