/** The inbox: what an editor has seen to is taken off, and the list comes anew by itself. On a narrow screen it lies over the conversation. */
import { element } from './element.ts';
import { isWide, onNarrowing } from './wide.ts';

const heard = element('heard', HTMLElement);
const place = element('inbox', HTMLElement);

/** Where the inbox lies over the conversation, Escape closes it, and so does a press on anything but its list. */
export function closeInboxEasily() {
  onNarrowing(close);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && close()) place.querySelector('summary')?.focus();
  });
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest('#inbox summary')) return;
    const leaves = !target.closest('#inbox .panel') || target.closest('#inbox :is(.close, .of-story)') !== null;
    // What was taken off the list while it was pressed is in no panel any more.
    if (target.isConnected && leaves) close();
  });
}

/** @returns whether it was open */
function close(): boolean {
  const panel = place.querySelector<HTMLDetailsElement>('details[open]');
  if (!panel || isWide()) return false;
  panel.open = false;
  return true;
}

/** Takes an item off. @param button the one that names it */
export async function settle(button: HTMLButtonElement) {
  const item = button.closest('li');
  if (!item || item.ariaBusy === 'true') return;
  item.ariaBusy = 'true';
  item.querySelector('.failed')?.remove();
  const body = new URLSearchParams({ [button.name]: button.value });
  // The answer leads to the whole page, which is here already.
  const answer = await fetch('/settle', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
  item.ariaBusy = null;
  if (answer?.type === 'opaqueredirect') heard.textContent = 'Taken off the list.';
  else fail(item, answer ? await answer.text() : 'The bot cannot be reached. Is it still running?');
}

function fail(item: HTMLElement, sentence: string) {
  const failed = document.createElement('p');
  failed.className = 'failed';
  failed.textContent = sentence;
  item.append(failed);
  heard.textContent = sentence;
}
