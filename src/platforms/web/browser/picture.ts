/** A picture in full size, over the page: on a phone its labels are too small in a message. */
import { element } from './element.ts';

const dialog = element('picture', HTMLDialogElement);
const place = element('picture-place', HTMLElement);

/** The picture that a click means; undefined where the browser is to open it by itself, in a tab of its own. */
function pictureOf({ target, button, ctrlKey, metaKey, shiftKey }: MouseEvent): HTMLImageElement | undefined {
  if (button !== 0 || ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return undefined;
  return target.closest('.preview a')?.querySelector('img') ?? undefined;
}

/** Opens the pictures of messages; Escape, the button, and a click beside a picture close it. */
export function openPictures() {
  document.addEventListener('click', (event) => {
    const picture = pictureOf(event);
    if (!picture) return;
    event.preventDefault();
    const large = document.createElement('img');
    large.src = picture.src;
    large.alt = picture.alt;
    place.replaceChildren(large);
    dialog.showModal();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLImageElement)) dialog.close();
  });
}
