/** What whoever subscribed is told where a digest cannot be sent. */
import { line, type Message, note } from '../../message/index.ts';
import type { Delivering, Outcome } from '../ledger.ts';

/** In private. */
export function tellOwner(
  { message }: Pick<Delivering, 'message'>,
  outcome: Extract<Outcome, { why: string }>,
): Message {
  const { why, pauses } = outcome;
  const said = pauses
    ? `The digests of this channel are paused: ${why}. When that is mended, resume them there.`
    : outcome.kind === 'uncertain'
      ? `The digest ${why}. The next one may repeat it.`
      : `The digest ${why}. The next one tells what it would have told.`;
  return {
    kind: 'mistake',
    title: 'A digest could not be sent',
    summary: said,
    command: '/digest list',
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(said) }, note(message.title)],
    buttons: [],
  };
}
