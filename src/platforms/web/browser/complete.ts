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
  /** Counts what was asked for, so that what comes after the list was closed does not open it again. */
  let asked = 0;

  const show = (fresh: readonly Choice[]) => {
    asked += 1;
    choices = fresh;
    active = -1;
    list.replaceChildren(...choices.map(option));
    list.hidden = choices.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
    field.removeAttribute('aria-activedescendant');
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
    item.append(typed, ` ${described}`);
    // Before the field would lose the focus.
    item.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      take(index);
    });
    return item;
  };

  const move = (by: number) => {
    const items = [...list.children];
    items[active]?.setAttribute('aria-selected', 'false');
    active = (active + by + items.length + (active < 0 && by < 0 ? 1 : 0)) % items.length;
    items[active]?.setAttribute('aria-selected', 'true');
    items[active]?.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', `choice-${active}`);
  };

  const take = (index: number) => {
    field.value = choices[index]?.value ?? field.value;
    void refresh();
  };

  const refresh = async () => {
    const typed = field.value;
    if (typed === '') return show([]);
    asked += 1;
    const mine = asked;
    const response = await fetch(`/complete?line=${encodeURIComponent(typed)}`).catch(() => undefined);
    const fresh: readonly Choice[] = response?.ok ? await response.json() : [];
    if (asked === mine) show(fresh.filter(({ value }) => value.trim() !== typed.trim()));
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
