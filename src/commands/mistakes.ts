/** Answers to mistyped input: one sentence that says what is wrong, and buttons that do what was probably meant. */
import { type Block, type Button, line, type Message } from '../message/index.ts';
import { nearest, type Story } from '../story/index.ts';
import type { Command, Option } from './command.ts';
import { type Answer, toReader } from './invocation.ts';

/** What is shown of a reader's own words. */
const echoed = 60;

/** The command text that gives these options. A positional option is written bare, the others by name. */
export function commandText(command: Command, given: Readonly<Record<string, string>>): string {
  const parts = Object.entries(command.options).flatMap(([name, option]) => {
    const value = given[name];
    if (value === undefined || value === '') return [];
    if (option.kind === 'flag') return [name];
    if (option.kind === 'story' || option.kind === 'choice' || option.kind === 'text') return [value];
    return [`${name}:${value.includes(' ') ? `"${value}"` : value}`];
  });
  return [`/${command.name}`, ...parts].join(' ');
}

/** A private message that says what is wrong. */
export function mistake(
  title: string,
  sentence: string,
  buttons: readonly Button[],
  more: readonly Block[] = [],
): Answer {
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

export function unknownCommand(typed: string, commands: readonly Command[], text: string): Answer {
  const [best] = nearest(
    typed,
    commands.map(({ name }) => name),
    1,
  );
  const meant: Button[] =
    best === undefined
      ? []
      : [{ label: clip(`/${best} ${text}`.trim(), 60), command: button(`/${best} ${text}`.trim()), primary: true }];
  const help: Button = { label: 'What can I type?', command: '/help' };
  return mistake('No such command', `There is no command ‘/${clip(typed)}’${hint(best && `/${best}`)}.`, [
    ...meant,
    help,
  ]);
}

export function unknownStory(
  command: Command,
  typed: string,
  near: readonly Story[],
  given: Readonly<Record<string, string>>,
): Answer {
  const option = Object.entries(command.options).find(([, { kind }]) => kind === 'story')?.[0] ?? 'story';
  const buttons = near.map((story, index) => ({
    label: story.name,
    command: button(commandText(command, { ...given, [option]: story.id })),
    primary: index === 0,
  }));
  const all: Button = { label: 'All stories', command: '/stories' };
  const meant = near.length > 0 ? ' Did you mean one of these?' : '';
  return mistake('No such story', `There is no story ‘${clip(typed)}’.${meant}`, [...buttons, all]);
}

export function unknownOption(
  command: Command,
  typed: string,
  given: Readonly<Record<string, string>>,
  left: readonly string[],
): Answer {
  const [best] = nearest(typed, Object.keys(command.options), 1);
  const again = commandText(command, given);
  const dropped = left.length > 0 ? '' : again;
  const names = Object.keys(command.options).join(', ');
  const sentence = `/${command.name} has no option ‘${clip(typed)}’${hint(best)}. Its options are ${names}.`;
  return mistake(
    'No such option',
    sentence,
    dropped === ''
      ? [helpWith(command)]
      : [{ label: 'Go on without it', command: button(again), primary: true }, helpWith(command)],
  );
}

export function unknownWords(command: Command, typed: string, given: Readonly<Record<string, string>>): Answer {
  const choice = Object.entries(command.options).find(
    ([name, { kind }]) => kind === 'choice' && given[name] === undefined,
  );
  if (choice) return badValue(command, choice[0], typed, given);
  const again: Button = { label: 'Go on without it', command: button(commandText(command, given)), primary: true };
  return mistake('Too many words', `/${command.name} does not know what to do with ‘${clip(typed)}’.`, [
    again,
    helpWith(command),
  ]);
}

export function badValue(
  command: Command,
  name: string,
  typed: string,
  given: Readonly<Record<string, string>>,
): Answer {
  const option = command.options[name];
  const best = option?.kind === 'choice' ? nearestOf(option.choices, typed) : undefined;
  const others = { ...given };
  delete others[name];
  const meant: Button[] =
    best === undefined || option?.kind !== 'choice'
      ? [{ label: 'Go on without it', command: button(commandText(command, others)), primary: true }]
      : [
          {
            label: option.choices[best] ?? best,
            command: button(commandText(command, { ...others, [name]: best })),
            primary: true,
          },
        ];
  return mistake(titles[option?.kind ?? 'text'], sentenceFor(name, option, typed, best), [...meant, helpWith(command)]);
}

const titles: Record<Option['kind'], string> = {
  story: 'No such story',
  choice: 'No such choice',
  day: 'No such day',
  count: 'No such number',
  flag: 'Yes or no',
  text: 'Not understood',
};

function sentenceFor(name: string, option: Option | undefined, typed: string, best: string | undefined): string {
  const words = `‘${clip(typed)}’`;
  if (option?.kind === 'choice')
    return `${words} is no ${name}${hint(best)}. There are ${Object.keys(option.choices).join(', ')}.`;
  if (option?.kind === 'day') return `${words} is no day. Write it as 8 sep, 2022-09-08, yesterday or last friday.`;
  if (option?.kind === 'count') return `${words} is no ${name}: it is a number from 1.`;
  return `${words} is no answer to ‘${name}’: write yes or no.`;
}

function nearestOf(choices: Readonly<Record<string, string>>, typed: string): string | undefined {
  const byName = new Map(
    Object.entries(choices).flatMap(
      ([key, label]) =>
        [
          [key, key],
          [label, key],
        ] as const,
    ),
  );
  const [best] = nearest(typed, byName.keys(), 1);
  return best === undefined ? undefined : byName.get(best);
}

function hint(best: string | undefined): string {
  return best === undefined ? '' : `; did you mean ‘${best}’`;
}

function helpWith(command: Command): Button {
  return { label: `Help with /${command.name}`, command: `/help ${command.name}` };
}

/** A button's command has at most 100 characters on Discord; a longer one falls back to help. */
function button(command: string): string {
  return command.length <= 100 ? command : '/help';
}

function clip(text: string, most = echoed): string {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}
