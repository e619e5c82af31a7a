/** A message as the platforms show it, each rendering beside the other, with what would be sent. */
import type { Message } from '../../../message/index.ts';
import { type Html, join, markup, trusted } from '../../markup.ts';
import type { Look, PictureAt, Rendered } from '../../platform.ts';
import type { Pictures } from '../pictures.ts';
import { type Pages, pageField } from './pages.ts';

/** How messages are shown. */
export interface Showing {
  /** How the platforms show them, side by side. */
  readonly looks: readonly Look[];
  readonly pictures: Pictures;
}

/** A message as each platform shows it. @param turned the pages that they show, where not the message's own */
export function looksView(message: Message, { looks, pictures }: Showing, turned: Pages = {}): Html {
  const pictureAt = pictures.of(message);
  const shown = looks.map((look) => {
    const wanted = turned[look.name] ?? message.page;
    return { look, wanted, ...look.render({ ...message, page: wanted }) };
  });
  return join(shown.map((each) => lookView(each, shown, pictureAt)));
}

interface Shown extends Rendered {
  readonly look: Look;
  /** The page that was asked for. */
  readonly wanted: number;
}

function lookView({ look, payload, page, pages, wanted }: Shown, all: readonly Shown[], pictureAt: PictureAt): Html {
  const { name } = look;
  const where = pages > 1 && markup` <span class="page-of">page ${page} of ${pages}</span>`;
  const beyond =
    wanted > pages &&
    markup`<p class="beyond">There is no page ${wanted} on ${name}: this is the ${pages > 1 ? 'last' : 'only'} one.</p>`;
  // Where its page is turned, the others stay where they are.
  const others = pages > 1 ? all.filter((each) => each.look !== look) : [];
  const stay = others.map(
    (each) => markup`<input type="hidden" name="${pageField}${each.look.name}" value="${each.page}">`,
  );
  return markup`<div class="look" role="group" aria-label="As ${name} shows it" data-look="${name}" data-page="${page}">
    <h3 class="look-name"><span class="look-of">${name}</span>${where}</h3>${beyond}
    <form method="post" action="/" class="preview">${stay}${trusted(look.preview(payload, pictureAt))}</form>
    ${payloadView(look, payload)}
  </div>`;
}

/** What would be sent; behind it how much of the platform's limits it takes. */
function payloadView(look: Look, payload: unknown): Html {
  const measures = look.measure(payload);
  const fullest = Math.max(0, ...measures.map(({ used, limit }) => used / limit));
  const listed = measures.map(({ name, used, limit }) => {
    const said = `${used.toLocaleString('en')} of ${limit.toLocaleString('en')} ${name}`;
    return markup`<li>${said} <meter min="0" max="${limit}" value="${used}" aria-label="${said}"></meter></li>`;
  });
  return markup`<details class="payload"><summary>Payload · ${Math.ceil(fullest * 100)}% full</summary>
      <ul class="measures">${listed}</ul>
      <pre tabindex="0" role="group" aria-label="${look.name} payload as JSON">${JSON.stringify(payload, null, 2)}</pre></details>`;
}
