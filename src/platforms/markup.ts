/** HTML whose values are escaped by construction: for the local page, and for the previews that platforms give it. */
import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof raw>;

/** A template whose values are escaped, unless they are `Html`. */
export function markup(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | boolean | undefined | Html | readonly (string | Html)[])[]
): Html {
  // None of the values is a promise, so the template is none.
  return html(strings, ...values) as Html;
}

/** Several pieces as one. */
export function join(parts: readonly Html[]): Html {
  return raw(parts.join(''));
}

/** HTML that was escaped elsewhere. */
export { raw as trusted };
