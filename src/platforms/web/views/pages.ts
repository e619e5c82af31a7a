/** The pages on which platforms show a message: each platform has its own, and turns them by itself. */

/** Of the platforms that do not show the message's own page, by their names. */
export type Pages = Readonly<Record<string, number>>;

/** Stands before a platform's name in the field that tells its page. */
export const pageField = 'page.';

const turning = / page:\d+(?: #show)?$/;

/**
 * The pages that a request tells. A message's form sends them with each of its buttons: those that turn no page open something else.
 * @param again the request shows an answer once more
 */
export function pagesOf(line: string, fields: ReadonlyMap<string, string>, again: boolean): Pages {
  if (!again && !turning.test(line)) return {};
  const told = [...fields].filter(([name, page]) => name.startsWith(pageField) && /^[1-9]\d{0,3}$/.test(page));
  return Object.fromEntries(told.map(([name, page]) => [name.slice(pageField.length), Number(page)]));
}
