/** What was typed, as far as it can be read. */
import { legible } from '../../message/index.ts';
import type { Invocation } from '../invocation.ts';
import { splitCommand } from './parse-text.ts';

/** The invocation with a space in place of the signs that nobody reads. */
export function legibleCall(call: Invocation): Invocation {
  const { text, line, options = {} } = call;
  const command = legible(call.command).trim();
  const typed = Object.entries(options).map(([name, value]) => [name, legible(value)]);
  return {
    ...call,
    // Such signs alone are no first word.
    ...(command === ''
      ? splitCommand(legible(text ?? ''))
      : { command, ...(text !== undefined && { text: legible(text) }) }),
    ...(line !== undefined && { line: legible(line).trim() }),
    ...(typed.length > 0 && { options: Object.fromEntries(typed) }),
  };
}
