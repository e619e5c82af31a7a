/** What a message replies to, and the sign of a message of components, which stays. */
import type { PeerChannel } from './channels.ts';
import { Form } from './form.ts';
import type { PeerMessage } from './messages.ts';
import { refusal } from './refusals.ts';
import { flag } from './rules.ts';
import { Permission } from './world.ts';

/** A reply; a forward is another. */
const kinds = [0, 1];

interface RawReference {
  readonly type: unknown;
  readonly message_id: unknown;
  readonly channel_id: unknown;
  readonly fail_if_not_exists: unknown;
}

/** The message replied to; none where it is gone and the request takes that. */
export function findReference(channel: PeerChannel, raw: unknown): PeerMessage | undefined {
  const form = new Form();
  const { type, message_id, channel_id, fail_if_not_exists } = form.object<RawReference>(['message_reference'], raw);
  form.choice(['message_reference', 'type'], type, kinds);
  form.snowflake(['message_reference', 'message_id'], message_id, true);
  form.boolean(['message_reference', 'fail_if_not_exists'], fail_if_not_exists);
  form.done();
  if ((channel.botPermissions & Permission.ReadMessageHistory) === 0n) throw refusal('noHistoryToReply');
  if (channel_id !== undefined && channel_id !== null && String(channel_id) !== channel.id)
    form.refuse(
      ['message_reference'],
      'REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL',
      'Cannot reply to a message in a different channel',
    );
  const found = channel.messages.get(String(message_id));
  const isThere = found && !found.ephemeralFor;
  if (!isThere && fail_if_not_exists !== false)
    form.refuse(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  form.done();
  return isThere ? found : undefined;
}

export function checkFlagStays(message: PeerMessage, flags: number): void {
  if ((message.flags & flag.componentsV2) === 0 || (flags & flag.componentsV2) !== 0) return;
  const form = new Form();
  form.refuse(['flags'], 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', 'MessageFlags.IS_COMPONENTS_V2 cannot be removed');
  form.done();
}
