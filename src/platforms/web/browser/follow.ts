/** The page follows the editor and the bot: the stories, the inbox, what does not load, the last answer about what was saved, and posts. */
import { element } from './element.ts';
import { commandOf, keepAsItWas, refill } from './fill.ts';
import { showPost } from './posts.ts';
import { renew } from './renew.ts';

/** Follows for as long as the page is open; the browser connects again by itself. */
export function followChanges() {
  const changes = new EventSource('/changes');
  for (const part of ['stories', 'inbox', 'problems']) {
    const place = element(part, HTMLElement);
    changes.addEventListener(part, ({ data }) => renew(place, data));
  }
  const lastAbout = (story: string) => {
    const turns = [...document.querySelectorAll<HTMLElement>('.turn')];
    return turns.findLast((turn) => commandOf(turn).split(' ')[1] === story);
  };
  changes.addEventListener('saved', ({ data: story }) => {
    const shown = lastAbout(story);
    if (shown) void refill(shown);
  });
  changes.addEventListener('gone', ({ data: story }) => {
    const shown = lastAbout(story);
    if (shown) keepAsItWas(shown);
  });
  changes.addEventListener('post', ({ data }) => showPost(data));
}
