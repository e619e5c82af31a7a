/** Answers to mistyped input: one sentence that says what is wrong, and buttons that do what was probably meant. */
import { type Block, type Button, line, type Message } from '../message/index.ts';
import { nearest, type Story } from '../story/index.ts';
import { type Command, listedOptions, type Option } from './command.ts';
import { commandText } from './command-text.ts';
import { mostCommands, windowMs } from './flood.ts';
import { type MessageAnswer, type Right, toReader } from './invocation.ts';

/** What is shown of a reader's own words. */
const echoed = 60;

/** A private message that says what is wrong. */
export function mistake(
  title: string,
  sentence: string,
  buttons: readonly Button[],
  more: readonly Block[] = [],
): MessageAnswer {
  const message: Message = {
    kind: 'mistake',
    title,
    summary: sentence,
    command: '/help',
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(sentence) }, ...more],
    buttons,
  };
  return toReader(message);
}

/** A subcommand is meant by its second word, too. @param again what was meant, where the command was */
export function unknownCommand(
  typed: string,
  commands: readonly Command[],
  again: (name: string) => string,
): MessageAnswer {
  const names = commands.filter(({ unlisted }) => unlisted !== true).map(({ name }) => name);
  const byWord = new Map(names.flatMap((name) => [[name.split(' ').at(-1) ?? name, name] as const, [name, name]]));
  const [word = ''] = nearest(typed, byWord.keys(), 1);
  const best = byWord.get(word);
  const help: Button = { label: 'What can I type?', command: '/help' };
  return mistake('No such command', `There is no command ‘/${clip(typed)}’${hint(best && `/${best}`)}`, [
    ...(best === undefined ? [] : button(clip(again(best)), again(best))),
    help,
  ]);
}

/** A button that an earlier version of the bot posted. */
export function staleButton(): MessageAnswer {
  return mistake('An old button', 'This button is from an earlier version of the bot and does nothing any more.', [
    { label: 'All stories', command: '/stories', primary: true },
    { label: 'What can I type?', command: '/help' },
  ]);
}

/** @param again the command that was probably meant, with what was typed behind it */
export function whichSubcommand(
  typed: string,
  subcommands: readonly Command[],
  again: string | undefined,
): MessageAnswer {
  const names = subcommands.map(({ name }) => name.slice(typed.length + 1));
  const sentence = `/${typed} is followed by ${names.join(', ')}.`;
  const first = subcommands.slice(0, mostOffered).flatMap(({ name }) => button(`/${name}`, `/${name}`, false));
  return mistake('Which one?', sentence, [
    ...(again === undefined ? first : button(clip(again), again)),
    { label: `Help with /${typed}`, command: `/help ${typed}`, primary: again === undefined },
  ]);
}

/** So many subcommands have a button: the first of a group are those that one begins with. */
const mostOffered = 3;

const rights: Record<Right, string> = { 'manage-channel': 'those who may manage this channel' };

export function noRight(command: Command, needed: Right): MessageAnswer {
  return mistake('Not allowed', `/${command.name} is for ${rights[needed]}.`, [
    { label: 'What can I type?', command: '/help' },
  ]);
}

/** A fault of the program. @param reference what the log says it under */
export function failed(reference: string): MessageAnswer {
  const sentence = `That failed here, through no fault of yours. The bot’s log says more under ${reference}.`;
  return mistake('That failed', sentence, []);
}

/** The bot ends before the answer is there. */
export function stopped(): MessageAnswer {
  return mistake('Stopped', 'The bot was stopped before it could answer. Ask again in a moment.', []);
}

/** The one notice to a reader who types faster than anybody reads. */
export function tooFast(): MessageAnswer {
  const pace = `${mostCommands} commands in ${windowMs / 1000} seconds`;
  return mistake('Slow down', `That is more than ${pace}. Wait a moment, then go on.`, []);
}

/** A story that a button names was there once. */
export function unknownStory(
  { command, wasThere }: { readonly command: Command; readonly wasThere: boolean },
  typed: string,
  near: readonly Story[],
  given: Readonly<Record<string, string>>,
): MessageAnswer {
  const option = Object.entries(command.options).find(([, { kind }]) => kind === 'story')?.[0] ?? 'story';
  const buttons = near.flatMap((story, index) =>
    button(story.name, commandText(command, { ...given, [option]: story.id }), index === 0),
  );
  const all: Button = { label: 'All stories', command: '/stories' };
  const meant = near.length > 0 ? ' Did you mean one of these?' : '';
  const sentence = wasThere
    ? `The story ‘${clip(typed)}’ is gone: it was renamed or taken away.`
    : `There is no story ‘${clip(typed)}’.`;
  return mistake('No such story', `${sentence}${meant}`, [...buttons, all]);
}

/** @param again what was meant: with the nearest option instead or, where none is near, without it */
export function unknownOption(
  command: Command,
  typed: string,
  best: string | undefined,
  again: string | undefined,
): MessageAnswer {
  const names = listedOptions(command)
    .map(([name]) => name)
    .join(', ');
  const sentence = `/${command.name} has no option ‘${clip(typed)}’${hint(best)} Its options are ${names}.`;
  const meant = again === undefined ? [] : button(best === undefined ? 'Go on without it' : clip(again), again);
  return mistake('No such option', sentence, [...meant, helpWith(command)]);
}

