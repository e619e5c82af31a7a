/** Slack. */
import type { Message } from '../../message/index.ts';
import type { Look, Platform } from '../platform.ts';
import { measureSlack, previewSlack } from './messages/preview.ts';
import { renderSlack, type SlackPayload } from './messages/render.ts';
import type { SlackSettings } from './platform.ts';

/** How Slack shows a message. */
export const slackLook: Look = {
  name: 'Slack',
  render: (message) => renderSlack(asUploaded(message)),
  // A look is only ever handed what it rendered itself.
  measure: (payload) => measureSlack(payload as SlackPayload),
  preview: (payload, pictureAt) => previewSlack(payload as SlackPayload, pictureAt),
  styles: [new URL('./messages/preview.css', import.meta.url)],
};

/** Pictures are shown by the id that Slack gives them when they are uploaded: another stands for it here. */
function asUploaded(message: Message): Message {
  const blocks = message.blocks.map((block, index) =>
    block.kind === 'picture' ? { hosted: `F0PICTURE${index}`, ...block } : block,
  );
  return { ...message, blocks };
}

export { manifest } from './declarations/manifest.ts';
export { renderSlack };

/** The bot on Slack. Bolt is loaded only here: what does not connect starts faster, and takes less memory. */
export async function openSlack(settings: SlackSettings): Promise<Platform> {
  const { SlackPlatform } = await import('./platform.ts');
  return new SlackPlatform(settings);
}
