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
  changes.addEventListener('saved', ({ data: story }) => {
    const shown = lastOf(story);
    if (shown) void refill(shown);
  });
  changes.addEventListener('gone', ({ data: story }) => {
    const shown = lastOf(story);
    if (shown) keepAsItWas(shown);
  });
  followAfterGap(changes);
  changes.addEventListener('post', ({ data }) => showPost(data));
}

/** The last answer, where a story is given the last one about it. */
function lastOf(story?: string): HTMLElement | undefined {
  const answers = [...document.querySelectorAll<HTMLElement>('.turn')].filter((turn) => commandOf(turn) !== '');
  return answers.findLast((turn) => story === undefined || commandOf(turn).split(' ')[1] === story);
}

/** What was saved while the bot could not be reached is not told of afterwards. */
function followAfterGap(changes: EventSource) {
  let wasCutOff = false;
  changes.addEventListener('error', () => {
    wasCutOff = true;
  });
  changes.addEventListener('open', () => {
    const last = lastOf();
    if (wasCutOff && last) void refill(last);
    wasCutOff = false;
  });
}
