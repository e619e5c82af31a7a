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

/** Two days, months or years with a dash between them: `5–11`, `March–May`, `2018–2020`. */
const range = /((?<![\p{L}\p{N}])(?:\p{N}{1,4}|\p{L}{3,9})–(?:\p{N}{1,4}|\p{L}{3,9})(?![\p{L}\p{N}]))/u;

/** A text of which no line ends behind the dash of a range. The dash itself stays as it is, for whoever copies or searches. */
export function textView(text: string): Html {
  const pieces = text
    .split(range)
    .map((each, at) => (at % 2 === 1 ? markup`<span class="range">${each}</span>` : each));
  return markup`${pieces}`;
}

/** HTML that was escaped elsewhere. */
export { raw as trusted };
