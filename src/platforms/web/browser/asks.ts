/** Forms that ask for what a command needs: what was filled in stays until it is taken. */
import { fill } from './fill.ts';
import { addTurn, announce, toTop } from './turns.ts';

/** The turn that says what is wrong with a form. */
const wrong = new WeakMap<HTMLFormElement, HTMLElement>();

/** Leads to a turn's form, where it has one. */
export function enterForm(turn: HTMLElement) {
  turn
    .querySelector<HTMLElement>('.asks :is(select, textarea, input:not([type="hidden"]))')
    ?.focus({ preventScroll: true });
}

/** Enter sends sentences, too, as it does whatever else is typed here; with Shift it begins another line. */
export function sendWithEnter() {
  document.addEventListener('keydown', (event) => {
    const { target, key, shiftKey, isComposing } = event;
    if (!(target instanceof HTMLTextAreaElement) || key !== 'Enter' || shiftKey || isComposing) return;
    event.preventDefault();
    target.form?.requestSubmit();
  });
}

/** Sends a form. Its answer stands right behind it; a mistake takes the place of the last one, and is said in the form, too. */
export async function sendForm(form: HTMLFormElement) {
  const turn = form.closest<HTMLElement>('.turn');
  const fields = form.querySelector('fieldset');
  if (!turn || !fields || form.ariaBusy === 'true') return;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  wrong.get(form)?.remove();
  fields.querySelector('.asks-wrong')?.remove();
  const answer = addTurn(form.dataset['command'] ?? '', 'form', { behind: turn });
  wrong.set(form, answer);
  form.ariaBusy = 'true';
  const answered = await fill(answer, body);
  form.ariaBusy = null;
  if (answered) announce(answer);
  if (!answered || answer.dataset['kind'] === 'mistake') return sayWrong(fields, answer);
  fields.disabled = true;
  // The button that had the focus has it no longer.
  answer.tabIndex = -1;
  answer.focus({ preventScroll: true });
  toTop(answer);
}

/** On a phone the answer itself stands too far below. */
function sayWrong(fields: HTMLFieldSetElement, answer: HTMLElement) {
  const sentence = document.createElement('p');
  sentence.className = 'asks-wrong';
  sentence.textContent = answer.querySelector('.note p, .summary:not(:empty)')?.textContent ?? '';
  fields.querySelector('.send')?.before(sentence);
  fields.querySelector('.send')?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}
