/** What words mean as the value of an option, kind by kind: which value, how many words, and what was probably meant. */
import { completeZone, zoneNamed } from '../../digest/index.ts';
import { type Day, fold, nearest, type Story, type StoryLibrary } from '../../story/index.ts';
import type { Option } from '../option.ts';
import { mostCount } from '../option.ts';
import { isOffset } from './looks-like.ts';
import { isPlainlyHour, parseHour } from './parse-hour.ts';

type Kind = Option['kind'];
type Of<K extends Kind> = Extract<Option, { kind: K }>;

/** What values are read by. */
export interface ValueContext {
  readonly stories: StoryLibrary;
  /** Reads a day, in the time zone of a story where one is given. */
  readonly day: (words: string, story?: Story) => Day | undefined;
}

interface KindOfValue<O extends Option> {
  /** The value, or undefined where the text is none. @param story what the other options name */
  parse(text: string, option: O, context: ValueContext, story?: Story): unknown;
  /** How many of the words are a value; 0 where none is. */
  atStart(words: readonly string[], option: O, context: ValueContext): number;
  /** How many words are one without the option's name before them, where that differs. */
  freeAtStart?(words: readonly string[], option: O, context: ValueContext): number;
  /** What can be chosen for it instead of what was typed. */
  nearest?(text: string, option: O, context: ValueContext): string | undefined;
}

const longest = (most: number, words: readonly string[], fits: (text: string) => boolean): number => {
  const lengths = Array.from({ length: Math.min(most, words.length) }, (_, index) => index + 1);
  return lengths.findLast((length) => fits(words.slice(0, length).join(' '))) ?? 0;
};
const none = () => 0;
/** `15th`, `on the 15th`. */
const ordinalForm = /^(?:on )?(?:the )?([1-9]\d?)(?:st|nd|rd|th)$/i;
const one = (words: readonly string[]) => Math.min(1, words.length);

const kinds: { readonly [K in Kind]: KindOfValue<Of<K>> } = {
  story: {
    parse: (text, _option, { stories }) => stories.find(text),
    atStart: (words, _option, { stories }) => stories.nameAtStart(words),
  },
  topic: {
    parse: (text, _option, { stories }) => topicsOf(stories).find((topic) => fold(topic) === fold(text)),
    atStart: (words, _option, { stories }) =>
      longest(4, words, (text) => topicsOf(stories).some((topic) => fold(topic) === fold(text))),
    nearest: (text, _option, { stories }) => nearest(text, topicsOf(stories), 1)[0],
  },
  choice: {
    parse: (text, option) => keyOf(option, text),
    atStart: (words, option) => longest(4, words, (text) => keyOf(option, text) !== undefined),
    nearest: (text, option) => nearestKey(option, text),
  },
  day: {
    parse: (text, _option, { day }, story) => day(text, story),
    atStart: (words, _option, { day }) => longest(3, words, (text) => day(text) !== undefined),
  },
  hour: {
    parse: parseHour,
    atStart: (words) => longest(2, words, (text) => parseHour(text) !== undefined),
    freeAtStart: (words) => longest(2, words, isPlainlyHour),
  },
  zone: {
    parse: zoneNamed,
    atStart: (words) => longest(4, words, (text) => zoneNamed(text) !== undefined),
    // `EST` is no slip in Estonia.
    nearest: (text) =>
      isOffset(text) ? undefined : (completeZone(text, 1)[0] ?? completeZone(text.split('/').at(-1) ?? '', 1)[0]),
  },
  role: { parse: (text) => text, atStart: one, freeAtStart: markedBy(/^<(?:@&|!subteam\^)/) },
  channel: { parse: (text) => text, atStart: one, freeAtStart: markedBy(/^<#/) },
  flag: {
    parse: (text) => (/^(?:|true|yes|on)$/i.test(text) ? true : /^(?:false|no|off)$/i.test(text) ? false : undefined),
    atStart: one,
    freeAtStart: none,
  },
  count: {
    parse: (text, { most = mostCount, ordinal }) => {
      const digits = (ordinal === true ? ordinalForm.exec(text)?.[1] : undefined) ?? text;
      return /^[1-9]\d{0,8}$/.test(digits) && Number(digits) <= most ? Number(digits) : undefined;
    },
    atStart: (words, { ordinal }) =>
      longest(2, words, (text) => /^[1-9]\d{0,8}$/.test(text) || (ordinal === true && ordinalForm.test(text))),
    freeAtStart(words, { bare, ordinal }) {
      if (ordinal === true) return longest(3, words, (text) => ordinalForm.test(text));
      return bare === true ? Number(/^[1-9]\d{0,8}$/.test(words[0] ?? '')) : 0;
    },
  },
  text: { parse: (text) => text, atStart: one, freeAtStart: none },
};

/** The table's entry of an option's kind takes that kind: what the compiler cannot tell of an option at large. */
const of = (option: Option) => kinds[option.kind] as KindOfValue<Option>;

/** The value that a text has, or undefined where it has none. */
export function parseValue(option: Option, text: string, context: ValueContext, story?: Story): unknown {
  return of(option).parse(text, option, context, story);
}

/** How many of the words behind an option's name are its value; where none are, how many look as though they were meant to be. */
export function reachOf(option: Option, words: readonly string[], context: ValueContext): number {
  const length = of(option).atStart(words, option, context);
  return length > 0 ? length : option.kind === 'day' ? meantAsDay(words) : 1;
}

/** How many words are a value by themselves, with no option's name before them. */
export function valueAtStart(option: Option, words: readonly string[], context: ValueContext): number {
  const { atStart, freeAtStart = atStart } = of(option);
  return freeAtStart(words, option, context);
}

/** How many words are a value behind an option's name. */
export function namedAtStart(option: Option, words: readonly string[], context: ValueContext): number {
  return of(option).atStart(words, option, context);
}

/** A value that resembles what was typed, as it can be typed. */
export function nearestValue(option: Option, text: string, context: ValueContext): string | undefined {
  return of(option).nearest?.(text, option, context);
}

/** All topics that stories have, in order. */
export function topicsOf({ stories }: Pick<StoryLibrary, 'stories'>): string[] {
  return [...new Set(stories.flatMap(({ topics }) => topics))].sort();
}

function markedBy(mark: RegExp) {
  return (words: readonly string[]) => Number(mark.test(words[0] ?? ''));
}

const partOfDay =
  /^(?:\d{1,4}(?:st|nd|rd|th)?|last|next|this|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)$/i;

function meantAsDay(words: readonly string[]): number {
  const other = words.slice(0, 3).findIndex((word) => !partOfDay.test(word));
  return Math.max(1, other < 0 ? 3 : other);
}

/** A choice by its key, its label or another word for it, in any case: `who-says-what`, `Who says what`. */
function keyOf({ choices, also = {} }: Of<'choice'>, typed: string): string | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[\s-]+/g, ' ')
      .trim();
  const wanted = plain(typed);
  const key = Object.keys(choices).find((each) => plain(each) === wanted || plain(choices[each] ?? '') === wanted);
  return key ?? (Object.hasOwn(also, wanted) ? also[wanted] : undefined);
}

function nearestKey({ choices, also = {} }: Of<'choice'>, typed: string): string | undefined {
  const byName = new Map([
    ...Object.entries(also),
    ...Object.entries(choices).flatMap(([key, label]) => [[label, key] as const, [key, key] as const]),
  ]);
  const [best] = nearest(typed, byName.keys(), 1);
  return best === undefined ? undefined : byName.get(best);
}
