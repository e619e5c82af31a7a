/** What was typed, without the signs that nobody reads: they move cursors, turn what follows, or are half a letter. */
import type { Invocation } from '../invocation.ts';
import { splitCommand } from './parse-text.ts';

/** Control characters, halves of a pair, overrides and isolates of the direction. */
const unreadable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const plain = (typed: string) => typed.replace(unreadable, ' ');

/** The invocation with a space in place of such signs. */
export function legible(call: Invocation): Invocation {
  const { text, line, options = {} } = call;
  const command = plain(call.command).trim();
  const typed = Object.entries(options).map(([name, value]) => [name, plain(value)]);
  return {
    ...call,
    // Such signs alone are no first word.
    ...(command === ''
      ? splitCommand(plain(text ?? ''))
      : { command, ...(text !== undefined && { text: plain(text) }) }),
    ...(line !== undefined && { line: plain(line).trim() }),
    ...(typed.length > 0 && { options: Object.fromEntries(typed) }),
  };
}
