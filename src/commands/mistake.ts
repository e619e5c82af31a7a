/** An answer to mistyped input: one sentence that says what is wrong, and buttons that do what was probably meant. */
import { type Block, type Button, line, type Message } from '../message/index.ts';
import { type MessageAnswer, toReader } from './invocation.ts';

/** What is shown of a reader's own words. */
const echoed = 60;

/** A private message that says what is wrong. */
export function mistake(
  title: string,
  sentence: string,
  buttons: readonly Button[],
  more: readonly Block[] = [],
): MessageAnswer {
  const message: Message = {
    kind: 'mistake',
    title,
    summary: sentence,
    command: '/help',
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(sentence) }, ...more],
    buttons,
  };
  return toReader(message);
}

/** The end of a sentence about a mistake. @param best what was probably meant */
export function hint(best: string | undefined): string {
  return best === undefined ? '.' : `; did you mean ‘${best}’?`;
}

/** A reader's own words, on one line and not too many of them. */
export function clip(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length > echoed ? `${signs.slice(0, echoed - 1).join('')}…` : signs.join('');
}
