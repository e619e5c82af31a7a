/** The page follows the editor and the bot: the stories, what does not load, the last answer about what was saved, and posts. */
import { element, parsed } from './element.ts';
import { showPost } from './posts.ts';
import { fillWithLine } from './turns.ts';

/** Follows for as long as the page is open; the browser connects again by itself. */
export function followChanges() {
  const changes = new EventSource('/changes');
  for (const part of ['stories', 'problems']) {
    const place = element(part, HTMLElement);
    changes.addEventListener(part, ({ data }) => renew(place, data));
  }
  changes.addEventListener('saved', ({ data: story }) => {
    const turns = [...document.querySelectorAll<HTMLElement>('.turn')];
    const shown = turns.findLast(({ dataset }) => dataset['command']?.split(' ')[1] === story);
    if (shown) void fillWithLine(shown, shown.dataset['command'] ?? '');
  });
  changes.addEventListener('post', ({ data }) => showPost(data));
}

/** What stays the same is left alone, so that nothing is read out twice; focus stays on the same story. */
function renew(place: HTMLElement, html: string) {
  const fresh = parsed(html);
  if (fresh.innerHTML === place.innerHTML) return;
  const { activeElement } = document;
  const focused = activeElement instanceof HTMLButtonElement && place.contains(activeElement) && activeElement.value;
  place.replaceChildren(fresh.content);
  if (focused) [...place.querySelectorAll('button')].find(({ value }) => value === focused)?.focus();
}
