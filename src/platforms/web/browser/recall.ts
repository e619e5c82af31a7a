/** What was typed before in this tab, brought back with the arrow keys as in a terminal. */
import { store, stored } from './stored.ts';

const mostKept = 100;

/** Lets the arrow up in an empty field bring back earlier lines, and the arrow down go forward again; returns what remembers a line. */
export function recallWithArrows(field: HTMLInputElement): (line: string) => void {
  const kept = stored('tab', 'typed');
  const lines = Array.isArray(kept) ? kept.filter((line) => typeof line === 'string') : [];
  let at = lines.length;
  field.addEventListener('keydown', (event) => {
    const isRecalled = field.value === (lines[at] ?? '');
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined || !isRecalled || event.defaultPrevented || event.isComposing) return;
    at = Math.min(Math.max(at + step, 0), lines.length);
    field.value = lines[at] ?? '';
    event.preventDefault();
  });
  return (line) => {
    if (line.trim() !== '' && line !== lines.at(-1)) lines.push(line);
    at = lines.length;
    store('tab', 'typed', lines.slice(-mostKept));
  };
}
