/** A message as discord.js sends it. */
import type { Message } from '../../../message/index.ts';
import { renderDiscord } from './render.ts';

/** The components, their pictures with the words that describe them, and no mention that pings. */
export function bodyOf(message: Message) {
  const { payload, files } = renderDiscord(message);
  return {
    components: payload.components,
    files: files.map(({ name, data, description }) => ({ attachment: Buffer.from(data), name, description })),
    allowedMentions: { parse: [] },
  };
}
