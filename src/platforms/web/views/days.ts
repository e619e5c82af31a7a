/** The day slider: it stops at the days on which something was reported, and says what each adds. */
import { randomUUID } from 'node:crypto';
import { type Html, markup } from '../../markup.ts';
import type { Days } from '../desk.ts';

/** So many days can be named below the slider before their names touch; of more, the first and the last are. */
const mostLabels = 6;

/** The slider; a sentence where everything was reported on one day. */
export function daysView({ stops, current }: Days): Html {
  const [first] = stops;
  const shown = stops[current];
  if (!first || !shown) return markup``;
  if (stops.length === 1) return markup`<p>Everything was reported on ${first.day}: ${first.adds}.</p>`;
  const ticks = `ticks-${randomUUID().slice(0, 8)}`;
  const said = `${shown.day} adds ${shown.adds}`;
  return markup`<form method="post" action="/">
    <label class="slider"><span>What was known when</span>
      <input type="range" min="0" max="${stops.length - 1}" step="1" value="${current}" list="${ticks}" aria-valuetext="${said}"></label>
    <datalist id="${ticks}" class="${stops.length > mostLabels ? 'ticks few' : 'ticks'}">${stops.map(({ day }, index) => markup`<option value="${index}" label="${day}"></option>`)}</datalist>
    <output aria-live="off">${said}</output>
    <ol class="stops">${stops.map(({ day, adds, command }) => markup`<li><button name="say" value="${command}" title="${adds}">${day}</button></li>`)}</ol>
  </form>`;
}
