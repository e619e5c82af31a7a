/** Answers to a command whose options cannot be read as they were typed. */
import type { Story } from '../../story/index.ts';
import { allStories, button, helpWith } from '../buttons.ts';
import type { Command } from '../command.ts';
import type { MessageAnswer } from '../invocation.ts';
import { clip, hint, mistake } from '../mistake.ts';
import { listedOptions, type Option } from '../option.ts';
import { badValue, goOn } from './bad-value.ts';
import { commandText } from './command-text.ts';
import { looksLike } from './looks-like.ts';

/** What is known of a story that was named and is not in service: that a button named it, or that its file does not load. */
interface Missed {
  readonly command: Command;
  readonly wasThere: boolean;
  readonly isBroken: boolean;
}

export function unknownStory(
  { command, wasThere, isBroken }: Missed,
  typed: string,
  near: readonly Story[],
  given: Readonly<Record<string, string>>,
): MessageAnswer {
  if (isBroken)
    return mistake('Not at the moment', `The story ‘${clip(typed)}’ cannot be shown at the moment.`, [allStories]);
  const option = Object.entries(command.options).find(([, { kind }]) => kind === 'story')?.[0] ?? 'story';
  const buttons = near.flatMap((story, index) =>
    button(story.name, commandText(command, { ...given, [option]: story.id }), index === 0),
  );
  const meant = near.length > 0 ? ' Did you mean one of these?' : '';
  const sentence = wasThere
    ? `The story ‘${clip(typed)}’ is gone: it was renamed or taken away.`
    : `There is no story ‘${clip(typed)}’.`;
  return mistake('No such story', `${sentence}${meant}`, [...buttons, allStories]);
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
  const meant = again === undefined ? [] : best === undefined ? goOn(command, again) : button(clip(again), again);
  return mistake('No such option', sentence, [...meant, helpWith(command.name)]);
}

/** How what was typed may be meant: as the value of an option that lacks its name, or like an option’s value. */
export interface Meant {
  fits(name: string): boolean;
  near(name: string): string | undefined;
}

/** Kinds of which words without a name may have been meant as one. */
const isTold: ReadonlySet<Option['kind']> = new Set(['choice', 'zone', 'day']);

export function unknownWords(
  command: Command,
  typed: string,
  given: Readonly<Record<string, string>>,
  { fits, near }: Meant,
): MessageAnswer {
  const nameless = lacksName(command, typed, given, fits);
  if (nameless) return nameless;
  const again = listedOptions(command).find(
    ([name, { kind }]) => nouns[kind] !== undefined && isOther(given[name], typed) && fits(name),
  );
  if (again) return oneAtATime(command, again, typed, given);
  const open = listedOptions(command).filter(([name, { kind }]) => isTold.has(kind) && given[name] === undefined);
  // Words that look like nothing and are near to nothing may be a slip in the one option that takes words.
  const [only, another] = open.filter(([, { kind }]) => kind !== 'day');
  const meant =
    open.find(([, { kind }]) => looksLike(kind, typed)) ??
    open.find(([name]) => near(name) !== undefined) ??
    (another ? undefined : only);
  if (meant) return badValue(command, meant[0], typed, given, near(meant[0]));
  return mistake('Too many words', `/${command.name} does not know what to do with ‘${clip(typed)}’.`, [
    ...goOn(command, commandText(command, given)),
    helpWith(command.name),
  ]);
}

/** What one value is called, of the kinds of which somebody may type a second one. */
const nouns: Partial<Record<Option['kind'], string>> = {
  story: 'story',
  choice: 'choice',
  topic: 'topic',
  day: 'day',
  zone: 'time zone',
};

function isOther(given: string | undefined, typed: string): boolean {
  return given !== undefined && given.toLowerCase() !== typed.toLowerCase();
}

/** A second value of an option that has one. */
function oneAtATime(
  command: Command,
  [name, option]: readonly [string, Option],
  typed: string,
  given: Readonly<Record<string, string>>,
): MessageAnswer {
  const noun = option.kind === 'choice' ? (option.noun ?? name) : nouns[option.kind];
  const both = [given[name] ?? '', typed];
  const sentence = `/${command.name} takes one ${noun} at a time: ‘${both.map(clip).join('’ or ‘')}’?`;
  const labelOf = (text: string) => (option.kind === 'choice' && option.choices[text.toLowerCase()]) || clip(text);
  return mistake('One at a time', sentence, [
    ...both.flatMap((text, index) =>
      button(labelOf(text), commandText(command, { ...given, [name]: text }), index === 0),
    ),
    helpWith(command.name),
  ]);
}

/** A number that may be the value of options whose names make it one; undefined where there is no such option. */
export function lacksName(
  command: Command,
  typed: string,
  given: Readonly<Record<string, string>>,
  fits: Meant['fits'],
): MessageAnswer | undefined {
  const options = (['hour', 'count'] as const).flatMap((kind) =>
    listedOptions(command).filter(([name, each]) => each.kind === kind && given[name] === undefined && fits(name)),
  );
  if (options.length === 0) return undefined;
  const meant = options.map(([name]) => `${name} ${typed}`);
  const sentence = `/${command.name} does not know what to do with ‘${clip(typed)}’${hint(meant.join('’ or ‘'))}`;
  return mistake('What is it?', sentence, [
    ...options.flatMap(([name], index) =>
      button(`${name} ${typed}`, commandText(command, { ...given, [name]: typed }), index === 0),
    ),
    helpWith(command.name),
  ]);
}
