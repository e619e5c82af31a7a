/** Lines as Slack's rich text, in which text is literal: nothing in it can become markup, a mention or a link. */
import type { PlainTextElement, RichTextElement, RichTextStyleable } from '@slack/types';
import type { Inline, Line } from '../../../message/index.ts';
import { holdPoints } from '../../points.ts';

type Style = NonNullable<RichTextStyleable['style']>;

/** Text that is shown as it stands, where Slack takes no rich text. */
export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text: holdPoints(text), emoji: false };
}

/** A line's elements; never one without text, which Slack refuses. */
export function richText(line: Line, style: Style = {}): RichTextElement[] {
  return line.flatMap((part) => element(part, style));
}

function element(part: Inline, style: Style): RichTextElement[] {
  switch (part.kind) {
    case 'strong':
      return richText(part.children, { ...style, bold: true });
    case 'emphasis':
      return richText(part.children, { ...style, italic: true });
    case 'struck':
      return richText(part.children, { ...style, strike: true });
    case 'link':
      return [{ type: 'link', url: new URL(part.url).href, text: part.text, ...styled(style) }];
    case 'instant':
      return instant(part, style);
    default:
      return part.text === '' ? [] : [{ type: 'text', text: holdPoints(part.text), ...styled(style) }];
  }
}

/** In the reader's own time, by Slack's own element. */
function instant({ epochMs, text, isTold }: Extract<Inline, { kind: 'instant' }>, style: Style): RichTextElement[] {
  const timestamp = Math.floor(epochMs / 1000);
  const local = { type: 'date', timestamp, format: '{date_long} {time}', fallback: text, ...styled(style) } as const;
  const say = (words: string) => ({ type: 'text', text: words, ...styled(style) }) as const;
  return isTold === true ? [say(`${text} (your time: `), local, say(')')] : [local];
}

function styled(style: Style): { style?: Style } {
  return Object.keys(style).length > 0 ? { style } : {};
}

/** Text for a field that Slack reads as markup: the three signs that it knows. https://docs.slack.dev/messaging/formatting-message-text */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The text that was escaped so. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
