/** What a save has changed in an answer is marked for a few seconds. */

const shownMs = 5000;

/** Lines, items and headings of a preview: the innermost parts that hold text. */
const parts = '.preview :is(div, li, p):not(:has(div, li, p, ul, button, select, img))';

/** Remembers what a turn says; the function that it returns marks what is said differently by then. */
export function markChanges(turn: HTMLElement): () => void {
  const before = textsOf(turn);
  return () => {
    if (before.size === 0) return;
    const changed = partsOf(turn).filter((part) => part.textContent !== '' && !before.has(keyOf(part)));
    for (const part of changed) part.classList.add('changed');
    setTimeout(() => {
      for (const part of changed) part.classList.remove('changed');
    }, shownMs);
  };
}

function partsOf(turn: HTMLElement): HTMLElement[] {
  return [...turn.querySelectorAll<HTMLElement>(parts)];
}

function textsOf(turn: HTMLElement): ReadonlySet<string> {
  return new Set(partsOf(turn).map(keyOf));
}

/** Each look has a say of its own. */
function keyOf(part: HTMLElement): string {
  return `${part.closest<HTMLElement>('.look')?.dataset['look']}\n${part.textContent}`;
}
