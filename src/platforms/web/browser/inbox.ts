/** The inbox: what an editor has seen to is taken off, and the list comes anew by itself. */
import { element } from './element.ts';

const heard = element('heard', HTMLElement);

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
