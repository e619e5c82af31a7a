/** The options that say how often a digest comes. */
import { capitalized } from '../../message/index.ts';
import type { Options, Values } from '../option.ts';

/** From Monday on. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

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
    form: { label: 'How often', about: 'At set times, or when something happens' },
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
    looks: /^\d{1,2}(?::\d{2})? ?(?:[ap]m)? ?(?:[-–—]|to|until) ?\d/i,
    description: 'When something happens: hours in which nothing is posted, as 22-7',
  },
} as const satisfies Options;

/** What was said of a cadence. */
export type SaidCadence = Values<typeof cadenceOptions>;

/** The name of one of them. */
export type CadenceOption = keyof typeof cadenceOptions;
