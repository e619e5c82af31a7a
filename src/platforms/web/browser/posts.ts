/** Posts to the channel: they come by themselves, so they move nothing that is being read. */
import { element, parsed } from './element.ts';
import { announce, exchange, toTop } from './turns.ts';

const log = element('log', HTMLElement);
/** Leads to a post that came out of sight. */
const news = element('news', HTMLButtonElement);

let latest: HTMLElement | undefined;
const sight = new IntersectionObserver((entries) => {
  const seen = entries.findLast(({ target }) => target === latest);
  if (seen) news.hidden = seen.isIntersecting;
});

news.addEventListener('click', () => {
  if (!latest) return;
  latest.tabIndex = -1;
  latest.focus({ preventScroll: true });
  toTop(latest);
});

/** Shows a post at the conversation's end, or as it now reads where it stands already. */
export function showPost(html: string) {
  const fresh = parsed(html).content.firstElementChild as HTMLElement;
  const posts = [...log.querySelectorAll<HTMLElement>('.post')];
  const shown = posts.find(({ dataset }) => dataset['post'] === fresh.dataset['post']);
  if (!shown) {
    log.append(fresh);
    announce(fresh, `${fresh.querySelector('.posted')?.textContent}: `);
    if (document.getElementById('welcome')) showLastPost();
    else watch(fresh);
  } else if (shown.dataset['edits'] !== fresh.dataset['edits']) {
    exchange(shown, fresh);
    announce(shown, 'A post was edited: ');
  }
}

/** Where nothing has been said yet, the latest post is what is read first. */
export function showLastPost() {
  const last = [...log.querySelectorAll<HTMLElement>('.post')].at(-1);
  if (last) toTop(last);
}

function watch(post: HTMLElement) {
  if (latest) sight.unobserve(latest);
  latest = post;
  sight.observe(post);
}
