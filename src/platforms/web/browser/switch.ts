/** The switch between the platforms, where there is room for one of them: what a viewer chose is kept by the browser. */
import { element } from './element.ts';
import { store, stored } from './stored.ts';

const log = element('log', HTMLElement);

/** Brings back what was chosen, and follows what is chosen. */
export function followSwitch() {
  const choices = [...document.querySelectorAll<HTMLInputElement>('.switch input')];
  const kept = stored('browser', 'look');
  for (const [index, choice] of choices.entries()) {
    if (choice.value === kept) choice.checked = true;
    if (choice.checked) log.dataset['shown'] = String(index);
    choice.addEventListener('change', () => {
      inPlace(() => {
        log.dataset['shown'] = String(index);
      });
      store('browser', 'look', choice.value);
    });
  }
}

/** Acts, and leaves the turn that is being read where it is; of one that begins above, as much of it is above as before. */
function inPlace(act: () => void) {
  const { top } = log.getBoundingClientRect();
  const turns = [...log.querySelectorAll('.turn')];
  const read = turns.find((turn) => turn.getBoundingClientRect().bottom > top + 40);
  const before = read?.getBoundingClientRect();
  act();
  if (!read || !before) return;
  const now = read.getBoundingClientRect();
  const above = Math.max(0, top - before.top) / before.height;
  log.scrollTop += now.top - before.top + above * (now.height - before.height);
}
