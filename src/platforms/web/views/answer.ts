/** An answer as the page shows it: what the reader typed, who sees it, and the platforms' renderings. */
import type { MessageAnswer } from '../../../commands/index.ts';
import { type Html, markup } from '../../markup.ts';
import type { Days } from '../desk.ts';
import { daysView } from './days.ts';
import { looksView, type Showing } from './looks.ts';
import type { Pages } from './pages.ts';

/** Longer lines are repeated only so far, in characters. */
const longestEcho = 120;

/** What was typed or pressed. */
export interface TypedLine {
  /** As a line of text, whichever way it came. */
  readonly line: string;
  /** By a button or a menu of a message, or by a form. */
  readonly pressed: boolean;
  readonly pages?: Pages;
}

/** What a turn of the conversation shows. */
export interface Turn {
  readonly line: string;
  /** Of the answer: a message's kind, or `form`. */
  readonly kind: string;
  /** What gives the answer again. */
  readonly command: string;
  readonly seen: Html;
  readonly summary: string;
  readonly days?: Html | undefined;
  readonly content: Html;
}

/** A turn: what was typed or pressed, and what came of it. */
export function turnView({ line, kind, command, seen, summary, days, content }: Turn): Html {
  return markup`<article class="turn" data-kind="${kind}" data-command="${command}" aria-label="Answer to ${clip(line)}">
    ${typedView(clip(line), seen)}
    <p class="summary visually-hidden">${summary}</p>
    <div class="days">${days}</div>
    <div class="looks">${content}</div>
  </article>`;
}

/** Renders an answer to a line. @param days the story's days, where the answer is a briefing */
export function answerView(
  { line, pressed, pages }: TypedLine,
  { message, to }: MessageAnswer,
  showing: Showing,
  days: Days | undefined,
): Html {
  const again = message.page > 1 ? `${message.command} page:${message.page}` : message.command;
  return turnView({
    // What a button carries besides its command is not for reading.
    line: pressed ? line.replace(/ #\S+$/, '') : line,
    kind: message.kind,
    // What was pressed answers the reader alone, unless the button itself says otherwise.
    command: pressed && to === 'channel' ? line : again,
    seen: seenView(to),
    summary: message.summary,
    days: days && daysView(days),
    content: looksView(message, showing, pages),
  });
}

/** An answer that is still to come, for the browser to fill in: it has the parts of an answer, in their order. */
export function comingView(): Html {
  return markup`<article class="turn">
    ${typedView('', markup`<span class="seen"></span>`)}
    <p class="summary visually-hidden"></p>
    <div class="days"></div>
    <div class="looks"></div>
  </article>`;
}

/** A line that is not answered. */
export function silenceView({ line, pressed }: TypedLine): Html {
  return markup`<article class="turn" aria-label="No answer to ${clip(line)}">
    ${typedView(clip(line), markup`<span class="seen"></span>`)}
    <form method="post" action="/" class="note failed"><p>No answer: wait a moment.</p>
      <button class="again" name="${pressed ? 'press' : 'say'}" value="${line}">Try again</button></form>
  </article>`;
}

/** Who sees an answer. */
export function seenView(to: MessageAnswer['to']): Html {
  return markup`<span class="seen" data-to="${to}">${to === 'channel' ? 'The channel sees this' : 'Only you see this'}</span>`;
}

function typedView(line: string, seen: Html): Html {
  return markup`<p class="typed"><span class="prompt" aria-hidden="true">›</span><span class="typed-line">${line}</span>${seen}</p>`;
}

function clip(typed: string): string {
  const signs = [...typed.slice(0, 4 * longestEcho)];
  return signs.length > longestEcho ? `${signs.slice(0, longestEcho - 1).join('')}…` : typed;
}
