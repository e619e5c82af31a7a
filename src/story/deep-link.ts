/** Links that open a source where a statement stands. */
import type { Evidence } from './evidence.ts';

/** How long an address may become: six signs are written as three where they would end a link of Discord's. */
export function linkLength(url: string): number {
  const { href = url } = URL.parse(url) ?? {};
  return href.length + 2 * (href.match(/[()<>\\*]/g)?.length ?? 0);
}

/** Slack takes links of 3,000 characters, and a Discord message has 4,000 in all. */
const longestLink = 2000;

/** A link that opens the source at the passage, or at its top where that would be too long. https://wicg.github.io/scroll-to-text-fragment/ */
export function deepLink(url: string, { first, last }: Evidence): string {
  // A hyphen, a comma and an ampersand are syntax in a text directive.
  const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
  const directive = `:~:text=${[first, last]
    .filter((each) => each !== undefined)
    .map(encode)
    .join(',')}`;
  const link = `${url}${url.includes('#') ? '' : '#'}${directive}`;
  return linkLength(link) > longestLink ? url : link;
}
