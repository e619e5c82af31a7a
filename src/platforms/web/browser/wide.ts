/** Whether what waits stands beside the conversation; on a narrower screen it would cover it. */

const wide = matchMedia('(min-width: 901px)');

export function isWide(): boolean {
  return wide.matches;
}

/** Calls back when it no longer does. */
export function onNarrowing(act: () => void) {
  wide.addEventListener('change', () => {
    if (!wide.matches) act();
  });
}
