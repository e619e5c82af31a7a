/** Answers come into their turns. What a turn shows is never given up for a mistake: it stays, with a note and a way to try again. */
import { markChanges } from './changed.ts';
import { element, parsed } from './element.ts';
import { note, noteFailure, withoutNote } from './note.ts';
import { onlyReads } from './only-reads.ts';
import { exchange } from './turns.ts';

/** What a screen reader is told of. */
const heard = element('heard', HTMLElement);

/** Longer than this an answer is not awaited in silence. */
const patienceMs = 1000;

/** Every request has a number; a turn shows the answer to its latest. */
let requests = 0;

/** What gives a turn's answer once more, where that only reads: a mistake's own command leads elsewhere. */
export function commandOf({ dataset }: HTMLElement): string {
  const command = (dataset['kind'] === 'mistake' ? dataset['line'] : dataset['command']) ?? '';
  return onlyReads(command) ? command : '';
}

/** Fills a turn with the answer to a line. @param more fields that go with it @param keep a part of the turn that stays as it is */
export function fillWithLine(
  turn: HTMLElement,
  line: string,
  more: Readonly<Record<string, string>> = {},
  keep?: '.days',
): Promise<boolean> {
  return fill(turn, new URLSearchParams({ [wayOf(turn)]: line, ...more }), keep);
}

/** How a turn's answer is asked for: what the reader alone sees, as what is pressed does, is not shown to the channel by being asked again. */
export function wayOf(turn: HTMLElement): 'say' | 'press' {
  const { by, kind } = turn.dataset;
  const isOwn = kind !== 'mistake' && turn.querySelector('.seen')?.getAttribute('data-to') === 'reader';
  return by === 'say' && !isOwn ? 'say' : 'press';
}

/** Fills a turn once more with the answer to its command, which nobody has typed again; each look stays on its page. */
export async function refill(turn: HTMLElement): Promise<boolean> {
  const mark = markChanges(turn);
  const isFilled = await fillWithLine(turn, commandOf(turn), { again: 'yes', ...pagesOf(turn) });
  if (isFilled) mark();
  return isFilled;
}

/** The pages of a turn's looks, as fields; before there is an answer, those that it is to show. */
export function pagesOf(turn: HTMLElement): Readonly<Record<string, string>> {
  const looks = [...turn.querySelectorAll<HTMLElement>('.look')];
  if (looks.length === 0) return Object.fromEntries(new URLSearchParams(turn.dataset['pages']));
  return Object.fromEntries(looks.map(({ dataset }) => [`page.${dataset['look']}`, dataset['page'] ?? '1']));
}

/** Says that what a turn shows is of a story whose file is not there. */
export function keepAsItWas(turn: HTMLElement) {
  if (turn.dataset['kind'] === 'mistake') return;
  const sentence = 'The story’s file is gone. This is how it last read; it follows again once the file is back.';
  note(turn, sentence);
  heard.textContent = sentence;
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
  const why = typeof answer === 'string' ? answer : whyNot(turn, answer);
  if (typeof answer !== 'string' && why === undefined) {
    withoutNote(turn);
    exchange(turn, answer, keep);
    return true;
  }
  noteFailure(turn, why ?? '', turn.dataset['by'] === 'form' ? undefined : () => fill(turn, body, keep));
  heard.textContent = why ?? '';
  return false;
}

/** Why an answer does not take the place of what a turn shows; undefined where it does. */
function whyNot({ dataset }: HTMLElement, answer: HTMLElement): string | undefined {
  const isShown = dataset['kind'] && dataset['kind'] !== 'mistake';
  if (!isShown || answer.dataset['kind'] !== 'mistake') return undefined;
  return `This is how it last read: ${answer.querySelector('.summary')?.textContent}`;
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
