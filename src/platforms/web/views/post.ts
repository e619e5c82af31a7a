/** A post to the channel, or a note to the reader, as every open page shows it. */
import { type Html, markup } from '../../markup.ts';
import type { KeptPost } from '../posts.ts';
import { looksView, type Showing } from './looks.ts';

/** A post with all looks; it has the parts of an answer, so that the browser can change it in its place. */
export function postView(post: KeptPost, showing: Showing): Html {
  const { id, message, mention, answers, edits } = post;
  const heading = post.isNote ? 'The bot tells you' : 'Posted to the channel';
  return markup`<article class="turn post" id="post-${id}" data-post="${id}" data-edits="${edits}" aria-label="${heading}: ${message.title}">
    <p class="typed"><span class="posted">${heading}</span>${answers && answersView(answers)}${mention !== undefined && markup`<span class="pings">pings ${mention}</span>`}${seenView(post)}</p>
    <p class="summary visually-hidden">${message.summary}</p>
    <div class="looks">${looksView(message, showing)}</div>
  </article>`;
}

/** Leads to the post that it answers, for as long as that is there. */
function answersView({ id, title }: NonNullable<KeptPost['answers']>): Html {
  return markup`<span class="answers">answers <a href="#post-${id}">${title}</a></span>`;
}

function seenView({ isNote, edits }: KeptPost): Html {
  if (isNote) return markup`<span class="seen" data-to="reader">Only you see this</span>`;
  return markup`<span class="seen">${edits > 0 && 'edited'}</span>`;
}
