/** The chat in the browser: lines and buttons become turns; pages and days turn where they stand. */
import { enterForm, sendForm, sendWithEnter } from './asks.ts';
import { completeAsTyped } from './complete.ts';
import { element } from './element.ts';
import { fillWithLine } from './fill.ts';
import { followChanges } from './follow.ts';
import { alignWithScrollbar } from './gutter.ts';
import { closeInboxEasily, settle } from './inbox.ts';
import { keepConversation } from './kept.ts';
import { openPictures } from './picture.ts';
import { showLastPost } from './posts.ts';
import { recallWithArrows } from './recall.ts';
import { atPace, stopOf } from './slider.ts';
import { followSwitch } from './switch.ts';
import { addTurn, announce, toTop } from './turns.ts';

type Fields = Readonly<Record<string, string>>;

const line = element('line', HTMLInputElement);
// Before the arrows recall: an open list has them first.
completeAsTyped(line, element('choices', HTMLElement));
const remember = recallWithArrows(line);

/** What was typed in vain stands in the line again, unless something else does by then. */
async function sendLine() {
  const typed = line.value;
  remember(typed);
  line.value = '';
  line.dispatchEvent(new Event('input'));
  if (!(await say(typed)) && line.value === '') line.value = typed;
}

/** @param label of what was pressed; what was typed has none @param pages where the looks stand that it leaves alone */
async function say(text: string, label?: string, pages: Fields = {}): Promise<boolean> {
  const turn = label === undefined ? addTurn(text, 'say') : addTurn(text, 'press', { label });
  toTop(turn);
  const answered = await fillWithLine(turn, text, pages);
  toTop(turn);
  if (answered) announce(turn);
  // Unless something else is being typed by then.
  if (line.value === '') enterForm(turn);
  return answered;
}

/** The page that is turned is read from its beginning, so focus goes there. */
async function turnPage(command: string, turn: HTMLElement, pages: Fields) {
  if (!(await fillWithLine(turn, command, pages))) return;
  turn.tabIndex = -1;
  turn.focus({ preventScroll: true });
  toTop(turn);
}

/** The fields of a message's form that go with a button. */
function fieldsOf(form: HTMLFormElement | null): Fields {
  const hidden = form?.querySelectorAll<HTMLInputElement>('input[type="hidden"]') ?? [];
  return Object.fromEntries([...hidden].map(({ name, value }) => [name, value]));
}

/** What a reader sees on a button. */
function labelOf(button: HTMLElement): string {
  return (button.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** A form of its own, with nothing of a message in it. */
function isAsking(form: HTMLFormElement | null): boolean {
  return form?.classList.contains('asks') === true;
}

document.addEventListener('submit', (event) => {
  const { submitter, target } = event;
  event.preventDefault();
  if (target === line.form) void sendLine();
  else if (target instanceof HTMLFormElement && isAsking(target)) void sendForm(target);
  else if (submitter instanceof HTMLButtonElement) {
    const { name, value } = submitter;
    if (name === 'settle') return void settle(submitter);
    const turn = submitter.closest<HTMLElement>('.turn');
    // A message that the channel sees stays as it is; its next page is the reader's own.
    const isOwn = turn?.querySelector('.seen')?.getAttribute('data-to') === 'reader';
    const label = name === 'press' ? labelOf(submitter) : undefined;
    const pages = fieldsOf(submitter.form);
    void (turn && isOwn && / page:\d+$/.test(value) ? turnPage(value, turn, pages) : say(value, label, pages));
  }
});

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || target.value === '' || isAsking(target.form)) return;
  const chosen = target.value;
  const label = target.selectedOptions[0]?.label ?? '';
  target.value = ''; // so that it can be chosen again
  void say(chosen, label);
});

/** A key that would choose at once in a closed list opens it instead: only what is taken from the open list is said. */
document.addEventListener('keydown', (event) => {
  const { target, key, altKey, ctrlKey, metaKey } = event;
  const chooses = /^(?:Arrow.*|Page.*|Home|End|\S)$/.test(key) && !altKey && !ctrlKey && !metaKey;
  if (!(target instanceof HTMLSelectElement) || isAsking(target.form)) return;
  if (!chooses || !('showPicker' in target)) return;
  event.preventDefault();
  target.showPicker();
});

document.addEventListener('input', ({ target }) => {
  const stop = stopOf(target);
  if (stop) atPace(() => void fillWithLine(stop.turn, stop.command, {}, '.days'));
});

/** An answer that came at another try: what was typed for it need not be typed again. */
document.addEventListener('answered', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  announce(target);
  toTop(target);
  if (target.dataset['by'] === 'say' && line.value === target.dataset['line']) line.value = '';
});

alignWithScrollbar();
sendWithEnter();
followSwitch();
openPictures();
closeInboxEasily();
showLastPost();
keepConversation();
followChanges();
// On a phone the keyboard would cover the page before anybody wants to type.
if (matchMedia('(hover: hover) and (pointer: fine)').matches) line.focus();
