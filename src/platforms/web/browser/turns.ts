/** The turns of the conversation: each is added at once, and filled when its answer comes; nothing above it moves. */
import { element, parsed } from './element.ts';

const log = element('log', HTMLElement);
const coming = element('coming', HTMLTemplateElement);
/** What a screen reader is told of. */
const heard = element('heard', HTMLElement);

/** Longer than this an answer is not awaited in silence. */
const patienceMs = 1000;

const controls = 'input, output, button, select, summary, pre, a';

/** Every request has a number; a turn shows the answer to its latest. */
let requests = 0;

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
  if (head !== line) typed?.after(commandOf(line));
  turn.dataset['by'] = by;
  if (behind) behind.after(turn);
  else log.append(turn);
  return turn;
}

function commandOf(line: string): HTMLElement {
  const command = document.createElement('code');
  command.className = 'typed-command';
  command.textContent = line;
  return command;
}

/** Fills a turn once more with the answer to its command, which nobody has typed again. */
export function refill(turn: HTMLElement): Promise<boolean> {
  return fill(turn, bodyOf(turn, turn.dataset['command'] ?? '', { again: 'yes' }));
}

/** Fills a turn with the answer to a line. @param keep a part of the turn that stays as it is */
export function fillWithLine(turn: HTMLElement, line: string, keep?: '.days'): Promise<boolean> {
  return fill(turn, bodyOf(turn, line), keep);
}

function bodyOf(turn: HTMLElement, line: string, more: Record<string, string> = {}): URLSearchParams {
  const by = turn.dataset['by'] === 'say' ? 'say' : 'press';
  return new URLSearchParams({ [by]: line, ...more });
}

/**
 * Fills a turn with the answer to a request. What was typed stays, and so do focus and open panels.
 * @param keep a part of the turn that stays as it is
 * @returns whether an answer came
 */
export async function fill(turn: HTMLElement, body: URLSearchParams, keep?: '.days'): Promise<boolean> {
  requests += 1;
  const request = String(requests);
  turn.dataset['request'] = request;
  turn.setAttribute('aria-busy', 'true');
  const impatience = setTimeout(() => {
    turn.classList.add('late');
    heard.textContent = 'Waiting for the answer…';
  }, patienceMs);
  const answer = await ask(body);
  clearTimeout(impatience);
  if (turn.dataset['request'] !== request) return true; // a later one will fill it
  turn.removeAttribute('aria-busy');
  turn.classList.remove('late');
  turn.querySelector('.failed')?.remove();
  if (typeof answer === 'string') fail(turn, answer);
  else exchange(turn, answer, keep);
  return typeof answer !== 'string';
}

/** The answer to a request; a sentence where there is none. */
async function ask(body: URLSearchParams): Promise<HTMLElement | string> {
  try {
    const response = await fetch('/say', { method: 'POST', body });
    if (response.status === 204) return 'No answer: wait a moment.';
    const text = await response.text();
    return response.ok ? (parsed(text).content.firstElementChild as HTMLElement) : text;
  } catch {
    return 'The bot cannot be reached. Is it still running?';
  }
}

function fail(turn: HTMLElement, sentence: string) {
  const failed = document.createElement('p');
  failed.className = 'failed';
  failed.textContent = sentence;
  turn.querySelector('.typed')?.after(failed);
  heard.textContent = sentence;
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
