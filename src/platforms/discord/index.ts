/** Discord. */
import type { Look, Platform } from '../platform.ts';
import { measureDiscord, previewDiscord } from './messages/preview.ts';
import { type DiscordPayload, renderDiscord } from './messages/render.ts';
import type { DiscordSettings } from './platform.ts';

/** How Discord shows a message. */
export const discordLook: Look = {
  name: 'Discord',
  render: (message) => renderDiscord(message),
  // A look is only ever handed what it rendered itself.
  measure: (payload) => measureDiscord(payload as DiscordPayload),
  preview: (payload, pictureAt) => previewDiscord(payload as DiscordPayload, pictureAt),
  styles: [new URL('./messages/preview.css', import.meta.url)],
};

/** The bot on Discord. discord.js is loaded only here: what does not connect starts faster, and takes less memory. */
export async function openDiscord(settings: DiscordSettings): Promise<Platform> {
  const { DiscordPlatform } = await import('./platform.ts');
  return new DiscordPlatform(settings);
}

export { renderDiscord };
