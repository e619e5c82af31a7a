/** Lines as Discord's markdown. Text of a story is escaped: it reads as it was written and never becomes markup. */
import type { Inline, Line } from '../../../message/index.ts';
import { holdPoints } from '../../points.ts';

/**
 * Escapes text so that Discord shows it as it stands: no markup, no mention, no link of its own.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
export function escapeMarkdown(text: string): string {
  return holdPoints(text).replace(/[\\*_~|`<>[\]@#]|:(?=\/\/)/g, '\\$&');
}

/** Escapes what is markup only where a line begins: lists, and small print. */
export function escapeLineStart(markdown: string): string {
  return markdown.replace(/^([-+]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A line as markdown, to stand anywhere but at a line's beginning. */
export function markdown(line: Line): string {
  return line.map(inline).join('');
}

function inline(part: Inline): string {
  switch (part.kind) {
    case 'strong':
      return `**${markdown(part.children)}**`;
    case 'emphasis':
      return `*${markdown(part.children)}*`;
    case 'struck':
      return `~~${markdown(part.children)}~~`;
    case 'link':
      return link(part.text, linkTarget(part.url));
    case 'instant':
      return instant(part);
    default:
      return escapeMarkdown(part.text);
  }
}

/** In the reader's own time, by Discord's own mark. */
function instant({ epochMs, text, isTold }: Extract<Inline, { kind: 'instant' }>): string {
  const local = `<t:${Math.floor(epochMs / 1000)}:f>`;
  return isTold === true ? `${escapeMarkdown(text)} (your time: ${local})` : local;
}

/** Brackets in a masked link's text end it even when they are escaped: then the link stands behind the text. */
function link(text: string, target: string): string {
  return /[[\]]/.test(text) ? `${escapeMarkdown(text)} [(open)](${target})` : `[${escapeMarkdown(text)}](${target})`;
}

/** A web address with the signs that would end a masked link encoded. */
function linkTarget(url: string): string {
  return new URL(url).href.replace(/[()<>\\*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
