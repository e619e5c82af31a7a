/** An invocation becomes an answer: find the command, check the right to it, read its options, run it. */
import { nearest, type StoryLibrary } from '../story/index.ts';
import { allStories, button, whatToType } from './buttons.ts';
import type { Command, Known } from './command.ts';
import { type Found, findCommand, listedCommands, subcommandsOf } from './find-command.ts';
import { missing } from './form.ts';
import { type Answer, type Invocation, type MessageAnswer, showing, shows, toReader } from './invocation.ts';
import { mistake } from './mistake.ts';
import { type Again, noRight, staleButton, unknownCommand, whichSubcommand } from './not-run.ts';
import { meantBy } from './plain-line.ts';
import { legibleCall } from './typed/legible-call.ts';
import { readOptions } from './typed/read-options.ts';

/** More than anybody types; Discord's own limit for a message is 2,000. */
const longestText = 2000;

/** Answers an invocation. What can be typed wrong is answered; only a fault of the program throws. */
export async function answer(invoked: Invocation, known: Known): Promise<Answer> {
  const call = legibleCall(invoked);
  const typed = [call.command, call.text ?? '', ...Object.values(call.options ?? {})].reduce(
    (sum, text) => sum + text.length,
    0,
  );
  if (typed > longestText) {
    const sentence = `That is ${typed} characters; at most ${longestText} can be read.`;
    return mistake('Too long', sentence, [whatToType]);
  }
  if (call.command === '') {
    return mistake('Nothing typed', 'Type a command, such as /briefing.', [
      { ...whatToType, primary: true },
      allStories,
    ]);
  }
  const found = findCommand(call.command, call.text ?? '', known.commands);
  if (!found) return withoutCommand(call, known);
  const given = await run(found, call, known);
  return given.kind === 'message' ? seen(given, call) : given;
}

async function run({ command, text }: Found, call: Invocation, known: Known): Promise<Answer> {
  // Of the private conversation with the bot the reader alone decides.
  const isOwn = call.around.home?.personal === true;
  if (command.needs !== undefined && !isOwn && !(await call.rights()).includes(command.needs))
    return noRight(command, command.needs);
  const read = readOptions(command, { ...call, text }, known.stories);
  if ('mistake' in read) return read.mistake;
  const form = missing(command, read.given);
  if (form) return form;
  return command.run(read.values as Parameters<Command['run']>[0], { ...known, call, given: read.given });
}

/** Who sees the answer: what is pressed answers the reader alone, and can then be shown to those who read there, too. */
function seen(given: MessageAnswer, call: Invocation): MessageAnswer {
  const { message } = given;
  if (given.personal === true) return { ...given, to: 'reader' };
  if (message.kind === 'mistake') return toReader(message);
  if (shows(call)) return { ...given, to: 'channel', place: 'new' };
  const to = call.pressed === true ? 'reader' : given.to;
  if (to === 'channel' || call.where.shared !== true) return { ...given, to };
  const page = message.page > 1 ? ` page:${message.page}` : '';
  const show = button('Show to the channel', `${message.command}${page} ${showing}`, false);
  return { ...given, to, message: { ...message, buttons: [...message.buttons, ...show] } };
}

/**
 * Who will see the answer, as far as it can be told before it is there: Discord fixes that when an answer is announced.
 * A public command that finds nothing then says so in public.
 */
export function audience(
  invoked: Invocation,
  commands: readonly Command[],
  stories: StoryLibrary,
): MessageAnswer['to'] {
  const call = legibleCall(invoked);
  if (shows(call)) return 'channel';
  const found = call.pressed === true ? undefined : findCommand(call.command, call.text ?? '', commands);
  if (!found) return 'reader';
  const read = readOptions(found.command, { ...call, text: found.text }, stories);
  if ('mistake' in read || missing(found.command, read.given)) return 'reader';
  return found.command.seenBy(read.values as Parameters<Command['run']>[0]);
}

/** A line without a command: a button of another version, a story's briefing, a question, or a slip. */
async function withoutCommand(call: Invocation, known: Known): Promise<Answer> {
  const { commands } = known;
  const subcommands = subcommandsOf(call.command, commands);
  const offered = listedCommands(subcommands);
  if (offered.length > 0) return whichSubcommand(call, offered, meantSubcommand(offered, call, known));
  const line = call.line?.replace(/^\//, '') ?? `${call.command} ${call.text ?? ''}`;
  const meant = isSecondWord(call, known) ? undefined : await meantBy(line, call, known);
  if (meant) return answer({ ...call, command: meant.name, text: line }, known);
  if (call.pressed === true) return staleButton();
  return unknownCommand(call.command, commands, (name, besides) =>
    [`/${name}`, call.text, besides].filter((part) => part).join(' '),
  );
}

/** The subcommand that is meant by a slip in its word, or by words that make sense behind it. */
function meantSubcommand(
  subcommands: readonly Command[],
  { command: word, text = '', at }: Invocation,
  { stories }: Known,
): Again | undefined {
  const [typed = '', ...rest] = text.trim().split(/\s+/);
  if (typed === '') return undefined;
  const names = new Map(
    subcommands.flatMap(({ name, also = {} }) =>
      [name.slice(word.length + 1), ...Object.keys(also)].map((each) => [each, name] as const),
    ),
  );
  const near = names.get(nearest(typed.toLowerCase(), names.keys(), 1)[0] ?? '');
  if (near !== undefined) return { name: near, line: [`/${near}`, ...rest].join(' ') };
  const reads = subcommands.find((each) => 'values' in readOptions(each, { text, at }, stories));
  return reads && { name: reads.name, line: `/${reads.name} ${text.trim()}` };
}

/** `subscribe albania-iran every week`, for `/digest subscribe …`: what makes sense behind it is no question. */
function isSecondWord({ command: word, text = '', at }: Invocation, { commands, stories }: Known): boolean {
  const same = listedCommands(commands).find(
    ({ name, also = {} }) => name.endsWith(` ${word}`) || (name.includes(' ') && Object.hasOwn(also, word)),
  );
  return same !== undefined && 'values' in readOptions(same, { text, at }, stories);
}
