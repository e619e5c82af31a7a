/** Slack. */
import type { Look, Platform } from '../platform.ts';
import type { SlackSettings } from './platform.ts';
import { measureSlack, previewSlack } from './preview.ts';
import { renderSlack, type SlackPayload } from './render.ts';

/** How Slack shows a message. */
export const slackLook: Look = {
  name: 'Slack',
  render: renderSlack,
  // A look is only ever handed what it rendered itself.
  measure: (payload) => measureSlack(payload as SlackPayload),
  preview: (payload) => previewSlack(payload as SlackPayload),
  styles: [new URL('./preview.css', import.meta.url)],
};

export { manifest } from './manifest.ts';
export { renderSlack };

/** The bot on Slack. Bolt is loaded only here: what does not connect starts faster, and takes less memory. */
export async function openSlack(settings: SlackSettings): Promise<Platform> {
  const { SlackPlatform } = await import('./platform.ts');
  return new SlackPlatform(settings);
}
