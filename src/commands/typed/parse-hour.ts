/** An hour of the day as readers type it: `9`, `09:00`, `9:30 pm`, `21h`, `noon`. */
import type { Minute } from '../../digest/index.ts';

const named: Readonly<Record<string, Minute>> = { noon: 12 * 60, midday: 12 * 60, midnight: 0 };

const form = /^(\d{1,2})(?:[:.h](\d{2}))?(?: ?(am|pm|a\.m\.|p\.m\.|h|o[’']clock))?$/i;

/** Minutes since midnight; undefined where the text is no hour of a day. There is no 24:00: that is the next day’s midnight. */
export function parseHour(typed: string): Minute | undefined {
  const text = typed.trim().replace(/\s+/g, ' ').toLowerCase();
  const byName = Object.hasOwn(named, text) ? named[text] : undefined;
  const [, hours, minutes = '0', half = ''] = form.exec(text) ?? [];
  if (hours === undefined) return byName;
  const [hour, minute] = [Number(hours), Number(minutes)];
  const isHalf = /^[ap]/.test(half);
  const fits = isHalf ? hour >= 1 && hour <= 12 : hour <= 23;
  if (!fits || minute > 59) return undefined;
  return ((isHalf ? hour % 12 : hour) + (half.startsWith('p') ? 12 : 0)) * 60 + minute;
}

/** Whether words without a name can only be an hour: a bare number may be anything. */
export function isPlainlyHour(typed: string): boolean {
  return parseHour(typed) !== undefined && !/^\d+$/.test(typed.trim());
}
