/** The page's elements, found by their ids. */

/** The element of this id. @throws {Error} where there is none of that kind: the page and its scripts do not fit together */
export function element<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no #${id}`);
  return found;
}

/** HTML of the page's own server as elements. */
export function parsed(html: string): HTMLTemplateElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template;
}
