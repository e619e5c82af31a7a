/** A post to the channel, as every open page shows it. */
import { type Html, markup } from '../markup.ts';
import type { Look } from '../platform.ts';
import { looksView } from './answer-view.ts';
import type { KeptPost } from './posts.ts';

/** A post with all looks; it has the parts of an answer, so that the browser can change it in its place. */
export function postView({ id, message, mention, edits }: KeptPost, looks: readonly Look[]): Html {
  return markup`<article class="turn post" data-post="${id}" data-edits="${edits}" aria-label="Posted to the channel: ${message.title}">
    <p class="typed"><span class="posted">Posted to the channel</span>${mention !== undefined && markup`<span class="pings">pings ${mention}</span>`}<span class="seen">${edits > 0 && 'edited'}</span></p>
    <p class="summary visually-hidden">${message.summary}</p>
    <div class="looks">${looksView(message, looks)}</div>
  </article>`;
}
