/** The line to type in stands below the answers, also where a scrollbar takes some of their room. */
import { element } from './element.ts';

/** Tells the style sheets how wide the scrollbar is, as `--gutter`. */
export function alignWithScrollbar() {
  const log = element('log', HTMLElement);
  const composer = element('composer', HTMLElement);
  const tell = () => composer.style.setProperty('--gutter', `${log.offsetWidth - log.clientWidth}px`);
  tell();
  new ResizeObserver(tell).observe(log);
}
