/** A sentence above an answer: why none came, or why it is not the newest. */

/** What can be done about it. */
interface Again {
  readonly label: string;
  /** Tells whether an answer came: the turn then says `answered`. */
  readonly act: () => Promise<boolean>;
}

/** Puts a note on a turn, in the place of the last one. */
export function note(turn: HTMLElement, sentence: string, again?: Again) {
  withoutNote(turn);
  const place = document.createElement('div');
  place.className = 'note';
  const said = document.createElement('p');
  said.textContent = sentence;
  place.append(said);
  if (again) place.append(button(again));
  turn.querySelector('.typed')?.after(place);
}

/** Says that an answer did not come. @param act tries once more; a form has a button of its own for that */
export function noteFailure(turn: HTMLElement, sentence: string, act?: () => Promise<boolean>) {
  note(turn, sentence, act && { label: 'Try again', act });
  turn.querySelector(':scope > .note')?.classList.add('failed');
}

/** Takes the note off. */
export function withoutNote(turn: HTMLElement) {
  turn.querySelector(':scope > .note')?.remove();
}

function button({ label, act }: Again): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'again';
  made.textContent = label;
  made.addEventListener('click', () => {
    const turn = made.closest<HTMLElement>('.turn');
    if (!turn || turn.ariaBusy === 'true') return;
    void act().then((isAnswered) => {
      // The button is gone, or another one is in its place.
      turn.tabIndex = -1;
      const next = isAnswered ? turn : turn.querySelector<HTMLElement>('.again');
      next?.focus({ preventScroll: true });
      if (isAnswered) turn.dispatchEvent(new Event('answered', { bubbles: true }));
    });
  });
  return made;
}
