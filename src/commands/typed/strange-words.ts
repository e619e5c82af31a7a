/** Words that fit no option of a command: which of them is wrong, and what was probably meant. */
import { nearest } from '../../story/index.ts';
import { listedOptions, type Option } from '../option.ts';
import { badValue } from './bad-value.ts';
import { commandText } from './command-text.ts';
import { nameLength } from './free-words.ts';
import { looksLike } from './looks-like.ts';
import { lacksName, unknownOption, unknownWords } from './mistyped.ts';
import { nearestValue, parseValue, reachOf, valueAtStart } from './option-values.ts';
import {
  type Given,
  place,
  type Reading,
  readValues,
  soundOf,
  storyOptionOf,
  type Unread,
  withoutStory,
} from './read-values.ts';

const optionForm = /^([a-z-]{2,}):\S*/i;

function unknownOptionIn(word: string): string | undefined {
  const name = optionForm.exec(word)?.[1];
  return name !== undefined && !/^https?$/i.test(name) ? name : undefined;
}

/** What is wrong with words that fit no option. @param reads whether the command would take this text instead */
export function strangeWords(reading: Reading, left: readonly string[], reads: (text: string) => boolean): Unread {
  const { command, given } = reading;
  const sound = soundOf(reading);
  const [first = '', ...rest] = left;
  const option = unknownOptionIn(first);
  if (option !== undefined) {
    const best = meantOption(reading, option, first.slice(option.length + 1));
    const words = best === undefined ? rest : [best + first.slice(option.length), ...rest];
    const again = [commandText(command, sound), ...words].join(' ');
    const isMeant = !rest.some(unknownOptionIn) && reads(again.slice(`/${command.name}`.length));
    return { mistake: unknownOption(command, option, best, isMeant ? again : undefined) };
  }
  const storyOption = storyOptionOf(command);
  if (storyOption !== undefined && given[storyOption] === undefined && !isOfOther(reading, first))
    return strangeStory(reading, left, { ...sound, [storyOption]: '' });
  const read = readValues(reading);
  if ('mistake' in read) return read;
  const named = unreadValue(reading, left);
  if (named) {
    const { name, text, kept } = named;
    const best = nearestIn(reading, name, text);
    // `on 31` is no day of the week, but may be the date of every month.
    const isNoChoice = command.options[name]?.kind === 'choice' && best === undefined;
    const other = isNoChoice ? lacksName(command, text, kept, (each) => fits(reading, each, text)) : undefined;
    return { mistake: other ?? badValue(command, name, text, kept, best) };
  }
  const { words, kept } = apart(reading, left, sound);
  const meant = {
    fits: (name: string) => fits(reading, name, words),
    near: (name: string) => nearestIn(reading, name, words),
  };
  return { mistake: unknownWords(command, words, kept, meant) };
}

/** The option that was meant by a name that none has: by what stands behind it first, since short names are like many. */
function meantOption(reading: Reading, name: string, value: string): string | undefined {
  const options = listedOptions(reading.command);
  const [near] = nearest(
    name,
    options.map(([each]) => each),
    1,
  );
  if (near !== undefined && fits(reading, near, value)) return near;
  const [other] =
    options.find(([each, option]) => reading.given[each] === undefined && isPlainly(option, value, reading)) ?? [];
  // Of two letters, one is no slip.
  return other ?? (name.length > 2 ? near : undefined);
}

/** Whether a word would be an option’s value without its name, or looks so. */
function isPlainly(option: Option, word: string, reading: Reading): boolean {
  return looksLike(option.kind, word) || valueAtStart(option, [word], reading) > 0;
}

/** Whether a word names no story: a topic is given in its place, or it looks like a zone. Capitals alone may be a story’s name. */
function isOfOther({ command, given }: Reading, word: string): boolean {
  return Object.entries(command.options).some(
    ([name, { kind }]) =>
      (kind === 'topic' && given[name] !== undefined) ||
      (kind === 'zone' && given[name] === undefined && word.includes('/') && looksLike(kind, word)),
  );
}

/** An option's name with what is no value of it behind it: `at 25`. */
function unreadValue(reading: Reading, left: readonly string[]) {
  const { command, given } = reading;
  const spelled = listedOptions(command).filter(([each]) => nameLength(each, left) > 0);
  const [longest] = spelled.toSorted(([a], [b]) => nameLength(b, left) - nameLength(a, left));
  if (!longest) return undefined;
  const [name, option] = longest;
  const rest = left.slice(nameLength(name, left));
  if (option.kind === 'flag' || rest.length === 0 || given[name] !== undefined) return undefined;
  const { words, kept } = apart(reading, rest, soundOf(reading));
  if (words.split(' ').length < rest.length) return { name, text: words, kept };
  const length = option.kind === 'choice' ? rest.length : reachOf(option, rest, reading);
  place(reading, rest.slice(length), kept);
  return { name, text: rest.slice(0, length).join(' '), kept };
}

/** The words that fit nothing, as few as it takes for those behind them to make sense. */
function apart(reading: Reading, left: readonly string[], sound: Given): { words: string; kept: Given } {
  for (const length of [1, 2, 3, 4, 5]) {
    const kept = { ...sound };
    if (length < left.length && place(reading, left.slice(length), kept).length === 0)
      return { words: left.slice(0, length).join(' '), kept };
  }
  return { words: left.join(' '), kept: sound };
}

function fits(reading: Reading, name: string, text: string): boolean {
  const option = reading.command.options[name];
  return option !== undefined && parseValue(option, text, reading) !== undefined;
}

function nearestIn(reading: Reading, name: string, text: string): string | undefined {
  const option = reading.command.options[name];
  return option && nearestValue(option, text, reading);
}

/** The name is as long as it takes for the words behind it to make sense. */
function strangeStory(reading: Reading, left: readonly string[], kept: Given): Unread {
  for (const length of [1, 2, 3, 4, 5]) {
    const others = { ...kept };
    const words = left.slice(0, length).join(' ');
    if (place(reading, left.slice(length), others).length === 0) return withoutStory(reading, words, others);
  }
  return withoutStory(reading, left.join(' '), kept);
}
