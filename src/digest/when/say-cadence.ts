/** Cadences, durations and instants in words. */
import { sayDay } from '../../briefing/index.ts';
import type { Cadence, Minute, WhenNews } from './cadence.ts';
import { localAt } from './local-time.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `every Monday at 09:00 (Europe/Tirane)`; of news, `when something happens, at most once in 30 minutes`. */
export function sayCadence(cadence: Cadence, zone: string): string {
  switch (cadence.kind) {
    case 'daily':
      return `every day ${atTime(cadence.at, zone)}`;
    case 'weekdays':
      return `Monday to Friday ${atTime(cadence.at, zone)}`;
    case 'weekly':
      return `every ${weekdays[cadence.on - 1]} ${atTime(cadence.at, zone)}`;
    case 'monthly':
      return `every month on the ${sayDayOfMonth(cadence.on)} ${atTime(cadence.at, zone)}`;
    case 'news':
      return sayNews(cadence, zone);
  }
}

function atTime(at: Minute, zone: string): string {
  return `at ${sayMinute(at)} (${zone})`;
}

function sayNews({ leastMs, quiet }: WhenNews, zone: string): string {
  const often = `at most once ${leastMs === dayMs ? 'a day' : `in ${sayDuration(leastMs)}`}`;
  const hours = quiet ? `, not from ${sayMinute(quiet.from)} to ${sayMinute(quiet.to)} (${zone})` : '';
  return `when something happens, ${often}${hours}`;
}

/** `1st`; of a day that some months lack, `31st, or its last day,`. */
function sayDayOfMonth(day: number): string {
  const teen = day > 10 && day < 14;
  const ending = (teen ? undefined : ['th', 'st', 'nd', 'rd'][day % 10]) ?? 'th';
  return day > 28 ? `${day}${ending}, or its last day,` : `${day}${ending}`;
}

/** `09:00`. */
export function sayMinute(at: Minute): string {
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

const dayMs = 86_400_000;
const units = [
  { ms: dayMs, one: 'day' },
  { ms: 3_600_000, one: 'hour' },
  { ms: 60_000, one: 'minute' },
  { ms: 1000, one: 'second' },
];

/** `30 minutes`, `24 hours`, `3 days`: in the largest unit that leaves no rest. */
export function sayDuration(ms: number): string {
  const unit = units.find((each) => ms % each.ms === 0 && (each.ms < dayMs || ms > dayMs));
  if (!unit) return `${ms} milliseconds`;
  const count = ms / unit.ms;
  return `${count} ${unit.one}${count === 1 ? '' : 's'}`;
}

/** `Mon 30 Nov 2026, 09:00`, in a time zone. @param at milliseconds since 1970 */
export function sayInstant(at: number, zone: string): string {
  const [day = '', time = ''] = new Date(localAt(zone, at)).toISOString().split('T');
  return `${sayDay(day)}, ${time.slice(0, 5)}`;
}
