/** A message with the picture that goes into it, drawn as it is needed. */
import type { Message } from '../message/index.ts';
import type { TimelinePicture } from '../picture/index.ts';
import type { PlannedSlot } from './ledger.ts';

/** Draws pictures; gives none where that failed. */
export interface Drawing {
  png(picture: TimelinePicture): Promise<Uint8Array | undefined>;
}

/** The slot's message, with its picture if there is one and it can be drawn. */
export async function withPicture(
  { message, picture }: Pick<PlannedSlot, 'message' | 'picture'>,
  pictures: Drawing,
): Promise<Message> {
  // A digest goes out without its picture rather than not at all.
  const png = picture && (await pictures.png(picture.picture).catch(() => undefined));
  if (!picture || !png) return message;
  const { alt } = picture.picture;
  return { ...message, blocks: message.blocks.toSpliced(picture.before, 0, { kind: 'picture', png, alt }) };
}
