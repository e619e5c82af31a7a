/** The answer to what is no value of its option: what it is instead, kind by kind, and how one is written. */
import type { Button } from '../../message/index.ts';
import { button, helpWith } from '../buttons.ts';
import type { Command } from '../command.ts';
import type { MessageAnswer } from '../invocation.ts';
import { clip, hint, mistake } from '../mistake.ts';
import { listedOptions, mostCount, type Option } from '../option.ts';
import { commandText } from './command-text.ts';
import { isOffset } from './looks-like.ts';

/** A text that is no value of the option. @param given what goes along with the button @param best the value that was probably meant */
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
  const other = best === undefined && option?.kind === 'choice' ? lookingSo(command, typed, given) : undefined;
  if (other !== undefined) return meantForOther(command, typed, other, others);
  const label = option?.kind === 'choice' ? option.choices[best ?? ''] : undefined;
  const meant =
    best === undefined
      ? goOn(command, commandText(command, others))
      : button(label ?? best, commandText(command, { ...others, [name]: best }));
  return mistake(titles[option?.kind ?? 'text'], sentenceFor(name, option, typed, best), [
    ...meant,
    helpWith(command.name),
  ]);
}

/** The option that a value was meant for by its looks. */
function lookingSo(command: Command, typed: string, given: Readonly<Record<string, string>>): string | undefined {
  return listedOptions(command).find(
    ([name, option]) => option.kind === 'text' && given[name] === undefined && option.looks?.test(typed),
  )?.[0];
}

function meantForOther(
  command: Command,
  typed: string,
  other: string,
  others: Readonly<Record<string, string>>,
): MessageAnswer {
  const meant = `${other}:${typed}`;
  const sentence = `/${command.name} does not know what to do with ‘${clip(typed)}’ there${hint(clip(meant))}`;
  const again = button(clip(meant), commandText(command, { ...others, [other]: typed }));
  return mistake('No such choice', sentence, [...again, helpWith(command.name)]);
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
  if (option?.kind === 'zone') {
    const why = isOffset(typed) ? ' here: it does not tell when a place changes its clocks.' : hint(best);
    return `${words} is no time zone${why} Write it as a region and a city: Europe/Tirane, America/New_York.`;
  }
  const isCount = option?.kind === 'count';
  return `${words} is no answer to ‘${name}’: write ${isCount ? `a whole number ${range(option.most)}` : 'yes or no'}.`;
}

/** From where to where a count goes; nobody is told of an end that nobody comes near. */
function range(most = mostCount): string {
  return most > mostCount ? 'from 1 on' : `from 1 to ${most.toLocaleString('en')}`;
}

/** The button that leaves out what is wrong, for commands that take that. */
export function goOn({ exact }: Command, line: string): Button[] {
  return exact === true ? [] : button('Go on without it', line);
}
