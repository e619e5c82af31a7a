/** The text of a file that an editor typed, and how what is wrong with it is listed. */

import { bounds } from '../bounds.ts';
import type { Place, Problem } from '../problem.ts';

/** More than this many nobody reads at once. */
const mostListed = 100;

/** In the order of the lines, the first hundred of them. */
export function listed(problems: Problem[]): Problem[] {
  const [first, ...others] = inOrder(problems).slice(mostListed - 1);
  if (!first || others.length === 0) return problems;
  const { isHint, ...last } = first;
  const areHints = isHint && others.every((other) => other.isHint);
  const message = `${first.message} (and ${others.length} more ${areHints ? 'hints' : 'problems'})`;
  return [...problems.slice(0, mostListed - 1), { ...last, message, ...(areHints && { isHint }) }];
}

function inOrder<P extends Place>(problems: P[]): P[] {
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Why a file of this size is not even read; undefined where it may be. */
export function tooLarge(size: number): string | undefined {
  return size > bounds.fileBytes ? 'the file is larger than 1 MiB, the most that is read' : undefined;
}

/** The text of a file, or why it is none that can be read. */
export function decode(bytes: Uint8Array): { text: string } | { wrong: string } {
  const large = tooLarge(bytes.length);
  if (large !== undefined) return { wrong: large };
  if (bytes.length === 0) return { wrong: 'the file is empty' };
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { wrong: 'the file is encoded as UTF-16; save it as UTF-8' };
  if (bytes.includes(0)) return { wrong: 'the file is not text' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? { wrong: 'the file is empty' } : { text };
  } catch {
    return { wrong: 'the file is not encoded as UTF-8; save it as UTF-8' };
  }
}
