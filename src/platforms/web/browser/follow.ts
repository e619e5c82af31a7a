/** The page follows the editor: the stories, the files that do not load, and the last answer about what was saved. */
import { element, parsed } from './element.ts';
import { fill } from './turns.ts';

/** Follows for as long as the page is open; the browser connects again by itself. */
export function followEditor() {
  const changes = new EventSource('/changes');
  for (const part of ['stories', 'problems']) {
    const place = element(part, HTMLElement);
    changes.addEventListener(part, ({ data }) => renew(place, data));
  }
  changes.addEventListener('saved', ({ data: story }) => {
    const turns = [...document.querySelectorAll<HTMLElement>('.turn')];
    const shown = turns.findLast(({ dataset }) => dataset['command']?.split(' ')[1] === story);
    if (shown) void fill(shown, shown.dataset['command'] ?? '');
  });
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
