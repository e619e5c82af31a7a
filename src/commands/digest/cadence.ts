/** How often a digest comes: the options that say so, and what of them is still missing. */
import type { Cadence, Minute, Timed, Weekday } from '../../digest/index.ts';
import { capitalized, listed } from '../../message/index.ts';
import type { Options, Values } from '../command.ts';
import { parseHour } from '../typed/parse-hour.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** `mon`, `mondays`, `every monday` for `monday`. */
const otherDays = weekdays.flatMap((day) =>
  [day.slice(0, 3), `${day}s`, `every ${day}`].map((words) => [words, day] as const),
);

/** `once in 3 hours`, `every day`. */
const otherLengths = Object.fromEntries([
  ...['in', 'every'].flatMap((word) => [
    [`once ${word} 30 minutes`, '30m'],
    [`once ${word} 3 hours`, '3h'],
  ]),
  ...[
    ['every 30 minutes', '30m'],
    ['every 3 hours', '3h'],
    ['every day', 'day'],
    ['once a day', 'day'],
    ['daily', 'day'],
  ],
]);

const byName = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, capitalized(name)])) as Record<T, string>;

/** Options by which a cadence is told. */
export const cadenceOptions = {
  every: {
    kind: 'choice',
    description: 'How often a digest comes',
    noun: 'cadence',
    choices: {
      day: 'Every day',
      weekdays: 'Monday to Friday',
      week: 'Every week',
      month: 'Every month',
      news: 'When something happens',
    },
    form: { label: 'How often', about: 'How often a digest comes' },
    also: { daily: 'day', 'every weekday': 'weekdays', weekly: 'week', monthly: 'month' },
  },
  on: {
    kind: 'choice',
    description: 'The day of the week, for every week',
    noun: 'day of the week',
    choices: byName(weekdays),
    form: { label: 'Day of the week', about: 'For every week' },
    also: Object.fromEntries(otherDays),
  },
  date: {
    kind: 'count',
    most: 31,
    ordinal: true,
    description: 'The day of the month, for every month: 1 to 31',
    form: { label: 'Day of the month', about: 'From 1 to 31; in a shorter month, its last' },
  },
  at: {
    kind: 'hour',
    description: 'The hour: 9, 09:30, 9:30 pm, noon',
    form: { label: 'Hour', about: 'At what time of day', typedAs: '9, 09:30, 9:30 pm or noon' },
  },
  quiet: {
    kind: 'choice',
    description: 'What comes when nothing is new; one line once, unless you say otherwise',
    noun: 'way to be quiet',
    choices: { skip: 'Nothing', line: 'One line, once', 'look-back': 'A look back' },
  },
  'at-most': {
    kind: 'choice',
    description: 'When something happens: no more than one in so long',
    noun: 'length of time',
    choices: { '30m': '30 minutes', '3h': '3 hours', day: 'A day' },
    also: otherLengths,
  },
  'quiet-hours': {
    kind: 'text',
    named: true,
    description: 'When something happens: hours in which nothing is posted, as 22-7',
  },
} as const satisfies Options;

/** What was said of a cadence. */
export type SaidCadence = Values<typeof cadenceOptions>;

type CadenceOption = keyof typeof cadenceOptions;

/** A cadence; or what is still to be asked, and what may be besides; or an option that does not go with the others. */
export type ReadCadence =
  | { readonly kind: 'cadence'; readonly cadence: Cadence }
  | { readonly kind: 'missing'; readonly asks: readonly CadenceOption[]; readonly offers: readonly CadenceOption[] }
  | { readonly kind: 'wrong'; readonly option: CadenceOption; readonly sentence: string };

type Every = NonNullable<SaidCadence['every']>;

/** What each cadence goes with. */
const goesWith: Readonly<Record<Every, readonly CadenceOption[]>> = {
  day: ['at', 'quiet'],
  weekdays: ['at', 'quiet'],
  week: ['on', 'at', 'quiet'],
  month: ['date', 'at', 'quiet'],
  news: ['at-most', 'quiet-hours'],
};

/** What is taken for a field of a form that stays empty: as it is, as it is typed, and in words. */
const ifEmpty = {
  on: { value: 'monday', typed: 'monday', said: 'Monday' },
  at: { value: 9 * 60, typed: '09:00', said: '09:00' },
} as const;

/** What is taken for the fields that stay empty, in words. */
export const saidIfEmpty = { on: ifEmpty.on.said, at: ifEmpty.at.said };

