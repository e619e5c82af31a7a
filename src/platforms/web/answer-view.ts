/** An answer as the page shows it: what the reader typed, and each platform's own rendering beside the other. */
import type { Answer } from '../../commands/index.ts';
import type { Look } from '../platform.ts';
import type { Days } from './desk.ts';
import { type Html, markup, trusted } from './markup.ts';

/** Renders an answer to a typed line. @param days the story's days, where the answer is a briefing */
export function answerView(
  typed: string,
  { message, to }: Answer,
  looks: readonly Look[],
  days: Days | undefined,
): Html {
  const seen = to === 'channel' ? 'The channel sees this' : 'Only you see this';
  const command = message.page > 1 ? `${message.command} page:${message.page}` : message.command;
  return markup`<article class="turn" data-command="${command}" aria-label="Answer to ${typed}">
    <p class="typed"><span class="prompt" aria-hidden="true">›</span> ${typed} <span class="seen">${seen}</span></p>
    <p class="visually-hidden">${message.summary}</p>
    ${days && daySlider(days)}
    <div class="looks">${looks.map((look) => lookView(look, message))}</div>
  </article>`;
}

function lookView(look: Look, message: Answer['message']): Html {
  const { payload, page, pages } = look.render(message);
  const measures = look.measure(payload);
  const json = JSON.stringify(payload, null, 2);
  const where = pages > 1 ? ` · page ${page} of ${pages}` : '';
  return markup`<section class="look" aria-label="As ${look.name} shows it">
    <h3 class="look-name">${look.name}${where}</h3>
    <form method="post" action="/" class="preview">${trusted(look.preview(payload))}</form>
    <details class="payload"><summary>Payload: ${measures.map(({ name, used, limit }) => `${used} of ${limit} ${name}`).join(', ')}</summary>
      ${measures.map(({ name, used, limit }) => markup`<label class="meter">${name} <meter min="0" max="${limit}" value="${used}">${used} of ${limit}</meter></label>`)}
      <pre tabindex="0" aria-label="${look.name} payload as JSON">${json}</pre></details>
  </section>`;
}

function daySlider({ stops, current }: Days): Html {
  const shown = stops[current];
  const [first] = stops;
  if (!shown || !first) return markup``;
  if (stops.length === 1) return markup`<p class="days">Everything was reported on ${first.day}: ${first.adds}.</p>`;
  const said = `${shown.day} adds ${shown.adds}`;
  return markup`<form method="post" action="/" class="days">
    <label>What was known when <input type="range" min="0" max="${stops.length - 1}" step="1" value="${current}" aria-valuetext="${said}"></label>
    <output>${said}</output>
    <ol class="stops">${stops.map((stop, index) => markup`<li><button name="say" value="${stop.command}" aria-pressed="${index === current ? 'true' : 'false'}" title="${stop.adds}">${stop.day}</button></li>`)}</ol>
  </form>`;
}
