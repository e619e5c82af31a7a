/** Parts of the page that come anew by themselves. */
import { parsed } from './element.ts';
import { isWide } from './wide.ts';

/** What stays the same is left alone, so that nothing is read out twice; panels stay open, and focus on the same thing. */
export function renew(place: HTMLElement, html: string) {
  const fresh = parsed(html);
  for (const panel of fresh.content.querySelectorAll('details')) {
    const old = place.querySelector<HTMLDetailsElement>('details[data-live]');
    panel.open = old ? old.open : isWide();
    panel.dataset['live'] = '';
  }
  if (fresh.innerHTML === place.innerHTML) return;
  const focused = focusIn(place);
  place.replaceChildren(fresh.content);
  focused?.();
}

/** Puts focus back where it was; where that is gone, on what is in its place. */
function focusIn(place: HTMLElement): (() => void) | undefined {
  const { activeElement: active } = document;
  if (!(active instanceof HTMLElement) || !place.contains(active)) return undefined;
  const [id, value] = [active.id, active instanceof HTMLButtonElement ? active.value : ''];
  const position = [...place.querySelectorAll('li')].findIndex((item) => item.contains(active));
  return () => {
    const all = [...place.querySelectorAll<HTMLElement>('button, summary')];
    const same = all.find((each) => (id === '' ? each.getAttribute('value') === value : each.id === id));
    const items = [...place.querySelectorAll('li')];
    const next = (items[position] ?? items.at(-1))?.querySelector<HTMLElement>(':scope > button');
    (same ?? next ?? all[0] ?? document.getElementById('line'))?.focus();
  };
}
