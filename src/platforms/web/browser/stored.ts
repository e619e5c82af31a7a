/** What a browser keeps for the page: for its tab, or for good. It may keep nothing, and what it gives back may be anything. */

export type Where = 'tab' | 'browser';

const storages: Readonly<Record<Where, () => Storage>> = { tab: () => sessionStorage, browser: () => localStorage };

/** What was stored under a name; undefined where nothing was, or nothing can be. */
export function stored(where: Where, name: string): unknown {
  try {
    return JSON.parse(storages[where]().getItem(`dateline.${name}`) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores a value under a name, where the browser allows it. */
export function store(where: Where, name: string, value: unknown) {
  try {
    storages[where]().setItem(`dateline.${name}`, JSON.stringify(value));
  } catch {
    // then it holds until the page is loaded again
  }
}