/** With what is taken for fields of a form that were left empty, as far as it goes with the cadence; and that alone as it is typed. */
export function filledUp(
  said: SaidCadence,
  isLeftEmpty: (option: CadenceOption) => boolean,
): { readonly said: SaidCadence; readonly given: Readonly<Record<string, string>> } {
  const every = said.every ?? impliedBy(said);
  const takes = (option: CadenceOption) =>
    every !== undefined && goesWith[every].includes(option) && said[option] === undefined && isLeftEmpty(option);
  const { on, at } = { on: takes('on') && ifEmpty.on, at: takes('at') && ifEmpty.at };
  return {
    said: { ...said, ...(on && { on: on.value }), ...(at && { at: at.value }) },
    given: { ...(on && { on: on.typed }), ...(at && { at: at.typed }) },
  };
}

/** Reads a cadence; where it is not said, a day of the week tells that it is every week, and so on. */
export function readCadence(said: SaidCadence): ReadCadence {
  const every = said.every ?? impliedBy(said);
  if (every === undefined) return { kind: 'missing', asks: ['every'], offers: ['on', 'at'] };
  const strange = Object.keys(cadenceOptions)
    .map((name) => name as CadenceOption)
    .find((name) => name !== 'every' && said[name] !== undefined && !goesWith[every].includes(name));
  if (strange !== undefined) return { kind: 'wrong', option: strange, sentence: doesNotFit(strange, every) };
  return every === 'news' ? readNews(said) : readTimed(every, said);
}

function impliedBy(said: SaidCadence): Every | undefined {
  if (said.on !== undefined) return 'week';
  if (said.date !== undefined) return 'month';
  return said['at-most'] !== undefined || said['quiet-hours'] !== undefined ? 'news' : undefined;
}

function doesNotFit(option: CadenceOption, every: Every): string {
  const with_ = Object.keys(goesWith).filter((each) => goesWith[each as Every].includes(option));
  const words = with_.map((each) => `‘${cadenceOptions.every.choices[each as Every]}’`);
  return `‘${option}’ goes with ${listed(words)}, not with ‘${cadenceOptions.every.choices[every]}’.`;
}

function readTimed(every: Exclude<Every, 'news'>, { on, date, at }: SaidCadence): ReadCadence {
  const given = { on, date, at };
  const asks = (['on', 'date', 'at'] as const).filter(
    (name) => goesWith[every].includes(name) && given[name] === undefined,
  );
  const cadence = asks.length > 0 ? undefined : timed(every, on, date, at);
  return cadence ? { kind: 'cadence', cadence } : { kind: 'missing', asks, offers: [] };
}

function timed(
  every: Exclude<Every, 'news'>,
  on: (typeof weekdays)[number] | undefined,
  date: number | undefined,
  at: Minute | undefined,
): Timed | undefined {
  if (at === undefined) return undefined;
  if (every === 'week') return on && { kind: 'weekly', on: (weekdays.indexOf(on) + 1) as Weekday, at };
  if (every === 'month') return date === undefined ? undefined : { kind: 'monthly', on: date, at };
  return { kind: every === 'day' ? 'daily' : 'weekdays', at };
}

const minuteMs = 60_000;
const leastMs: Readonly<Record<NonNullable<SaidCadence['at-most']>, number>> = {
  '30m': 30 * minuteMs,
  '3h': 3 * 60 * minuteMs,
  day: 24 * 60 * minuteMs,
};

function readNews({ 'at-most': most = '30m', 'quiet-hours': typed }: SaidCadence): ReadCadence {
  if (typed === undefined) return { kind: 'cadence', cadence: { kind: 'news', leastMs: leastMs[most] } };
  const quiet = parseHours(typed);
  if (quiet) return { kind: 'cadence', cadence: { kind: 'news', leastMs: leastMs[most], quiet } };
  const sentence = 'Quiet hours are written as two different hours, from and to: 22-7, or 22:30-06:00.';
  return { kind: 'wrong', option: 'quiet-hours', sentence };
}

function parseHours(typed: string): { from: Minute; to: Minute } | undefined {
  const hours = typed.split(/ *(?:[-–—]|\bto\b|\buntil\b) */i).map(parseHour);
  const [from, to] = hours;
  return hours.length === 2 && from !== undefined && to !== undefined && from !== to ? { from, to } : undefined;
}
