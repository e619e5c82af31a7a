/** A payload as Slack shows it, in HTML: the blocks that `render.ts` uses. Its texts are literal, as they are in Slack. */
import type {
  Button,
  KnownBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextQuote,
  RichTextSection,
  StaticSelect,
} from '@slack/types';
import { instantView } from '../../instant.ts';
import { type Html, join, markup, textView } from '../../markup.ts';
import type { Measure, PictureAt } from '../../platform.ts';
import { limits } from '../limits.ts';
import type { SlackPayload } from './render.ts';

/** The message with its author, as in a channel. */
export function previewSlack(payload: SlackPayload, pictureAt: PictureAt = () => undefined): string {
  const body = join(payload.blocks.map((each) => block(each, pictureAt)));
  return markup`<div class="slack"><div class="slack-avatar" aria-hidden="true">D</div><div class="slack-message">
    <div class="slack-author">Dateline <span class="slack-app">APP</span></div>${body}</div></div>`.toString();
}

function block(each: KnownBlock, pictureAt: PictureAt): Html {
  switch (each.type) {
    case 'header':
      return markup`<div class="slack-header" role="heading" aria-level="4">${textView(each.text.text)}</div>`;
    case 'context':
      return markup`<div class="slack-context">${each.elements.map((element) => textView('text' in element ? element.text : ''))}</div>`;
    case 'rich_text':
      return markup`<div class="slack-block">${join(each.elements.map(richTextPart))}</div>`;
    case 'image':
      return picture(each.alt_text, pictureAt);
    case 'actions':
      return markup`<div class="slack-actions">${join(each.elements.map((element) => control(element as Button | StaticSelect)))}</div>`;
    default:
      return markup`<mark>${each.type}</mark>`;
  }
}

function picture(alt: string, pictureAt: PictureAt): Html {
  const address = pictureAt(alt);
  if (address === undefined) return markup`<div class="slack-context">Picture: ${alt}</div>`;
  return markup`<a href="${address}" target="_blank" title="Open in full size"><img class="slack-picture" src="${address}" alt="${alt}"></a>`;
}

function richTextPart(part: RichTextBlockElement): Html {
  if (part.type === 'rich_text_list') {
    const items = part.elements.map(
      (item) => markup`<li>${join((item as RichTextSection).elements.map(element))}</li>`,
    );
    return markup`<ul class="slack-list">${join(items)}</ul>`;
  }
  const content = join((part as RichTextSection | RichTextQuote).elements.map(element));
  return part.type === 'rich_text_quote'
    ? markup`<blockquote class="slack-quote">${content}</blockquote>`
    : markup`<div>${content}</div>`;
}

function element(part: RichTextElement): Html {
  const { bold, italic, strike } = ('style' in part && part.style) || {};
  const inner = unstyled(part);
  const slanted = italic ? markup`<em>${inner}</em>` : inner;
  const crossed = strike ? markup`<s>${slanted}</s>` : slanted;
  return bold ? markup`<strong>${crossed}</strong>` : crossed;
}

function unstyled(part: RichTextElement): Html {
  if (part.type === 'text') return textView(part.text);
  if (part.type === 'link')
    return markup`<a href="${part.url}" rel="noreferrer noopener" target="_blank">${part.text ?? part.url}</a>`;
  if (part.type !== 'date') return markup`<mark>${part.type}</mark>`;
  return instantView(part.timestamp * 1000);
}

function control(part: Button | StaticSelect): Html {
  if (part.type === 'button') {
    const kind = part.style === 'primary' ? 'slack-button primary' : 'slack-button';
    return markup`<button class="${kind}" name="press" value="${part.value ?? ''}">${part.text.text}</button>`;
  }
  const label = part.placeholder?.text ?? '';
  const options = (part.options ?? []).map(
    ({ text, value }) => markup`<option value="${value ?? ''}">${text.text}</option>`,
  );
  return markup`<select class="slack-select" name="press" aria-label="${label}"><option value="">${label}</option>${join(options)}</select>`;
}

/** How full the payload is. */
export function measureSlack(payload: SlackPayload): Measure[] {
  return [
    { name: 'characters', used: JSON.stringify(payload.blocks).length, limit: limits.characters },
    { name: 'blocks', used: payload.blocks.length, limit: limits.blocks },
  ];
}