/** How what was typed may be meant: as the value of an option that lacks its name, or like an option’s value. */
export interface Meant {
  fits(name: string): boolean;
  near(name: string): string | undefined;
}

/** An abbreviation stands for several zones, or for one only in summer. */
const zoneLike = /^[A-Z]{2,5}$/;

export function unknownWords(
  command: Command,
  typed: string,
  given: Readonly<Record<string, string>>,
  { fits, near }: Meant,
): MessageAnswer {
  const nameless = (['hour', 'count'] as const).flatMap((kind) =>
    listedOptions(command).filter(([name, each]) => each.kind === kind && given[name] === undefined && fits(name)),
  );
  if (nameless.length > 0) return lacksName(command, typed, given, nameless);
  const open = listedOptions(command).filter(
    ([name, { kind }]) => (kind === 'choice' || kind === 'zone') && given[name] === undefined,
  );
  const [only, another] = open;
  const isZoneLike = ([, { kind }]: [string, Option]) => kind === 'zone' && zoneLike.test(typed);
  const [meant] =
    open.find(isZoneLike) ?? open.find(([name]) => near(name) !== undefined) ?? (another ? [] : (only ?? []));
  if (meant !== undefined) return badValue(command, meant, typed, given, near(meant));
  return mistake('Too many words', `/${command.name} does not know what to do with ‘${clip(typed)}’.`, [
    ...button('Go on without it', commandText(command, given)),
    helpWith(command),
  ]);
}

/** A number that may be the value of these options, whose names make it one. */
function lacksName(
  command: Command,
  typed: string,
  given: Readonly<Record<string, string>>,
  options: readonly (readonly [string, Option])[],
): MessageAnswer {
  const meant = options.map(([name]) => `${name} ${typed}`);
  const sentence = `/${command.name} does not know what to do with ‘${clip(typed)}’${hint(meant.join('’ or ‘'))}`;
  return mistake('What is it?', sentence, [
    ...options.flatMap(([name], index) =>
      button(`${name} ${typed}`, commandText(command, { ...given, [name]: typed }), index === 0),
    ),
    helpWith(command),
  ]);
}

/** @param best the value that was probably meant */
export function badValue(
  command: Command,
  name: string,
  typed: string,
  given: Readonly<Record<string, string>>,
  best: string | undefined,
): MessageAnswer {
  const option = command.options[name];
  const others = { ...given };
  delete others[name];
  const label = option?.kind === 'choice' ? option.choices[best ?? ''] : undefined;
  const meant =
    best === undefined
      ? button('Go on without it', commandText(command, others))
      : button(label ?? best, commandText(command, { ...others, [name]: best }));
  return mistake(titles[option?.kind ?? 'text'], sentenceFor(name, option, typed, best), [...meant, helpWith(command)]);
}

const titles: Record<Option['kind'], string> = {
  story: 'No such story',
  choice: 'No such choice',
  topic: 'No such topic',
  day: 'No such day',
  hour: 'No such hour',
  zone: 'No such time zone',
  role: 'No such role',
  channel: 'No such channel',
  count: 'No such number',
  flag: 'Yes or no',
  text: 'Not understood',
};

function sentenceFor(name: string, option: Option | undefined, typed: string, best: string | undefined): string {
  const words = `‘${clip(typed)}’`;
  if (option?.kind === 'choice')
    return `${words} is no ${option.noun ?? name}${hint(best)} There are ${Object.keys(option.choices).join(', ')}.`;
  if (option?.kind === 'topic') return `No story has the topic ${words}${hint(best)}`;
  if (option?.kind === 'day') return `${words} is no day. Write it as 8 sep, 2022-09-08, yesterday or last friday.`;
  if (option?.kind === 'hour') return `${words} is no hour of a day. Write it as 9, 09:30, 9:30 pm or noon.`;
  if (option?.kind === 'zone')
    return `${words} is no time zone${hint(best)} Write it as a region and a city: Europe/Tirane, America/New_York.`;
  if (option?.kind === 'count')
    return `${words} is no ${name}: it is a number from 1${option.most === undefined || option.most > 9999 ? '' : ` to ${option.most}`}.`;
  return `${words} is no answer to ‘${name}’: write yes or no.`;
}

/** A sentence's end. */
function hint(best: string | undefined): string {
  return best === undefined ? '.' : `; did you mean ‘${best}’?`;
}

function helpWith(command: Command): Button {
  return { label: `Help with /${command.name}`, command: `/help ${command.name}` };
}

/** The button that does what was meant; none where its command is longer than Discord's 100 characters. */
export function button(label: string, command: string, primary = true): Button[] {
  return command.length <= 100 ? [{ label, command, primary }] : [];
}

/** A reader's own words, on one line and not too many of them. */
export function clip(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length > echoed ? `${signs.slice(0, echoed - 1).join('')}…` : signs.join('');
}
