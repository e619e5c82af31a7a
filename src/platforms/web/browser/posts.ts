/** Posts to the channel: they come by themselves. Who reads at the conversation's end sees them; else nothing moves, and a button leads there. */
import { markChanges } from './changed.ts';
import { element, parsed } from './element.ts';
import { announce, exchange, toTop } from './turns.ts';

const log = element('log', HTMLElement);
/** Leads to the first of the posts that came out of sight. */
const news = element('news', HTMLButtonElement);

/** So many pixels of a post have to be in view for it to count as seen. */
const seenFrom = 90;
/** So near to its end the conversation counts as read to the end. */
const nearEnd = 40;

/** So long what is in view has to stay there. */
const settledMs = 500;

let unseen: readonly HTMLElement[] = [];
let settling: ReturnType<typeof setTimeout> | undefined;

log.addEventListener('scroll', () => tellUnseen(), { passive: true });
new ResizeObserver(() => tellUnseen()).observe(log);

news.addEventListener('click', () => {
  const [first] = outOfView();
  if (!first) return;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  toTop(first);
  tellUnseen();
});

/** Shows a post at the conversation's end, or as it now reads where it stands already. */
export function showPost(html: string) {
  const fresh = parsed(html).content.firstElementChild as HTMLElement;
  const posts = [...log.querySelectorAll<HTMLElement>('.post')];
  const shown = posts.find(({ dataset }) => dataset['post'] === fresh.dataset['post']);
  if (!shown) {
    const follows = isAtEnd();
    log.append(fresh);
    announce(fresh, `${fresh.querySelector('.posted')?.textContent}: `);
    if (document.getElementById('welcome')) return showLastPost();
    if (follows) toTop(fresh);
    unseen = [...unseen, fresh];
    tellUnseen();
  } else if (shown.dataset['edits'] !== fresh.dataset['edits']) {
    const mark = markChanges(shown);
    exchange(shown, fresh);
    mark();
    announce(shown, 'A post was edited: ');
  }
}

/** Where nothing has been said yet, the latest post is what is read first. */
export function showLastPost() {
  const last = [...log.querySelectorAll<HTMLElement>('.post')].at(-1);
  if (last) toTop(last);
}

/** Whether the conversation's end is in view, and nobody is at something in it that would move away. */
function isAtEnd(): boolean {
  const isBusy = log.contains(document.activeElement) && document.activeElement?.matches('.turn *') === true;
  return !isBusy && log.scrollHeight - log.scrollTop - log.clientHeight <= nearEnd;
}

/** Says where the posts are that have not been in view. They have once they stay there: what comes may push them away at once. */
function tellUnseen() {
  clearTimeout(settling);
  settling = setTimeout(() => {
    unseen = outOfView();
  }, settledMs);
  const [first, ...others] = outOfView();
  news.hidden = first === undefined;
  if (!first) return;
  const isAbove = first.getBoundingClientRect().top < log.getBoundingClientRect().top;
  news.classList.toggle('above', isAbove);
  const count = others.length === 0 ? 'New post' : `${others.length + 1} new posts`;
  news.textContent = `${count} ${isAbove ? 'above' : 'below'}`;
}

/** Those behind the last one in view: who has come so far has passed the others. */
function outOfView(): readonly HTMLElement[] {
  const view = log.getBoundingClientRect();
  const isInView = (post: HTMLElement) => {
    const { top, bottom } = post.getBoundingClientRect();
    return top <= view.bottom - seenFrom && bottom >= view.top + seenFrom;
  };
  return unseen.slice(unseen.findLastIndex(isInView) + 1);
}
