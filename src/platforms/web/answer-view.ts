/** An answer as the page shows it: what the reader typed, and each platform's own rendering beside the other. */
import type { Answer } from '../../commands/index.ts';
import { type Html, markup, trusted } from '../markup.ts';
import type { Look } from '../platform.ts';
import { daysView } from './days-view.ts';
import type { Days } from './desk.ts';

/** Longer lines are repeated only so far, in characters. */
const longestEcho = 120;

/** Renders an answer to a typed line. @param days the story's days, where the answer is a briefing */
export function answerView(
  typed: string,
  { message, to }: Answer,
  looks: readonly Look[],
  days: Days | undefined,
): Html {
  const command = message.page > 1 ? `${message.command} page:${message.page}` : message.command;
  const line = clip(typed);
  const seen = to === 'channel' ? 'The channel sees this' : 'Only you see this';
  return markup`<article class="turn" data-command="${command}" aria-label="Answer to ${line}">
    ${typedView(line, markup`<span class="seen" data-to="${to}">${seen}</span>`)}
    <p class="summary visually-hidden">${message.summary}</p>
    <div class="days">${days && daysView(days)}</div>
    <div class="looks">${looks.map((look) => lookView(look, message))}</div>
  </article>`;
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

function typedView(line: string, seen: Html): Html {
  return markup`<p class="typed"><span class="prompt" aria-hidden="true">›</span><span class="typed-line">${line}</span>${seen}</p>`;
}

function clip(typed: string): string {
  const signs = [...typed.slice(0, 4 * longestEcho)];
  return signs.length > longestEcho ? `${signs.slice(0, longestEcho - 1).join('')}…` : typed;
}

function lookView(look: Look, message: Answer['message']): Html {
  const { payload, page, pages } = look.render(message);
  const where = pages > 1 && markup` <span class="page-of">page ${page} of ${pages}</span>`;
  return markup`<div class="look" role="group" aria-label="As ${look.name} shows it">
    <h3 class="look-name">${look.name}${where}</h3>
    <form method="post" action="/" class="preview">${trusted(look.preview(payload))}</form>
    ${payloadView(look, payload)}
  </div>`;
}

/** What would be sent, and how much of the platform's limits it takes. */
function payloadView(look: Look, payload: unknown): Html {
  const measures = look.measure(payload).map(({ name, used, limit }) => {
    const said = `${used.toLocaleString('en')} of ${limit.toLocaleString('en')} ${name}`;
    return markup`<span class="measure">${said}<meter min="0" max="${limit}" value="${used}" aria-label="${said}"></meter></span>`;
  });
  return markup`<details class="payload"><summary>Payload ${measures}</summary>
      <pre tabindex="0" role="group" aria-label="${look.name} payload as JSON">${JSON.stringify(payload, null, 2)}</pre></details>`;
}
