/** How often a digest comes, read from the options that say so; and what of them is still missing. */
import type { Cadence, Minute, Timed, Weekday } from '../../digest/index.ts';
import { listed } from '../../message/index.ts';
import { parseHour } from '../typed/parse-hour.ts';
import { type CadenceOption, cadenceOptions, type SaidCadence, weekdays } from './cadence-options.ts';

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
