/** Discord. */
import type { Look } from '../platform.ts';
import { measureDiscord, previewDiscord } from './preview.ts';
import { type DiscordPayload, renderDiscord } from './render.ts';

/** How Discord shows a message. */
export const discordLook: Look = {
  name: 'Discord',
  render: (message) => renderDiscord(message),
  // A look is only ever handed what it rendered itself.
  measure: (payload) => measureDiscord(payload as DiscordPayload),
  preview: (payload) => previewDiscord(payload as DiscordPayload),
  styles: [new URL('./preview.css', import.meta.url)],
};

export { DiscordPlatform } from './platform.ts';
export { renderDiscord };
