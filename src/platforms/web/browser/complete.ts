/** Completion by keyboard, as a combobox with a list. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */

interface Choice {
  readonly label: string;
  /** The whole line as it would then read. */
  readonly value: string;
}

/** Offers completions of what stands in the field: arrows choose, Tab or Enter take, Escape closes. */
export function completeAsTyped(field: HTMLInputElement, list: HTMLElement) {
  let choices: readonly Choice[] = [];
  let active = -1;
  /** The text that the choices complete. */
  let completed = '';
  /** Whether the first of the choices to come is to be taken. */
  let awaited = false;
  /** Counts what was asked for, so that what comes after the list was closed does not open it again. */
  let asked = 0;

  const show = (fresh: readonly Choice[]) => {
    asked += 1;
    choices = fresh;
    completed = field.value;
    choose(-1);
    list.replaceChildren(...choices.map(option));
    list.hidden = choices.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
  };

  const option = ({ label, value }: Choice, index: number) => {
    const item = document.createElement('li');
    item.id = `choice-${index}`;
    item.role = 'option';
    item.ariaSelected = 'false';
    const typed = document.createElement('span');
    typed.className = 'choice-line';
    typed.textContent = value.trim();
    const [, described = label] = label.split('  ', 2);
    item.append(typed);
    // What is typed may say it all.
    if (!value.trim().endsWith(described)) item.append(` ${described}`);
    // Before the field would lose the focus.
    item.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      take(index);
    });
    return item;
  };

  const choose = (index: number) => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    list.children[active]?.setAttribute('aria-selected', 'true');
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    if (active < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', `choice-${active}`);
  };

  const move = (by: number) => {
    const count = choices.length;
    choose((active + by + count + (active < 0 && by < 0 ? 1 : 0)) % count);
  };

  const take = (index: number) => {
    // While the list is still that of an earlier text, what is taken is the first of the one to come.
    awaited = field.value !== completed;
    if (awaited) return;
    field.value = choices[index]?.value ?? field.value;
    void refresh();
  };

  const refresh = async () => {
    const typed = field.value;
    // What was chosen for another text is not chosen for this one: Enter sends what stands there.
    choose(-1);
    awaited = false;
    if (typed === '') return show([]);
    asked += 1;
    const mine = asked;
    const response = await fetch(`/complete?line=${encodeURIComponent(typed)}`).catch(() => undefined);
    const fresh: readonly Choice[] = response?.ok ? await response.json() : [];
    if (asked !== mine) return;
    const isTaken = awaited;
    show(fresh.filter(({ value }) => value.trim() !== typed.trim()));
    if (isTaken && choices.length > 0) take(0);
  };

  field.addEventListener('input', () => void refresh());
  field.addEventListener('blur', () => show([]));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Tab: () => take(Math.max(active, 0)),
  };
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return show([]);
    // Enter sends the line unless a completion has been chosen; Shift+Tab leaves the field as it always does.
    const act = event.key === 'Enter' && active >= 0 ? () => take(active) : keys[event.key];
    if (!act || list.hidden || event.isComposing || event.shiftKey) return;
    act();
    event.preventDefault();
  });
}
