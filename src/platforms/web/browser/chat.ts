/** The chat in the browser: lines are sent, answers appended or turned in place, and the desk follows the editor. */
import { completeAsTyped } from './complete.ts';

const log = element('log', HTMLElement);
const line = element('line', HTMLInputElement);
const desk = element('desk', HTMLElement);

function element<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no #${id}`);
  return found;
}

/** The server's answer to a line, as an element. */
async function ask(say: string): Promise<HTMLElement> {
  const template = document.createElement('template');
  try {
    const response = await fetch('/say', { method: 'POST', body: new URLSearchParams({ say }) });
    if (!response.ok) throw new Error(await response.text());
    template.innerHTML = await response.text();
  } catch (error) {
    const failed = document.createElement('p');
    failed.className = 'failed';
    failed.textContent = error instanceof TypeError ? 'The bot cannot be reached. Is it still running?' : String(error);
    return failed;
  }
  return template.content.firstElementChild as HTMLElement;
}

/** A button that is told by its place, so that focus can return to it when its answer is drawn anew. */
async function say(text: string, replaced?: Element | null) {
  log.setAttribute('aria-busy', 'true');
  const answer = await ask(text);
  log.removeAttribute('aria-busy');
  document.getElementById('welcome')?.remove();
  if (replaced?.isConnected) {
    replaced.replaceWith(answer);
    return answer;
  }
  log.append(answer);
  answer.scrollIntoView({ block: 'start', behavior: 'instant' });
  return answer;
}

async function turnPage(command: string, turn: Element | null) {
  const answer = await say(command, turn);
  answer.tabIndex = -1;
  answer.focus({ preventScroll: true });
  answer.scrollIntoView({ block: 'start', behavior: 'instant' });
}

document.addEventListener('submit', (event) => {
  const { submitter } = event;
  event.preventDefault();
  if (event.target === line.form) {
    const typed = line.value;
    line.value = '';
    line.dispatchEvent(new Event('input'));
    void say(typed);
  } else if (submitter instanceof HTMLButtonElement) {
    const turn = submitter.closest('.turn');
    const isSame = / page:\d+$/.test(submitter.value) || submitter.closest('.days');
    void (isSame ? turnPage(submitter.value, turn) : say(submitter.value));
  }
});

document.addEventListener('change', (event) => {
  const { target } = event;
  if (target instanceof HTMLSelectElement && target.value !== '') void say(target.value);
});

/** The slider says at once what its stop adds, and shows the story as of then when it rests. */
document.addEventListener('input', (event) => {
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || target.type !== 'range') return;
  const stop = target.form?.querySelectorAll<HTMLButtonElement>('.stops button')[target.valueAsNumber];
  const output = target.form?.querySelector('output');
  if (!stop || !output) return;
  output.value = `${stop.textContent} adds ${stop.title}`;
  target.setAttribute('aria-valuetext', output.value);
  const turn = target.closest('.turn');
  const wanted = target.value;
  void ask(stop.value).then((answer) => {
    if (target.value !== wanted || !turn?.isConnected) return; // moved on meanwhile
    // The slider stays, so that dragging and focus go on; what it shows is exchanged.
    const [fresh, old] = [answer.querySelector('.looks'), turn.querySelector('.looks')];
    if (fresh && old) old.replaceWith(fresh);
    turn.setAttribute('data-command', answer.dataset['command'] ?? '');
  });
});

/** The stories' list follows the editor, and so does the last answer about the story that was saved. */
new EventSource('/events').addEventListener('desk', (event) => {
  desk.innerHTML = event.data;
  const turns = [...document.querySelectorAll<HTMLElement>('.turn')];
  const shown = turns.findLast((turn) => turn.dataset['command']?.split(' ')[1] === event.lastEventId);
  if (shown) void say(shown.dataset['command'] ?? '', shown);
});

completeAsTyped(line, element('choices', HTMLElement));
line.focus();
