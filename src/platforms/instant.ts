/** An instant as a preview shows it: the platforms show each reader the reader's own time. */
import { type Html, markup } from './markup.ts';

/** `14 September 2025 at 20:12 CEST`. @param timeZone of whoever looks; the page runs on its reader's own machine */
export function instantView(epochMs: number, timeZone?: string): Html {
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return markup`<time datetime="${new Date(epochMs).toISOString()}">${date.format(epochMs)} at ${clock.format(epochMs)}</time>`;
}
