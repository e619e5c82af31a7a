/** What waits for an editor: reported mistakes, and questions without an answer. */
import { type Html, markup } from '../../markup.ts';
import type { Waiting, WaitingItem } from '../desk.ts';

/** Of each kind; `dateline inbox` lists all. */
const mostListed = 100;

/** The inbox, closed where no script opens it; nothing where nothing waits. */
export function inboxView({ questions, mistakes }: Waiting): Html {
  const counts = [
    counted(mistakes.length, 'mistake', 'mistakes'),
    counted(questions.length, 'question', 'questions'),
  ].filter((count) => count !== '');
  if (counts.length === 0) return markup``;
  const total = (mistakes.length + questions.length).toLocaleString('en');
  return markup`<form method="post" action="/settle" aria-label="Inbox"><details id="inbox-list">
    <summary id="inbox-summary"><h2>Inbox</h2> <span class="total" aria-hidden="true">${total}</span>
      <span class="counts">${counts.join(', ')}</span></summary>
    <div class="panel"><button type="button" class="close">Close</button>
    ${partView('Reported mistakes', 'Done', mistakes)}
    ${partView('Questions without an answer', 'Dismiss', questions)}</div>
  </details></form>`;
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function partView(title: string, settle: string, items: readonly WaitingItem[]): Html {
  if (items.length === 0) return markup``;
  const others = items.length - mostListed;
  const more = markup`<p class="none">${others} more: dateline inbox lists all.</p>`;
  const listed = items.slice(0, mostListed).map((item) => itemView(item, settle));
  return markup`<h3>${title}</h3><ul aria-label="${title}">${listed}</ul>${others > 0 && more}`;
}

/** The words are a reader's: whatever they are, they stay among themselves. */
function itemView({ id, words, about, story, command, often }: WaitingItem, settle: string): Html {
  const opened =
    command === undefined
      ? markup`${story}`
      : markup`<button class="of-story" id="open-${id}" name="say" value="${command}" formaction="/">${story}</button>`;
  return markup`<li><p class="words" id="words-${id}" dir="auto">${words}</p>
    ${about !== undefined && markup`<p class="about"><span class="visually-hidden">About: </span>${about}</p>`}
    <p class="often parts"><span>${opened}</span> <span>${often}</span></p>
    <button class="settle" id="settle-${id}" name="settle" value="${id}" aria-describedby="words-${id}">${settle}</button></li>`;
}
