/** What was done with a digest, as an answer. */
import type { Subscription } from '../../digest/index.ts';
import { type Block, type Button, line, type Message } from '../../message/index.ts';
import { type MessageAnswer, toReader } from '../invocation.ts';
import { allDigests, digestButtons, listCommand } from './buttons.ts';
import type { Place } from './place.ts';

/** What was done; it cannot be had again. */
export function changed(
  title: string,
  sentence: string,
  subscription: Subscription,
  place: Place,
  buttons: readonly Button[] = digestButtons(subscription, place),
  more: readonly Block[] = [],
): MessageAnswer {
  const message: Message = {
    kind: 'help',
    title,
    summary: sentence,
    command: listCommand(place),
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(sentence) }, ...more],
    buttons: [...buttons, allDigests(place)],
  };
  return { ...toReader(message), personal: true };
}
