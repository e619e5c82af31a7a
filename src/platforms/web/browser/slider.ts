/** The day slider: it says at once what its stop adds; the answer follows. */

/** Where a slider stands. */
export interface Stop {
  readonly turn: HTMLElement;
  /** What shows the story as of the stop's day. */
  readonly command: string;
}

/** The stop at which a slider has arrived, which is now said beside it; undefined where the target is no slider. */
export function stopOf(target: EventTarget | null): Stop | undefined {
  if (!(target instanceof HTMLInputElement) || target.type !== 'range') return undefined;
  const stop = target.form?.querySelectorAll<HTMLButtonElement>('.stops button')[target.valueAsNumber];
  const output = target.form?.querySelector('output');
  const turn = target.closest<HTMLElement>('.turn');
  if (!stop || !output || !turn) return undefined;
  output.value = `${stop.textContent} adds ${stop.title}`;
  target.setAttribute('aria-valuetext', output.value);
  return { turn, command: stop.value };
}

/** The bot takes 20 commands of a reader in ten seconds; a slider passes more stops than that. */
const paceMs = 600;

let actedAt = Number.NEGATIVE_INFINITY;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Acts at once, or as soon as the last act is long enough ago; of those that come meanwhile, only the latest is done. */
export function atPace(act: () => void) {
  clearTimeout(waiting);
  const actNow = () => {
    actedAt = performance.now();
    act();
  };
  const waitMs = actedAt + paceMs - performance.now();
  if (waitMs <= 0) actNow();
  else waiting = setTimeout(actNow, waitMs);
}
