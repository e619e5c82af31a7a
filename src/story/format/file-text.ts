/** The text of a file that an editor typed, and how what is wrong with it is listed. */

import { bounds } from '../bounds.ts';
import type { Place, Problem } from '../problem.ts';

/** More than this many nobody reads at once. */
const mostListed = 100;

/** So often the same is told at each place. */
const mostAlike = 3;
/** So many lines are named in a sentence. */
const mostLines = 10;

/** In the order of the lines, the first hundred of them. */
export function listed(found: readonly Problem[]): Problem[] {
  const problems = gathered(found);
  const [first, ...others] = inOrder(problems).slice(mostListed - 1);
  if (!first || others.length === 0) return problems;
  const { isHint, ...last } = first;
  const areHints = isHint && others.every((other) => other.isHint);
  const message = `${first.message} (and ${others.length} more ${areHints ? 'hints' : 'problems'})`;
  return [...problems.slice(0, mostListed - 1), { ...last, message, ...(areHints && { isHint }) }];
}

/** What is wrong in the same way in many places, such as a source that no line names, is told once, with the lines. */
function gathered(problems: readonly Problem[]): Problem[] {
  return [...Map.groupBy(problems, ({ message }) => message).values()].flatMap((alike) => {
    const [first, ...others] = inOrder(alike);
    if (!first || first.isHint || alike.length <= mostAlike) return alike;
    return { ...first, message: `${first.message} (${elsewhere(first, others)})` };
  });
}

/** Where else, in words: by the lines, or how often on the same one. */
function elsewhere({ line }: Problem, others: readonly Problem[]): string {
  const lines = [...new Set(others.map((other) => other.line))].filter((other) => other !== line);
  if (lines.length === 0) return `and ${others.length} more on this line`;
  const more = lines.length > mostLines ? ` and ${lines.length - mostLines} more` : '';
  return `also in lines ${lines.slice(0, mostLines).join(', ')}${more}`;
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
