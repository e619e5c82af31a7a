/** The turns of the conversation: each is added at once, and its answer has a place; nothing above it moves. */
import { element } from './element.ts';

const log = element('log', HTMLElement);
const coming = element('coming', HTMLTemplateElement);
/** What a screen reader is told of. */
const heard = element('heard', HTMLElement);

const controls = 'input, output, button, select, summary, pre, a';

/** How a line came: typed, pressed in a message, or filled into a form. */
export type By = 'say' | 'press' | 'form';

/** What else is known of a turn when it is added. */
interface Added {
  readonly behind?: HTMLElement;
  readonly label?: string;
}

/**
 * A turn without an answer as yet.
 * @param behind the turn that it belongs to; else it stands at the conversation's end
 * @param label what was pressed, as its reader saw it; the line stands behind it
 */
export function addTurn(line: string, by: By, { behind, label = '' }: Added = {}): HTMLElement {
  document.getElementById('welcome')?.remove();
  const turn = coming.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const head = label === '' ? line : label;
  turn.setAttribute('aria-label', `Answer to ${head.slice(0, 120)}`);
  const typed = turn.querySelector('.typed-line');
  typed?.replaceChildren(head);
  if (head !== line) typed?.after(codeOf(line));
  Object.assign(turn.dataset, { by, line, ...(label !== '' && { label }) });
  if (behind) behind.after(turn);
  else log.append(turn);
  return turn;
}

/** The command as it can be typed: what only a button carries is left out. */
function codeOf(line: string): HTMLElement {
  const command = document.createElement('code');
  command.className = 'typed-command';
  command.textContent = line.replace(/ #\S+$/, '');
  return command;
}

/** Puts the parts of a fresh turn in place of a turn's own. */
export function exchange(turn: HTMLElement, answer: HTMLElement, keep?: string) {
  const focused = [...turn.querySelectorAll(controls)].indexOf(document.activeElement as Element);
  const wasOpen = [...turn.querySelectorAll('details')].map(({ open }) => open);
  for (const part of ['.seen', '.summary', '.days', '.looks'].filter((each) => each !== keep)) {
    const fresh = answer.querySelector(part);
    if (fresh) turn.querySelector(part)?.replaceWith(fresh);
  }
  // What was typed or pressed stays; a form's fields become a line only now, and a post has none.
  if (turn.dataset['by'] !== 'say' && turn.dataset['by'] !== 'press') {
    turn.ariaLabel = answer.ariaLabel;
    turn.querySelector('.typed-line')?.replaceWith(answer.querySelector('.typed-line') ?? '');
  }
  Object.assign(turn.dataset, answer.dataset);
  for (const [index, panel] of turn.querySelectorAll('details').entries()) panel.open = wasOpen[index] ?? false;
  if (focused >= 0) turn.querySelectorAll<HTMLElement>(controls)[focused]?.focus({ preventScroll: true });
}

/** Tells a screen reader the turn's answer in one sentence or two. @param where what it is, where that is not plain */
export function announce(turn: HTMLElement, where = '') {
  heard.textContent = where + (turn.querySelector('.summary')?.textContent ?? '');
}

/** Scrolls until the turn begins where the conversation's view does. */
export function toTop(turn: HTMLElement) {
  turn.scrollIntoView({ block: 'start', behavior: 'instant' });
}
