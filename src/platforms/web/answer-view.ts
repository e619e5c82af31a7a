/** An answer as the page shows it: what the reader typed, and each platform's own rendering beside the other. */
import type { MessageAnswer } from '../../commands/index.ts';
import type { Message } from '../../message/index.ts';
import { type Html, join, markup, trusted } from '../markup.ts';
import type { Look, PictureAt, Rendered } from '../platform.ts';
import { daysView } from './days-view.ts';
import type { Days } from './desk.ts';
import { type Pages, pageField } from './pages.ts';
import type { Pictures } from './pictures.ts';
import type { Said } from './said.ts';

/** Longer lines are repeated only so far, in characters. */
const longestEcho = 120;

/** How messages are shown. */
export interface Showing {
  /** How the platforms show them, side by side. */
  readonly looks: readonly Look[];
  readonly pictures: Pictures;
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
  { line, pressed, pages }: Pick<Said, 'line' | 'pressed' | 'pages'>,
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
export function silenceView({ line, pressed }: Pick<Said, 'line' | 'pressed'>): Html {
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

/** A message as each platform shows it. @param turned the pages that they show, where not the message's own */
export function looksView(message: Message, { looks, pictures }: Showing, turned: Pages = {}): Html {
  const pictureAt = pictures.of(message);
  const shown = looks.map((look) => {
    const wanted = turned[look.name] ?? message.page;
    return { look, wanted, ...look.render({ ...message, page: wanted }) };
  });
  return join(shown.map((each) => lookView(each, shown, pictureAt)));
}

function typedView(line: string, seen: Html): Html {
  return markup`<p class="typed"><span class="prompt" aria-hidden="true">›</span><span class="typed-line">${line}</span>${seen}</p>`;
}

function clip(typed: string): string {
  const signs = [...typed.slice(0, 4 * longestEcho)];
  return signs.length > longestEcho ? `${signs.slice(0, longestEcho - 1).join('')}…` : typed;
}

interface Shown extends Rendered {
  readonly look: Look;
  /** The page that was asked for. */
  readonly wanted: number;
}

function lookView({ look, payload, page, pages, wanted }: Shown, all: readonly Shown[], pictureAt: PictureAt): Html {
  const { name } = look;
  const where = pages > 1 && markup` <span class="page-of">page ${page} of ${pages}</span>`;
  const beyond =
    wanted > pages &&
    markup`<p class="beyond">There is no page ${wanted} on ${name}: this is the ${pages > 1 ? 'last' : 'only'} one.</p>`;
  // Where its page is turned, the others stay where they are.
  const others = pages > 1 ? all.filter((each) => each.look !== look) : [];
  const stay = others.map(
    (each) => markup`<input type="hidden" name="${pageField}${each.look.name}" value="${each.page}">`,
  );
  return markup`<div class="look" role="group" aria-label="As ${name} shows it" data-look="${name}" data-page="${page}">
    <h3 class="look-name"><span class="look-of">${name}</span>${where}</h3>${beyond}
    <form method="post" action="/" class="preview">${stay}${trusted(look.preview(payload, pictureAt))}</form>
    ${payloadView(look, payload)}
  </div>`;
}

/** What would be sent; behind it how much of the platform's limits it takes. */
function payloadView(look: Look, payload: unknown): Html {
  const measures = look.measure(payload);
  const fullest = Math.max(0, ...measures.map(({ used, limit }) => used / limit));
  const listed = measures.map(({ name, used, limit }) => {
    const said = `${used.toLocaleString('en')} of ${limit.toLocaleString('en')} ${name}`;
    return markup`<li>${said} <meter min="0" max="${limit}" value="${used}" aria-label="${said}"></meter></li>`;
  });
  return markup`<details class="payload"><summary>Payload · ${Math.ceil(fullest * 100)}% full</summary>
      <ul class="measures">${listed}</ul>
      <pre tabindex="0" role="group" aria-label="${look.name} payload as JSON">${JSON.stringify(payload, null, 2)}</pre></details>`;
}
